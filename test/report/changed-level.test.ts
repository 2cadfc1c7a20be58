import { expect, test } from "vitest";
import { calculate } from "../../src/check.ts";
import { loadPlan } from "../../src/index.ts";
import { reportOf } from "../../src/report-of.ts";
import { inFolder } from "../helpers/check-files.ts";
import { countsCsv, LEVELS, ratioPlan } from "../helpers/plan-yaml.ts";
import { documentOf, rowsOf } from "./docx-parts.ts";
import { pageOf } from "./html-page.ts";

/** A unit that changes its level stands under both, each with its own figures; one that is gone, nowhere. */
const FILES = {
  "plan.yaml": ratioPlan(
    { huyen: { "at-least": "50%" }, xa: { "at-least": "50%" } },
    { levels: LEVELS, units: "units.csv" },
  ),
  "units.csv":
    "code,name,level,from,until\nG,Huyện Cũ,huyen,,2021-12-31\nP,Thị xã Phong,huyen,,2022-06-30\nP,Phường Phong,xa,2022-07-01,\n",
  "data/counts.csv": countsCsv("2022-H1,P,,n,61", "2022-H1,P,,d,100", "2022-Q3,P,,n,72", "2022-Q3,P,,d,100"),
};

const report = await inFolder(FILES, async (cwd) =>
  reportOf(await calculate({ plan: await loadPlan("plan.yaml", { cwd }), data: ["data"], cwd })),
);

test("in the document", async () => {
  const rows = rowsOf(await documentOf(report)).map((row) => row.join(" | "));
  const from = rows.indexOf("Cấp huyện");
  expect(rows.slice(from, from + 4)).toEqual([
    "Cấp huyện",
    "Phường Phong | 61,00 | 1/1",
    "Cấp xã",
    "Phường Phong | 72,00 | 1/1",
  ]);
});

test("on the page", async () => {
  const page = await pageOf(report);
  const heat = /<table id="units"[\s\S]*?<\/table>/.exec(page)?.[0] ?? "";
  const rows = [...heat.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
    row
      .replaceAll(/<[^>]*>/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim(),
  );
  expect(rows.slice(1).map((row) => row.replace(/ đạt$/, ""))).toEqual([
    "Cấp huyện ✓ 61",
    "Phường Phong ✓ 61",
    "Cấp xã ✓ 72",
    "Phường Phong ✓ 72",
  ]);
});
