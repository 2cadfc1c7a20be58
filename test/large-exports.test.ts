import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { generate } from "../bench/generate.js";
import { check } from "../src/check.ts";
import type { CheckRequest } from "../src/check.ts";
import type { Assessment, Plan } from "../src/model.ts";
import { readPlan, readSource } from "../src/read-definitions.ts";

/** Exports that are too large to be held in memory: they stay on the disk, and what is read from a pipe is put there. */
const folder = mkdtempSync(path.join(tmpdir(), "chitieu-large-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ROWS = 25_000;
const plan: Plan = await readPlan("bench/data/plan.yaml", process.cwd());
const source = await readSource("bench/data/dossiers.yaml", process.cwd());
const written = generate("B", path.join(folder, "all.csv"), ROWS);
const text = readFileSync(path.join(folder, "all.csv"), "utf8");

async function assess(data: string, more: Partial<CheckRequest> = {}): Promise<Assessment> {
  const file = data === "-" ? "-" : path.join(folder, data);
  return check({ plan, data: [file], cwd: folder, sources: [source], ...more });
}

/** Apart from what the files were. */
function comparable(assessment: Assessment): Assessment {
  return { ...assessment, inputs: [] };
}

describe("the same rows come to the same assessment", async () => {
  const whole = await assess("all.csv");

  test("which is right", () => {
    const online = whole.results.find(({ indicator }) => indicator === "online");
    expect(online).toMatchObject({ numerator: written.online, denominator: written.settled, verdict: "met" });
    expect(whole.inputs).toMatchObject([{ rows: ROWS, bytes: written.bytes, encoding: "utf-8" }]);
  });

  test("cut into forty files", async () => {
    const [header = "", ...rows] = text.trimEnd().split("\n");
    mkdirSync(path.join(folder, "cut"));
    for (let part = 0; part < 40; part++) {
      const lines = rows.slice((part * ROWS) / 40, ((part + 1) * ROWS) / 40);
      writeFileSync(path.join(folder, `cut/${part}.csv`), [header, ...lines, ""].join("\n"));
    }
    expect(comparable(await assess("cut"))).toEqual(comparable(whole));
  });

  test("in gzip", async () => {
    writeFileSync(path.join(folder, "all.csv.gz"), Buffer.concat([gzipSync(text, { level: 1 }), Buffer.alloc(512)]));
    expect(comparable(await assess("all.csv.gz"))).toEqual(comparable(whole));
  });

  test("in UTF-16", async () => {
    writeFileSync(path.join(folder, "wide.csv"), `\uFEFF${text}`, "utf16le");
    const wide = await assess("wide.csv");
    expect(comparable(wide)).toEqual(comparable(whole));
    expect(wide.inputs).toMatchObject([{ encoding: "utf-16le" }]);
  });

  test("from standard input", async () => {
    const bytes = Buffer.from(text);
    async function* pieces() {
      for (let at = 0; at < bytes.length; at += 65_537) yield bytes.subarray(at, at + 65_537);
    }
    expect(comparable(await assess("-", { readStandardInput: pieces }))).toEqual(comparable(whole));
  });
});

test("what is above 256 MiB has its SHA-256 where it is asked for", async () => {
  const file = path.join(folder, "larger.csv");
  const [header = ""] = text.split("\n", 1);
  const rows = text.slice(header.length + 1);
  const hash = createHash("sha256");
  for (const piece of [`${header}\n`, ...Array.from({ length: 66 }, () => rows)]) {
    appendFileSync(file, piece);
    hash.update(piece);
  }
  expect((await assess("larger.csv")).inputs).toMatchObject([{ sha256: null, rows: 66 * ROWS }]);
  expect((await assess("larger.csv", { digestLarge: true })).inputs).toMatchObject([{ sha256: hash.digest("hex") }]);
  rmSync(file);
});

describe("what is wrong far down is named by its place", () => {
  const lines = text.trimEnd().split("\n");
  const last = lines.length - 2;
  test.each([
    ["a date", "Ngày 1", "date-unreadable"],
    ["a quote", '1"2', "quote-wrong"],
    ["a byte", "\uE000", "encoding-invalid"],
  ])("%s", async (_, cell, code) => {
    const cells = lines[last]?.split(",") ?? [];
    const damaged = [
      ...lines.slice(0, last),
      [...cells.slice(0, -3), cell, ...cells.slice(-2)].join(","),
      lines[last + 1],
    ];
    const bytes = Buffer.from(`${damaged.join("\n")}\n`);
    const wrong = bytes.indexOf("\uE000");
    // A character of three bytes, of which the first two are left.
    const all = wrong < 0 ? bytes : Buffer.concat([bytes.subarray(0, wrong + 2), bytes.subarray(wrong + 3)]);
    writeFileSync(path.join(folder, "damaged.csv"), all);
    const { problems, exit, results } = await assess("damaged.csv");
    expect(problems).toMatchObject([{ code, at: { line: last + 1 } }]);
    expect({ exit: exit.code, results }).toEqual({ exit: 3, results: [] });
  });

  test("a pipe that is no text", async () => {
    async function* zeros() {
      for (let piece = 0; piece < 40; piece++) yield Buffer.alloc(65_536);
    }
    const { problems } = await assess("-", { readStandardInput: zeros });
    expect(problems).toMatchObject([{ code: "encoding-invalid", at: { line: 1, column: 1 } }]);
  });

  test("gzip that is cut off", async () => {
    const packed = gzipSync(text, { level: 0 });
    writeFileSync(path.join(folder, "torn.csv.gz"), packed.subarray(0, packed.length - 100_000));
    expect((await assess("torn.csv.gz")).problems).toMatchObject([{ code: "archive-wrong" }]);
  });
});
