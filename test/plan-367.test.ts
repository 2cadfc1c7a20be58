import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadPlan } from "../src/index.ts";

const plan = await loadPlan("thua-thien-hue-2022");
const ANNOUNCEMENT = "../shared/plan-367.txt";
/** What only the province's second page on the plan says. */
const FROM_SECOND_PAGE = ["shared-software", "less-paper"];

test("what plan it is", () => {
  expect(plan).toMatchObject({
    number: "367/KH-UBND",
    issuer: "UBND tỉnh Thừa Thiên Huế",
    issued: "2021-12-03",
    language: "vi",
    year: { label: "2022", starts: "2022-01-01" },
  });
});

test("19 indicators with 21 targets, and 20 tasks, in six groups", () => {
  expect(plan.indicators).toHaveLength(19);
  expect(plan.indicators.flatMap(({ targets }) => targets)).toHaveLength(21);
  expect(plan.tasks).toHaveLength(20);
  expect(Object.keys(plan.groups)).toHaveLength(6);
});

test("the work programme: 5 contents of digital government, 8 of the economy, 4 of society", () => {
  const tasks = (group: string) => plan.tasks.filter((task) => task.group === group);
  expect(tasks("digital-government")).toHaveLength(5);
  expect(tasks("digital-economy")).toHaveLength(8);
  expect(tasks("digital-society")).toHaveLength(4);
});

test("the targets of the announcement", () => {
  const targets = plan.indicators.flatMap(({ id, targets: all }) =>
    all.map(({ level, operator, values }) => [id, ...(level === null ? [] : [level]), operator, ...values].join(" ")),
  );
  expect(targets).toEqual([
    "one-stop at-least 100",
    "portals-compliant at-least 100",
    "mobile-signature at-least 30",
    "electronic-dossier at-least 90",
    "electronic-documents at-least 100",
    "work-files tinh at-least 95",
    "work-files huyen at-least 90",
    "work-files xa at-least 80",
    "shared-software at-least 100",
    "periodic-reports at-least 90",
    "digital-identity at-least 100",
    "online-dossiers at-least 80",
    "national-portal at-least 50",
    "services-level3 at-least 80",
    "services-level4 at-least 80",
    "level3-used at-least 70",
    "level4-used at-least 70",
    "document-software at-least 100",
    "private-network at-least 100",
    "systems-approved at-least 100",
    "systems-four-layers at-least 100",
  ]);
});

test("everything quotes the plan, stands in a group, and has a name in both languages", () => {
  for (const { text, group, vi, en } of [...plan.indicators, ...plan.tasks]) {
    expect(text).toBeTruthy();
    expect(Object.keys(plan.groups)).toContain(group);
    expect(vi).not.toBe(en);
  }
});

test("what comes from the second page says so, and nothing else does", () => {
  const citing = [...plan.indicators, ...plan.tasks].filter(({ cites }) => cites.length > 0);
  expect(citing.map(({ id }) => id)).toEqual(FROM_SECOND_PAGE);
});

test.skipIf(!existsSync(ANNOUNCEMENT))("every quotation stands in the announcement, its parts in order", () => {
  const announcement = readFileSync(ANNOUNCEMENT, "utf8").normalize("NFC");
  for (const { id, text } of [...plan.indicators, ...plan.tasks]) {
    if (FROM_SECOND_PAGE.includes(id)) continue;
    let from = 0;
    for (const part of (text ?? "").split(" … ")) {
      const at = announcement.indexOf(part, from);
      expect(at, `${id}: ${part}`).toBeGreaterThanOrEqual(0);
      from = at + part.length;
    }
  }
});
