import { expect, test } from "vitest";
import { check, loadPlan } from "../src/index.ts";

test("the sample year", async () => {
  const plan = await loadPlan("thua-thien-hue-2022");
  const { summary } = await check({ plan, data: ["fixtures/thua-thien-hue-2022"] });
  expect(summary).toMatchObject({ met: 12, missed: 8, "no-data": 1 });
});
