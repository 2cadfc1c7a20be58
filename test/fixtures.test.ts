import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { check, loadPlan } from "../src/index.ts";
import type { Result } from "../src/index.ts";
import { inFolder } from "./helpers/check-files.ts";

const FOLDER = "fixtures/thua-thien-hue-2022";
const plan = await loadPlan("thua-thien-hue-2022");
const readme = readFileSync(`${FOLDER}/README.md`, "utf8");

function csvFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".csv"))
    .map((file) => file.replaceAll(path.sep, "/"))
    .sort();
}

test("the generator writes the same bytes again", async () => {
  const files = {
    "package.json": '{ "type": "module" }',
    "targets/units/thua-thien-hue.csv": readFileSync("targets/units/thua-thien-hue.csv"),
    [`${FOLDER}/generate.js`]: readFileSync(`${FOLDER}/generate.js`),
  };
  await inFolder(files, async (folder) => {
    await promisify(execFile)(process.execPath, [path.join(folder, FOLDER, "generate.js")]);
    const written = path.join(folder, FOLDER);
    expect(csvFiles(written)).toEqual(csvFiles(FOLDER));
    for (const file of csvFiles(FOLDER)) {
      const same = readFileSync(path.join(written, file)).equals(readFileSync(path.join(FOLDER, file)));
      expect(same, file).toBe(true);
    }
  });
});

describe("the sample year comes out as its README says", async () => {
  const assessment = await check({ plan, data: [FOLDER], period: "2022-Q4" });
  const rows = [...readme.matchAll(/^\| `([\w-]+)`(?:, (\S+))? \| (\S+) \| ([\d.]+)\/([\d.]+) \| ([^|]+?) \|/gm)].map(
    ([, indicator, level, target, numerator = "", denominator = "", verdict]) => ({
      indicator,
      level: level?.normalize("NFD").replace(/\p{M}/gu, "") ?? null,
      target,
      numerator: Number(numerator.replaceAll(".", "")),
      denominator: Number(denominator.replaceAll(".", "")),
      verdict,
    }),
  );

  function described({ indicator, level, target, numerator, denominator, verdict, reason, flags }: Result) {
    const word = reason === null ? verdict : `${verdict.replace("-", " ")}: ${reason.replace("-", " ")}`;
    return { indicator, level, target: target?.value, numerator, denominator, verdict: [word, ...flags].join(", ") };
  }

  test("every figure and verdict", () => {
    expect(rows).toHaveLength(21);
    expect(assessment.results.map(described).sort(byIndicator)).toEqual(rows.sort(byIndicator));
    expect(assessment.problems).toEqual([]);
    expect(assessment.exit.code).toBe(1);
  });

  test("the tallies below its table", () => {
    expect(readme).toContain("Twelve met, eight missed, one without data.");
    expect(assessment.summary).toMatchObject({ met: 12, missed: 8, "no-data": 1, invalid: 0, "not-scored": 20 });
    expect(readme).toContain("Of the 20 tasks, 8 are done, 11 in progress and one has not been started.");
    const states = assessment.tasks.map(({ state }) => state);
    const count = (state: string) => states.filter((one) => one === state).length;
    expect([count("done"), count("in-progress"), count("not-started")]).toEqual([8, 11, 1]);
  });

  test("what it says of a union over the year", async () => {
    const [, alone, added] = /(\d+) in the last quarter alone, (\d+) if the quarters were added up/.exec(readme) ?? [];
    const quarters = await Promise.all(
      [1, 2, 3, 4].map(async (quarter) => {
        const { results } = await check({ plan, data: [FOLDER], period: `2022-Q${quarter}`, window: "period" });
        return results.find(({ indicator }) => indicator === "level3-used")?.numerator ?? 0;
      }),
    );
    expect(quarters[3]).toBe(Number(alone));
    expect(quarters.reduce((sum, count) => sum + count, 0)).toBe(Number(added));
  });

  test("who is missing", () => {
    const missing = assessment.results.filter(({ coverage }) => coverage.missing.length > 0);
    expect(missing.map(({ indicator, coverage }) => [indicator, coverage.missing])).toEqual([
      ["electronic-documents", [{ unit: "H57.15", periods: ["2022-Q3"] }]],
    ]);
    expect(readme).toContain("`H57.15` is missing in `2022-Q3`");
  });
});

function byIndicator(a: { indicator?: string | undefined; level?: string | null }, b: typeof a): number {
  const key = ({ indicator, level }: typeof a) => `${indicator} ${level ?? ""}`;
  return key(a) < key(b) ? -1 : 1;
}

test("a window up to the second quarter looks at the files of the first two alone", async () => {
  const [all, half] = await Promise.all([
    check({ plan, data: [FOLDER], period: "2022-Q2" }),
    check({ plan, data: [`${FOLDER}/2022-Q1`, `${FOLDER}/2022-Q2`], period: "2022-Q2" }),
  ]);
  expect(all.inputs).toHaveLength(52);
  expect(half.inputs).toHaveLength(26);
  expect(all.results).toEqual(half.results);
  expect(all.tasks).toEqual(half.tasks);
  expect(all.window).toEqual(["2022-Q1", "2022-Q2"]);
});
