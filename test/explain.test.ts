import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { explain } from "../src/explain.ts";
import type { ExplainRequest } from "../src/explain.ts";
import type { FoundRow, IndicatorSubject } from "../src/explain/explanation.ts";
import { loadPlan, loadSource } from "../src/index.ts";
import type { Plan } from "../src/index.ts";
import { groupBy } from "../src/text/group-by.ts";
import { inFolder } from "./helpers/check-files.ts";
import { countsCsv, planYaml } from "./helpers/plan-yaml.ts";

const ROOT = path.resolve(import.meta.dirname, "..");
const YEAR = { data: ["fixtures/thua-thien-hue-2022"], cwd: ROOT, digests: false };

async function subjectOf(request: ExplainRequest): Promise<IndicatorSubject> {
  const { subject } = await explain(request);
  if (subject?.kind !== "indicator") throw new Error(`nothing to explain of ${request.id}`);
  return subject;
}

/** Every figure is the sum of its rows, or the number of keys that they name. */
function expectTraced({ figures, totals, evidence }: IndicatorSubject, { measures }: Plan): void {
  for (const { measure, rows, found, zeros } of evidence) {
    expect(found).toHaveLength(rows);
    const { accumulate, within = null } = measures[measure] ?? {};
    const idOf = (one: { unit: string | null; level: string | null; period: string }) =>
      JSON.stringify([one.unit, one.level, one.period]);
    const byFigure = groupBy(found, idOf);
    const ofMeasure = figures.filter((one) => one.measure === measure);
    for (const figure of ofMeasure) {
      const behind = byFigure.get(idOf(figure)) ?? [];
      if (accumulate !== "distinct" || within === null)
        expect([figure, sizeOf(behind)]).toEqual([figure, figure.count]);
    }
    for (const { count, ...reporter } of totals.filter((one) => one.measure === measure)) {
      const behind = found.filter(({ unit, level }) => unit === reporter.unit && level === reporter.level);
      expect([reporter, sizeOf(behind)]).toEqual([reporter, count]);
    }
    const wanted = new Set(ofMeasure.map(idOf));
    expect([...byFigure.keys()].filter((id) => !wanted.has(id))).toEqual([]);
    expect(zeros.every(({ count }) => count === 0)).toBe(true);
    expect(measures[measure]?.constant).toBeNull();
  }
}

/** How many different keys rows name, or what they add up to. */
function sizeOf(rows: readonly FoundRow[]): number {
  const keys = new Set(rows.flatMap(({ key }) => key ?? []));
  return keys.size > 0 ? keys.size : rows.reduce((total, { adds }) => total + (adds ?? 0), 0);
}

describe("the cells behind every figure add up to it", () => {
  test.each([null, "2022-Q1", "2022-Q3"])("in the sample year, up to %s", async (period) => {
    const plan = await loadPlan("thua-thien-hue-2022");
    for (const { id } of plan.indicators) expectTraced(await subjectOf({ ...YEAR, plan, id, period }), plan);
  });

  test.each([
    ["official forms", ["fixtures/forms/form"]],
    ["the same in columns alone", ["fixtures/forms/flat"]],
  ])("in %s", async (_, data) => {
    const plan = await loadPlan("fixtures/forms/plan.yaml", { cwd: ROOT });
    const sources = data[0]?.endsWith("flat")
      ? [await loadSource("fixtures/forms/flat.source.yaml", { cwd: ROOT })]
      : [];
    for (const { id } of plan.indicators) expectTraced(await subjectOf({ data, sources, cwd: ROOT, plan, id }), plan);
  });
});

/** The lines of a semicolon file below its header, with their numbers. */
function linesOf(file: string): { readonly line: number; readonly cells: readonly string[] }[] {
  const text = readFileSync(path.join(ROOT, file), "utf8").replace("\uFEFF", "");
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, cells: line.split(";") }))
    .slice(1);
}

const QUARTERS = ["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"];

test("published counts of levels, which no unit stands behind, are traced too", async () => {
  const folder = "fixtures/published/lam-dong-2020-q1";
  const plan = await loadPlan(`${folder}/plan.yaml`, { cwd: ROOT });
  for (const { id } of plan.indicators)
    expectTraced(await subjectOf({ data: [`${folder}/counts.csv`], cwd: ROOT, plan, id }), plan);
});

describe("a search by hand in the exports finds the same cells", () => {
  /** Where the cells of a measure stand: file, line and column of the character, with what is written there. */
  const cellsOf = ({ evidence }: IndicatorSubject, measure: string) =>
    (evidence.find((one) => one.measure === measure)?.found ?? []).flatMap(({ cells }) =>
      cells.map(({ at, text }) => [at.file, "line" in at ? at.line : 0, "column" in at ? at.column : 0, text]),
    );
  /** The same for some columns of the rows of the four quarters that a test keeps. */
  const byHand = (name: string, columns: readonly number[], keeps: (cells: readonly string[]) => boolean) =>
    QUARTERS.flatMap((quarter) => {
      const file = `fixtures/thua-thien-hue-2022/${quarter}/${name}`;
      return linesOf(file)
        .filter(({ cells }) => keeps(cells))
        .flatMap(({ line, cells }) =>
          columns.map((column) => {
            const before = cells.slice(0, column).join(";");
            return [file, line, [...before].length + (column > 0 ? 2 : 1), cells[column]];
          }),
        );
    });

  test("dossiers settled online: the channel, the date of settlement, the dossier's number", async () => {
    const plan = await loadPlan("thua-thien-hue-2022");
    const subject = await subjectOf({ ...YEAR, plan, id: "online-dossiers" });
    const settled = (cells: readonly string[]) => cells[4] === "Trực tuyến" && (cells[7] ?? "").endsWith("/2022");
    expect(cellsOf(subject, "dossiers.settled_online")).toEqual(byHand("ho-so-mot-cua.csv", [1, 4, 7], settled));
    expect(subject.results[0]?.numerator).toBe(cellsOf(subject, "dossiers.settled_online").length / 3);
  });

  test("work files of one level", async () => {
    const plan = await loadPlan("thua-thien-hue-2022");
    const subject = await subjectOf({ ...YEAR, plan, id: "work-files", level: "Cấp xã" });
    const ofLevel = (cells: readonly string[]) => cells[2] === "Cấp xã";
    expect(cellsOf(subject, "work_files.total")).toEqual(byHand("ho-so-cong-viec.csv", [3], ofLevel));
    expect(cellsOf(subject, "work_files.online")).toEqual(byHand("ho-so-cong-viec.csv", [4], ofLevel));
  });

  test("the first ones are the same as all of them, and what they count is known all the same", async () => {
    const plan = await loadPlan("thua-thien-hue-2022");
    const [all, some] = await Promise.all(
      [Infinity, 3].map((most) => subjectOf({ ...YEAR, plan, id: "online-dossiers", most })),
    );
    expect(some?.evidence.map(({ found }) => found)).toEqual(all?.evidence.map(({ found }) => found.slice(0, 3)));
    expect(some?.evidence.map(({ rows }) => rows)).toEqual(all?.evidence.map(({ rows }) => rows));
  });
});

describe("what does not enter is told with the reason", () => {
  const PLAN = planYaml({
    measures: {
      n: {},
      d: {},
      stock: { accumulate: "last" },
      services: { accumulate: "last" },
      used: { accumulate: "distinct", within: "services" },
    },
    indicators: {
      rate: { numerator: "n", denominator: "d + stock", target: { "at-least": "70%" } },
      used: { numerator: "used", denominator: "services", target: { "at-least": "50%" } },
    },
  });
  const explained = (csv: string, request: { id: string; unit?: string }) =>
    inFolder({ "plan.yaml": PLAN, "c.csv": csv }, async (cwd) =>
      subjectOf({ ...request, plan: await loadPlan("plan.yaml", { cwd }), data: ["c.csv"], cwd }),
    );

  test("a figure without its denominator, and an earlier stock", async () => {
    const csv = countsCsv(
      "2022-Q1,A,,n,7",
      "2022-Q2,A,,n,1",
      "2022-Q2,A,,d,2",
      "2022-Q1,A,,stock,1",
      "2022-Q2,A,,stock,3",
    );
    const { leftOut, lacks, figures } = await explained(csv, { id: "rate" });
    expect(leftOut.map(({ measure, period, reason }) => [measure, period, reason])).toEqual([
      ["n", "2022-Q1", "unpaired"],
      ["stock", "2022-Q1", "other-period"],
    ]);
    expect(lacks).toEqual([{ unit: "A", level: null, measure: "d", periods: ["2022-Q1"] }]);
    expect(figures.map(({ count }) => count)).toEqual([1, 2, 3]);
  });

  test("a key that the final stock no longer has", async () => {
    const csv = [
      "period,unit,measure,key,count",
      ...["2022-Q1,A,services,x,1", "2022-Q1,A,services,y,1", "2022-Q1,A,used,x,1", "2022-Q1,A,used,y,1"],
      ...["2022-Q2,A,services,x,1", "2022-Q2,A,used,x,1", ""],
    ].join("\n");
    const { evidence, totals } = await explained(csv, { id: "used" });
    const [used] = evidence;
    expect(used).toMatchObject({ measure: "used", rows: 2, uncounted: [{ fate: "not-within", rows: 1 }] });
    expect(used?.found.map(({ key, period }) => [key, period])).toEqual([
      ["x", "2022-Q1"],
      ["x", "2022-Q2"],
    ]);
    expect(totals[0]).toEqual({ unit: "A", level: null, measure: "used", count: 1 });
  });
});
