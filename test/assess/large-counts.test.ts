import { expect, test } from "vitest";
import { brief, checkFiles, resultOf } from "../helpers/check-files.ts";
import { countPlan, countsCsv, ratioPlan } from "../helpers/plan-yaml.ts";

const MOST = "9007199254740991";

test("2^53−1 is exact, and one less of it is a miss", async () => {
  const csv = countsCsv("2022,,,n,9007199254740990", `2022,,,d,${MOST}`);
  const assessment = await checkFiles({ "plan.yaml": ratioPlan({ "at-least": "100%" }), "data/counts.csv": csv });
  expect(resultOf(assessment, "rate")).toMatchObject({
    verdict: "missed",
    numerator: 9_007_199_254_740_990,
    denominator: Number.MAX_SAFE_INTEGER,
    gap: { fixed: 1, growing: null },
  });
});

test.each(["9007199254740992", "9.007.199.254.740.993", "99999999999999999999999"])(
  "%s in a cell is an error",
  async (count) => {
    const csv = countsCsv("2022,,,n,1", `2022,,,d,${count}`);
    const assessment = await checkFiles({ "plan.yaml": ratioPlan({ "at-least": "1%" }), "data/counts.csv": csv });
    expect(brief(assessment.problems)).toEqual(["error count-too-large data/counts.csv:3:10"]);
    expect(assessment.exit.code).toBe(3);
    expect(assessment.results).toEqual([]);
  },
);

test.each([
  ["over units", [`2022,A,,n,${MOST}`, "2022,B,,n,1"]],
  ["over periods", [`2022-Q1,A,,n,${MOST}`, "2022-Q2,A,,n,1"]],
  ["of two halves that are no more than 2^53−1 each", [`2022-Q1,A,,n,${MOST}`, `2022-Q2,A,,n,${MOST}`]],
])("a sum past it %s is an error", async (_, lines) => {
  const files = { "plan.yaml": countPlan({ "at-least": "1" }), "data/counts.csv": countsCsv(...lines) };
  const assessment = await checkFiles(files);
  expect(assessment.problems).toMatchObject([{ code: "sum-too-large", severity: "error" }]);
  expect(assessment.exit.code).toBe(3);
  expect(assessment.results.filter(({ verdict }) => verdict === "met" || verdict === "missed")).toEqual([]);
});

test("a sum past it in the records of one file is an error at the row that passes it", async () => {
  const holders = [
    "Chủ tài khoản;Số tài khoản;Tài khoản đã xác thực định danh điện tử",
    `Người dân;${MOST};0`,
    "Doanh nghiệp;1;0",
  ];
  const plan = countPlan(
    { "at-least": "1" },
    { measures: { "accounts.total": { accumulate: "last" } }, indicator: { value: "accounts.total" } },
  );
  const assessment = await checkFiles({ "plan.yaml": plan, "data/2022-Q1/dinh-danh.csv": holders.join("\n") });
  expect(brief(assessment.problems)).toEqual(["error sum-too-large data/2022-Q1/dinh-danh.csv:3:14"]);
  expect(assessment.results).toEqual([]);
});
