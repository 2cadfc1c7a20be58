import { expect, test } from "vitest";
import { check, loadPlan } from "../src/index.ts";
import { brief, resultOf } from "./helpers/check-files.ts";

test("Thừa Thiên Huế, end of 2022: the published counts give these rates and verdicts", async () => {
  const plan = await loadPlan("thua-thien-hue-2022");
  const assessment = await check({ plan, data: ["fixtures/published/thua-thien-hue-2022"], period: "2022" });
  expect(resultOf(assessment, "level3-used")).toMatchObject({
    verdict: "missed",
    numerator: 367,
    denominator: 814,
    percent: "45.09",
    gap: { fixed: 203, growing: 676 },
  });
  expect(resultOf(assessment, "level4-used")).toMatchObject({
    verdict: "missed",
    numerator: 154,
    denominator: 976,
    percent: "15.78",
  });
  expect(resultOf(assessment, "national-portal")).toMatchObject({
    verdict: "met",
    numerator: 964,
    denominator: 1790,
    percent: "53.85",
    headroom: 69,
  });
  expect(assessment.summary).toMatchObject({ met: 1, missed: 2, "no-data": 18, invalid: 0 });
  // A page publishes some figures only: what the other indicators lack is noted, and nothing worse.
  expect(assessment.problems.filter(({ severity }) => severity !== "note")).toEqual([]);
});

test("Lâm Đồng, first quarter of 2020: the published rates, and the total that does not add up", async () => {
  const folder = "fixtures/published/lam-dong-2020-q1";
  const assessment = await check({ plan: await loadPlan(`${folder}/plan.yaml`), data: [`${folder}/counts.csv`] });
  const rates = ["tinh", "huyen", "xa"].map((level) => resultOf(assessment, "on-time", { level }));
  expect(rates.map(({ percent, verdict }) => [percent, verdict])).toEqual([
    ["98.63", "met"],
    ["98.28", "missed"],
    ["99.51", "met"],
  ]);
  expect(resultOf(assessment, "on-time-all")).toMatchObject({
    verdict: "met",
    percent: "98.81",
    numerator: 635_595,
    denominator: 643_272,
  });
  expect(brief(assessment.problems)).toEqual([`warning total-mismatch ${folder}/counts.csv:13:1`]);
  expect(assessment.problems[0]).toMatchObject({
    args: { of: "dossiers.on_time", stated: 635_593, sum: 635_595 },
    related: [{ line: 4 }, { line: 7 }, { line: 10 }],
  });
});
