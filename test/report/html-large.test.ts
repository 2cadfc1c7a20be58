import { expect, test } from "vitest";
import { rosterFiles } from "../../bench/roster.js";
import { checkInFull } from "../../src/report-of.ts";
import { loadPlan } from "../../src/load.ts";
import { inFolder } from "../helpers/check-files.ts";
import { pageOf } from "./html-page.ts";

const INDICATORS = 3;

async function pageWith(agencies: number) {
  return inFolder(rosterFiles(agencies, { indicators: INDICATORS }), async (cwd) => {
    const plan = await loadPlan("plan.yaml", { cwd });
    const report = await checkInFull({ plan, data: ["counts.csv"], cwd });
    const page = await pageOf(report, "en");
    const targets = page.slice(page.indexOf('id="targets"'), page.indexOf('id="breakdown"'));
    return { report, page, targets, rows: targets.split("<tr").length };
  });
}

test("what a figure opens to is as long for many agencies as for more", async () => {
  const { report, page, targets, rows } = await pageWith(240);
  const quarters = 4;
  expect(rows).toBeLessThan(INDICATORS * (100 + 3 * quarters + 10));
  expect(targets).toContain("240 agencies");
  expect(targets).toContain("chitieu explain i1 --all");
  for (const { code } of report.assessment.plan?.roster ?? []) {
    expect(page).toContain(`<bdi>${report.assessment.units.get(code)?.name}</bdi>`);
  }
});

test("of a hundred each stands there with its line", async () => {
  const { targets } = await pageWith(100);
  expect(targets).not.toContain("chitieu explain");
  expect(targets).toContain("2:1");
});
