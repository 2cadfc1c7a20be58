import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evidenceOf } from "../../src/evidence.ts";
import { foldTable } from "../../src/fold/fold-table.ts";
import { foldTogether } from "../../src/fold/kernel/fold-files.ts";
import { eachContentOnce } from "../../src/gather/each-content-once.ts";
import { foldExports } from "../../src/gather/fold-exports.ts";
import { openExports } from "../../src/gather/open-exports.ts";
import { recogniseExports } from "../../src/gather/recognise-exports.ts";
import type { Plan, Table } from "../../src/model.ts";
import { byPlace } from "../../src/problem/problem.ts";
import type { Problem } from "../../src/problem/problem.ts";
import { readPlan, readSource } from "../../src/read-definitions.ts";
import { tally } from "../../src/tally/tally.ts";
import type { Folded } from "../../src/tally/tally.ts";
import { inFolder } from "../helpers/check-files.ts";
import type { Files } from "../helpers/check-files.ts";

const SOURCE = `
format: chitieu/source@1
id: lists
rows: record
columns:
  unit: { header: [Unit] }
  code: { header: [Code] }
  channel: { header: [Channel], values: { online: [Online], direct: [Direct] } }
  received: { header: [Received], type: date }
  settled: { header: [Settled], type: date, missing: [""] }
  pages: { header: [Pages], type: count, missing: ["-"] }
key: code
measures:
  lists.received: { count: all, period: received }
  lists.settled: { count: all, period: settled }
  lists.online: { count: { channel: online }, period: settled }
  lists.pages: { sum: pages, period: received }
`;

const PLAN = `
format: chitieu/plan@1
id: p
title: P
issued: 2022-01-01
language: en
year: { label: "2022", starts: 2022-01-01 }
units: units.csv
levels: { a: { vi: A, en: A }, b: { vi: B, en: B } }
measures:
  lists.received: { vi: A, en: A, accumulate: sum }
  lists.settled: { vi: B, en: B, accumulate: sum }
  lists.online: { vi: C, en: C, accumulate: sum }
  lists.pages: { vi: D, en: D, accumulate: sum }
indicators:
  online: { vi: O, en: O, numerator: lists.online, denominator: lists.settled, target: { at-least: 50% } }
  pages: { vi: P, en: P, value: lists.pages, target: { at-least: "1" } }
`;

const ROSTER = "code,name,level\nU1,Unit one,a\nU2,Unit two,a\nU3,Unit three,b\n";

/** So much stands in a column that nobody reads, that few rows are as many bytes as are worth a kernel. */
const NOTE = "x".repeat(12_000);

const often = <Value>(usual: readonly Value[], seldom: readonly Value[]) =>
  fc.oneof({ weight: 80, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...seldom) });

const rowOf = fc
  .record({
    unit: often(["U1", "U2", "Unit three"], ["U9", "", "#REF!"]),
    channel: often(["Online", "direct"], ["by post"]),
    received: often(["2022-01-05", "2022-05-06", "2022-08-07"], ["2021-12-31", "yesterday"]),
    settled: often(["2022-02-05", "2022-05-16", ""], ["2023-01-01"]),
    pages: often(["1", "20", "3"], ["-", "-", "1,5"]),
    twice: often([false], [true]),
    tail: often([""], [",more", '"']),
  })
  .map(
    ({ twice, tail, ...row }) =>
      (code: string) =>
        [row.unit, twice ? "A-1" : code, row.channel, row.received, row.settled, row.pages, `"${NOTE}"`].join(",") +
        tail,
  );

const fileOf = fc.record({
  folder: fc.constantFrom("", "2022-Q1/", "2022-Q2/", "2021/"),
  delimiter: fc.constantFrom(",", ","),
  rows: fc.array(rowOf, { maxLength: 12 }),
});

/** What is said at least of files that were folded with others. */
const SAID = [
  "blank-withholds",
  "category-unknown",
  "cell-missing",
  "date-unreadable",
  "dates-elsewhere",
  "dates-outside",
  "file-without-rows",
  "record-twice",
  "unit-damaged",
  "unit-unknown",
];

const HEADER = "Unit,Code,Channel,Received,Settled,Pages,Note";

function filesOf(files: readonly { folder: string; rows: readonly ((code: string) => string)[] }[]): Files {
  return Object.fromEntries(
    files.map(({ folder, rows }, number) => [
      `data/${folder}f${String(number).padStart(3, "0")}.csv`,
      [HEADER, ...rows.map((row, index) => row(`C-${number}-${index}`)), ""].join("\n"),
    ]),
  );
}

/** As if there were no others. */
async function eachAlone(exports: Parameters<typeof foldExports>[0], plan: Plan) {
  const sources = [...exports.named.sources.values(), ...exports.tiers.flat()];
  const { recognised, problems } = eachContentOnce(await recogniseExports(exports, plan.year), sources);
  const folded: Folded[] = [];
  const faults: Problem[] = [];
  const unread = new Set<Table>();
  for (const [number, one] of recognised.entries()) {
    const folding = await foldTable(one.table, one.spec);
    if (folding.fault !== null && one.table.bytes !== null) {
      faults.push(await one.table.bytes.faultAt(folding.fault));
      unread.add(one.table);
      continue;
    }
    const own = () => folding.folded.map((row) => ({ row, of: row }));
    const file = {
      recognised: one,
      number,
      rows: folding.rows,
      start: 0,
      end: Infinity,
      folded: own,
      first: () => null,
    };
    folded.push({ recognised: one, folding, files: [file] });
    for (const { code, args, row, index, field } of folding.troubles)
      faults.push({ ...problemAt(code, args), ...one.table.locate(row, index, field) });
  }
  const read = problems.filter(({ at }) => ![...unread].some(({ file }) => file === at?.file));
  return { folded, problems: [...read, ...faults] };
}

function problemAt(code: Problem["code"], args: Problem["args"]): Problem {
  return { code, severity: "error", args, at: null, excerpt: null, rows: 1, related: [] };
}

/** All that is said of exports, in places that anybody can look up. */
async function said(folded: readonly Folded[], problems: readonly Problem[], plan: Plan) {
  const { tally: tallied, problems: more } = tally(folded, plan);
  const figures = [...tallied.figures].map(([measure, ofMeasure]) => [
    measure,
    [...ofMeasure].map(([unit, known]) => [
      unit,
      known.map(({ origin, ...figure }) => ({ ...figure, at: origin.table.locate(origin.row, null, null).at })),
    ]),
  ]);
  const entered = [...tallied.figures.values()].flatMap((ofMeasure) =>
    [...ofMeasure.values()].flat().map((figure) => ({ reporter: figure, figure })),
  );
  const evidence = await evidenceOf({
    plan,
    folded,
    measures: Object.keys(plan.measures),
    entered,
    isAsked: () => true,
    most: 25,
  });
  return {
    figures,
    units: [...tallied.units],
    periods: [...tallied.periods],
    problems: [...problems, ...more].sort(byPlace).map((one) => ({ ...one, severity: null })),
    evidence: evidence.map((one) => ({
      ...one,
      uncounted: [...one.uncounted].map((row) => JSON.stringify(row)).sort(),
    })),
    rows: folded
      .flatMap(({ files }) => files.map(({ number, rows }) => [number, rows]))
      .sort(([one = 0], [other = 0]) => one - other),
  };
}

describe("small files of one format and period that are folded as one", () => {
  test("come to the same, and the same is said of each, as if it were alone", async () => {
    const met = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(fileOf, { minLength: 60, maxLength: 90 }), async (files) => {
        await inFolder(
          { "plan.yaml": PLAN, "units.csv": ROSTER, "source.yaml": SOURCE, ...filesOf(files) },
          async (cwd) => {
            const plan = await readPlan("plan.yaml", cwd);
            const source = await readSource("source.yaml", cwd);
            const open = () => openExports({ data: ["data"], cwd, sources: [source] });
            const { folded, problems } = await foldExports(await open(), plan.year);
            const joined = folded.flatMap(({ files: several }) => (several.length > 1 ? several : []));
            const alone = await eachAlone(await open(), plan);
            const ofAll = await said(folded, problems, plan);
            expect(ofAll).toEqual(await said(alone.folded, alone.problems, plan));
            const inJoined = new Set(joined.map(({ recognised }) => recognised.table.file));
            for (const { code, at } of ofAll.problems) if (inJoined.has(at?.file ?? "")) met.add(code);
          },
        );
      }),
      { numRuns: 12, endOnFailure: true },
    );
    expect([...met].sort()).toEqual(expect.arrayContaining(SAID));
  });
});

test("small files that several threads fold as one come to what one thread makes of them", async () => {
  const header = HEADER.replace(",Note", "");
  const line = (file: number, row: number) =>
    `U${1 + ((file + row) % 3)},C-${file % 290}-${row},Online,2022-0${1 + (file % 9)}-05,2022-0${1 + (row % 9)}-06,${row}`;
  const files = Object.fromEntries(
    Array.from({ length: 300 }, (_, file) => {
      const delimiter = file % 50 === 49 ? ";" : ",";
      const rows = Array.from({ length: 5 + (file % 7) }, (_1, row) => line(file, row));
      // Two of them are not plain.
      const odd = file % 149 === 1 ? ["U1,D-1,Online,2022-01-05,,1,5,more"] : [];
      return [`data/${file}.csv`, [header, ...rows, ...odd, ""].join("\n").replaceAll(",", delimiter)];
    }),
  );
  await inFolder({ "plan.yaml": PLAN, "units.csv": ROSTER, "source.yaml": SOURCE, ...files }, async (cwd) => {
    const plan = await readPlan("plan.yaml", cwd);
    const exports = await openExports({ data: ["data"], cwd, sources: [await readSource("source.yaml", cwd)] });
    const recognised = (await recogniseExports(exports, plan.year)).flatMap((one) => one.recognised ?? []);
    const spec = recognised[0]?.spec;
    const tables = recognised.filter((one) => one.spec === spec).map(({ table }) => table);
    expect(tables.filter(({ bytes }) => bytes?.plain === undefined)).toEqual([]);
    if (spec === undefined) throw new Error("None was recognised.");
    const of = async (threads: number) => {
      const together = await foldTogether(tables, spec, { asksFirst: true, threads });
      if (together === null) throw new Error("They were not folded.");
      const { folding, foldedOf, firstOf } = together;
      const prints = (folding.prints?.pieces ?? []).flatMap((piece) =>
        Array.from({ length: piece.length / 24 }, (_, at) =>
          Buffer.from(piece.subarray(at * 24, at * 24 + 24)).toString("hex"),
        ),
      );
      return {
        folding: { ...folding, prints: prints.sort() },
        keys: folding.folded.map(({ first }) => folding.prints?.keyAt(first)),
        tables: together.tables.map((one) => one && { start: one.start, rows: one.rows }),
        some: [0, 49, 150, 299].map((index) => [firstOf(index), foldedOf(index)]),
      };
    };
    const alone = await of(0);
    expect(alone.tables.filter((one) => one === null)).toHaveLength(3);
    expect(alone.folding.rows).toBeGreaterThan(2000);
    expect(await of(2)).toEqual(alone);
  });
});
