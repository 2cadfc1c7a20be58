import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { foldRows } from "../../src/fold/fold-rows.ts";
import { foldBytes } from "../../src/fold/kernel/fold-bytes.ts";
import type { Cutting } from "../../src/fold/kernel/fold-bytes.ts";
import type { Folding, FoldSpec, Row, Table } from "../../src/model.ts";
import { problem } from "../../src/problem/problem.ts";
import type { Problem } from "../../src/problem/problem.ts";
import { openStored } from "../../src/read/open-stored.ts";
import { readTables } from "../../src/read/read-tables.ts";
import { dirtyTables } from "./dirty-tables.ts";

const folder = mkdtempSync(path.join(tmpdir(), "chitieu-engines-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const FILE = path.join(folder, "a.csv");

/** What a table comes to, however it is read: what was folded, and all that is wrong with it. */
interface Outcome {
  readonly problems: readonly Problem[];
  readonly folding: Omit<Folding, "troubles" | "keys" | "prints"> | null;
  readonly rows: readonly Row[];
  /** Which keys stand in which rows. */
  readonly keys: readonly string[];
}

async function outcomeOf(table: Table, folding: Folding): Promise<Outcome> {
  if (folding.fault !== null && table.bytes !== null)
    return { problems: [await table.bytes.faultAt(folding.fault)], folding: null, rows: [], keys: [] };
  const { troubles, keys, prints, ...rest } = folding;
  const rows: Row[] = [];
  for await (const row of table.rows()) rows.push(row);
  return {
    problems: troubles.map(({ code, args, row, index, field }) => problem(code, args, table.locate(row, index, field))),
    folding: rest,
    rows,
    keys: [...namedKeys(keys), ...printedKeys(prints)].sort(),
  };
}

function namedKeys(keys: Folding["keys"]): string[] {
  return [...keys].flatMap(([key, rows]) => rows.map(({ folded, at }) => JSON.stringify([key, folded, at])));
}

function printedKeys(prints: Folding["prints"]): string[] {
  if (prints === null) return [];
  return prints.pieces.flatMap((piece) =>
    Array.from({ length: piece.byteLength / 24 }, (_, entry) => {
      const view = new DataView(piece.buffer, piece.byteOffset + entry * 24, 24);
      const [low, high, line, folded] = [0, 4, 16, 20].map((at) => view.getUint32(at, true));
      const at = { line: line ?? 0, offset: view.getFloat64(8, true) };
      const key = prints.keyAt(at);
      expect(prints.printOf(key)).toEqual([low, high]);
      return JSON.stringify([key, folded, at]);
    }),
  );
}

/** Row by row, over csv-parse. */
async function byRows(bytes: Buffer, spec: FoldSpec): Promise<Outcome> {
  const { tables, problems } = await readTables(bytes, "a.csv", { named: null, declared: null });
  const [table] = tables;
  return table === undefined
    ? { problems, folding: null, rows: [], keys: [] }
    : outcomeOf(table, await foldRows(table, spec));
}

/** Over raw bytes that stay on the disk, in blocks of a size. */
async function byKernel(bytes: Buffer, spec: FoldSpec, cutting: Partial<Cutting>): Promise<Outcome> {
  writeFileSync(FILE, bytes);
  const readStandardInput = () => Promise.resolve(Buffer.alloc(0));
  const all = { file: FILE, start: 0, length: bytes.length };
  const opened = await openStored(
    { path: FILE, name: "a.csv", isNamed: true, all },
    { data: [], cwd: folder, digests: false, readStandardInput },
  );
  if (opened === null || "code" in opened) throw new Error("not stored");
  const [{ table, problems } = { table: null, problems: [] }] = opened;
  if (table === null) return { problems, folding: null, rows: [], keys: [] };
  return outcomeOf(table, (await foldBytes(table, spec, cutting)) ?? (await foldRows(table, spec)));
}

/** A bounded number of cases; `ENGINE_RUNS=10000` looks for longer. */
const RUNS = Number(process.env["ENGINE_RUNS"] ?? 400);

describe("the kernel and the row engine", () => {
  test("fold a dirty table to the same rows and say the same of it, wherever its blocks end", async () => {
    await fc.assert(
      fc.asyncProperty(dirtyTables, fc.integer({ min: 64, max: 400 }), async ({ bytes, spec }, block) => {
        expect(await byKernel(bytes, spec, { block })).toEqual(await byRows(bytes, spec));
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  test("do so in several threads, wherever their ranges end", async () => {
    await fc.assert(
      fc.asyncProperty(dirtyTables, fc.integer({ min: 1, max: 300 }), async ({ bytes, spec }, step) => {
        expect(await byKernel(bytes, spec, { block: 128, step, threads: 2 })).toEqual(await byRows(bytes, spec));
      }),
      { numRuns: RUNS / 2, endOnFailure: true },
    );
  });

  test("do so where there are more rows, classes and texts than fit any first room", async () => {
    const { bytes, spec } = longTable(4000);
    const expected = await byRows(bytes, spec);
    expect(expected.folding?.folded.length).toBeGreaterThan(2000);
    for (const cutting of [{}, { block: 1 << 12 }, { block: 1 << 12, step: 10_000, threads: 2 }])
      expect(await byKernel(bytes, spec, cutting)).toEqual(expected);
  });
});

/** Six columns of classes, one of them of many texts of all lengths, and now and then a row that is not plain. */
function longTable(rows: number): { readonly bytes: Buffer; readonly spec: FoldSpec } {
  const names = ["a", "b", "c", "d", "e", "f"];
  const lines = Array.from({ length: rows }, (_, row) => {
    const many = (row * 7919) % 2503;
    const cells = names.map((name, column) =>
      column === 2 ? `${name}${many}${"ệ".repeat(many % 40)}` : `${name}${(row >> column) % (column + 2)}`,
    );
    const line = [...cells, String((row * 31) % 100_000), `H${row % 3900}`].join(",");
    return row % 97 === 96 ? `${line},x` : row % 131 === 130 ? line.replace(/\d+,H/, "x,H") : line;
  });
  const numbers = { thousands: ".", missing: [], zero: [] } as const;
  const columns = [...names, "count", "key"].map((name, index) => ({ name, index, field: name }));
  return {
    bytes: Buffer.from([columns.map(({ name }) => name).join(","), ...lines, ""].join("\n")),
    spec: {
      headerLine: 1,
      width: columns.length,
      classes: columns.slice(0, 6).map((column) => ({ ...column, classing: { kind: "text", missing: [] } })),
      sums: columns.slice(6, 7).map((column) => ({ ...column, numbers })),
      key: [],
      dates: [],
    },
  };
}
