import { describe, expect, test } from "vitest";
import { loadPlan, ProblemError } from "../../src/index.ts";
import type { Problem, ProblemCode } from "../../src/index.ts";
import { problems as en } from "../../src/locale/en/problems.ts";
import { problems as vi } from "../../src/locale/vi/problems.ts";
import { wordingOf } from "../../src/problem/wording-of.ts";
import { brief, inFolder } from "../helpers/check-files.ts";
import { marked } from "../helpers/marked.ts";

/** A plan that has everything that a plan can have. */
const PLAN = `format: chitieu/plan@1
id: thu
number: 12/KH-UBND
title: Kế hoạch thử
issuer: UBND tỉnh
issued: 2021-12-03
language: vi
year: { label: "2022", starts: 2022-01-01 }
levels:
  tinh: { vi: Cấp tỉnh, en: Province, aliases: [Sở ban ngành] }
  xa: { vi: Cấp xã, en: Commune }
units: units.csv
groups:
  chung: { vi: Chung, en: Common }
measures:
  files.online: { vi: Hồ sơ trực tuyến, en: Files online }
  files.total: { vi: Hồ sơ, en: Files, accumulate: sum }
  services: { vi: Dịch vụ, en: Services, accumulate: last }
  services.used: { vi: Dịch vụ có hồ sơ, en: Services used, accumulate: distinct, within: services }
  secret: { vi: Mật, en: Secret, constant: 0, because: không có }
indicators:
  rate:
    group: chung
    vi: Tỷ lệ trực tuyến
    en: Rate online
    text: 80% hồ sơ trực tuyến
    numerator: files.online
    denominator: files.total - secret
    target: { at-least: 80%, by: 2022-Q4, milestones: { 2022-Q2: 50% } }
    excludes: văn bản mật
    applies: { levels: [tinh, xa], from: 2022-Q1 }
    low-base: 30
    advisory: false
  by-level:
    vi: Theo cấp
    en: By level
    numerator: services.used
    denominator: services
    target: { tinh: { at-least: 95% }, xa: { more-than: 70.5% }, units: { A: { exactly: 100% } } }
  count:
    vi: Số lượng
    en: Count
    value: services
    target:
      at-least: 982
  range:
    vi: Khoảng
    en: Range
    numerator: services.used
    denominator: services
    target: { between: [8.3%, 8.5%] }
tasks:
  viec: { group: chung, vi: Việc, en: Work, text: Tiếp tục đầu tư }
amendments:
  - number: 45/QĐ-UBND
    issued: 2022-06-20
    effective: 2022-Q3
    changed:
      rate: { target: { at-least: 75% } }
    added:
      fresh: { vi: Mới, en: Fresh, value: services, target: { at-most: 30 } }
    withdrawn: [range]
  - number: 90/QĐ-UBND
    issued: 2022-09-20
    effective: 2022-Q4
    changed:
      count: { target: { at-least: 990 } }
waivers:
  - indicator: rate
    unit: B
    until: 2022-Q3
    reason: Bão số 4
    document: 77/UBND-CNTT
  - indicator: by-level
    level: xa
    until: 2022-Q4
    reason: Sáp nhập xã
    document: 81/UBND-CNTT
`;

const ROSTER = "code,name,level\nA,Sở A,tinh\nB,Xã B,xa\n";

async function problemsOf(yaml: string): Promise<readonly Problem[]> {
  return inFolder({ "plan.yaml": yaml, "units.csv": ROSTER }, async (cwd) => {
    try {
      await loadPlan("plan.yaml", { cwd });
      return [];
    } catch (error) {
      if (error instanceof ProblemError) return error.problems;
      throw error;
    }
  });
}

/**
 * What is done to the plan, the code of the one problem that it must give, and some of what that says. `‸` marks the
 * place of the problem; where it is not in what is replaced, it stands before the last text.
 */
type Damage = readonly [from: string, to: string, code: ProblemCode, args?: object, before?: string];

const bomb = ["a: &a [x, x, x, x, x, x, x, x, x, x]"];
for (const [name, of] of ["ba", "cb", "dc", "ed"])
  bomb.push(`${name}: &${name} [${Array(10).fill(`*${of}`).join(", ")}]`);

const DAMAGES: Readonly<Record<string, readonly Damage[]>> = {
  "a key that is misspelt, missing or out of place": [
    ["issuer: UBND", "‸isuer: UBND", "key-unknown", { nearest: "issuer" }],
    ["title: Kế", "‸Title: Kế", "key-unknown", { nearest: "title" }],
    ["id: thu\n", "id: thu\n‸zzzzzzzz: 1\n", "key-unknown", { nearest: null }],
    ["    numerator: files.online", "    ‸nummerator: files.online", "key-unknown", { nearest: "numerator" }],
    ["low-base", "‸low_base", "key-unknown", { nearest: "low-base" }],
    ["{ at-least: 80%", "{ ‸at-leest: 80%", "key-unknown", { nearest: "at-least" }],
    ["{ at-least: 80%", "{ ‸atleast: 80%", "key-unknown", { nearest: "at-least" }],
    ["by: 2022-Q4", "‸due: 2022-Q4", "key-unknown", {}],
    ["milestones:", "‸milestone:", "key-unknown", { nearest: "milestones" }],
    [
      "services: { vi: Dịch vụ, en: Services, accumulate",
      "services: { vi: Dịch vụ, en: Services, ‸acumulate",
      "key-unknown",
      { nearest: "accumulate" },
    ],
    ["constant: 0", "‸constan: 0", "key-unknown", { nearest: "constant" }],
    ["from: 2022-Q1", "‸form: 2022-Q1", "key-unknown", { nearest: "from" }],
    ["starts:", "‸start:", "key-unknown", { nearest: "starts" }],
    ["aliases:", "‸alias:", "key-unknown", {}],
    ["tasks:", "‸task:", "key-unknown", { nearest: "tasks" }],
    ["amendments:", "‸amendment:", "key-unknown", { nearest: "amendments" }],
    ["waivers:", "‸waiver:", "key-unknown", { nearest: "waivers" }],
    ["    added:", "    ‸add:", "key-unknown", {}],
    ["    withdrawn:", "    ‸withdraw:", "key-unknown", { nearest: "withdrawn" }],
    ["unit: B", "‸units: B", "key-unknown", { nearest: "unit" }],
    ["reason: Bão", "‸raeson: Bão", "key-unknown", { nearest: "reason" }],
    ["format: chitieu/plan@1\n", "‸", "key-missing", { key: "format" }],
    ["title: Kế hoạch thử\n", "", "key-missing", { key: "title" }, "format:"],
    [", starts: 2022-01-01", "", "key-missing", { key: "starts" }, "year:"],
    ["    denominator: files.total - secret\n", "", "key-missing", { key: "denominator" }, "rate:\n"],
    ["    numerator: files.online\n", "", "key-missing", { key: "numerator" }, "rate:\n"],
    ["    target: { between: [8.3%, 8.5%] }\n", "", "key-missing", { key: "target" }, "range:"],
    ["    target:\n      at-least: 982\n", "", "key-missing", { key: "target" }, "count:\n"],
  ],
  "a value of another type": [
    ["title: Kế hoạch thử", "title: ‸[Kế hoạch thử]", "value-wrong", { found: "list" }],
    ["title: Kế hoạch thử", "title: ‸{ vi: Kế hoạch thử }", "value-wrong", { found: "map" }],
    ["title: Kế hoạch thử", "title:‸", "value-wrong", { found: "", expected: "text" }],
    ["title: Kế hoạch thử", 'title: ‸""', "value-wrong", { found: "", expected: "text" }],
    ["issued: 2021-12-03", "issued: ‸3/12/2021", "value-wrong", { found: "3/12/2021", expected: "date" }],
    ["issued: 2021-12-03", "issued: ‸2021-02-30", "value-wrong", { found: "2021-02-30" }],
    ["2022-01-01", "‸2021-12-29", "value-wrong", { expected: "day-28" }],
    ["2022-01-01", "‸2021-01-01", "value-wrong", { found: "2021-01-01" }],
    ['label: "2022"', "label: ‸22", "value-wrong", { expected: "year" }],
    ["year: { label", "year: ‸2022 #{ label", "value-wrong", { expected: "year-map" }],
    ["language: vi", "language: ‸Tiếng Việt", "value-wrong", { expected: "“vi” | “en”" }],
    ["chitieu/plan@1", "‸chitieu/plan@2", "value-wrong", { found: "chitieu/plan@2" }],
    ["id: thu", "id: ‸kế hoạch 2022", "value-wrong", { expected: "id" }],
    ["  files.online: {", "  ‸files-online: {", "value-wrong", { expected: "measure-name" }],
    ["  chung: {", "  ‸1: {", "value-wrong", { expected: "id" }],
    ["accumulate: sum", "accumulate: ‸add", "value-wrong", { found: "add" }],
    ["constant: 0", "constant: ‸không", "value-wrong", { expected: "whole-number" }],
    ["constant: 0", "constant: ‸1.250", "value-wrong", { expected: "whole-number" }],
    ["low-base: 30", "low-base: ‸-1", "value-wrong", { expected: "whole-number" }],
    ["advisory: false", "advisory: ‸no", "value-wrong", { found: "no" }],
    ["numerator: files.online\n", "numerator: ‸{ files.online }\n", "value-wrong", { found: "map" }],
    ["levels: [tinh, xa]", "levels: ‸{ tinh, xa }", "value-wrong", { found: "map" }],
    ["applies: { levels: [tinh, xa], from: 2022-Q1 }", "applies: ‸tinh", "value-wrong", { found: "tinh" }],
    ["target: { between: [8.3%, 8.5%] }", "target: ‸80%", "value-wrong", { found: "80%", expected: "target" }],
    ["tinh: { at-least: 95% }", "tinh: ‸95%", "value-wrong", { found: "95%", expected: "target" }],
    ["between: [8.3%, 8.5%]", "between: ‸8.3% - 8.5%", "value-wrong", { expected: "pair" }],
    ["between: [8.3%, 8.5%]", "between: ‸[8.3%]", "value-wrong", { expected: "pair" }],
    ["between: [8.3%, 8.5%]", "between: ‸[8.5%, 8.3%]", "value-wrong", { expected: "ascending" }],
    ["more-than: 70.5%", "more-than: ‸[70%, 71%]", "value-wrong", { found: "list" }],
    ["{ 2022-Q2: 50% }", "‸50%", "value-wrong", { found: "50%" }],
    ["withdrawn: [range]", "withdrawn: ‸{ range: true }", "value-wrong", { found: "map" }],
  ],
  "a name that nobody declares": [
    [
      "denominator: files.total - secret",
      "denominator: ‸files.totl - secret",
      "name-unknown",
      { kind: "measure", nearest: "files.total" },
    ],
    ["value: services\n", "value: ‸service\n", "name-unknown", { kind: "measure", nearest: "services" }],
    ["within: services", "within: ‸servicess", "name-unknown", { kind: "measure" }],
    ["    group: chung\n", "    group: ‸chugn\n", "name-unknown", { kind: "group" }],
    ["viec: { group: chung", "viec: { group: ‸chugn", "name-unknown", { kind: "group" }],
    ["levels: [tinh, xa]", "levels: ‸[tinh, xaa]", "name-unknown", { kind: "level", nearest: "xa" }],
    ["tinh: { at-least: 95% }", "‸tih: { at-least: 95% }", "name-unknown", { kind: "level", nearest: "tinh" }],
    ["units: { A: {", "units: { ‸C: {", "name-unknown", { kind: "unit" }],
    ["      rate: { target", "      ‸rat: { target", "name-unknown", { kind: "indicator", nearest: "rate" }],
    ["value: services, target: { at-most", "value: ‸servicse, target: { at-most", "name-unknown", { kind: "measure" }],
    ["withdrawn: [range]", "withdrawn: [‸rnge]", "name-unknown", { kind: "indicator", nearest: "range" }],
    ["withdrawn: [range]", "withdrawn: ‸rnge", "name-unknown", { kind: "indicator", nearest: "range" }],
    ["      count: { target", "      ‸range: { target", "name-unknown", { kind: "indicator" }],
    ["indicator: rate", "indicator: ‸rte", "name-unknown", { kind: "indicator", nearest: "rate" }],
    ["level: xa\n", "level: ‸xã\n", "name-unknown", { kind: "level", nearest: "xa" }],
    ["unit: B", "unit: ‸Xã B", "name-unknown", { kind: "unit", nearest: "B" }],
  ],
  "a target that is not written as one": [
    ["at-least: 80%", "at-least: ‸80", "percent-sign-missing", { write: "80%" }],
    ["xa: { more-than: 70.5% }", "xa: { more-than: ‸70.5 }", "percent-sign-missing", { write: "70.5%" }],
    ["{ 2022-Q2: 50% }", "{ 2022-Q2: ‸50 }", "percent-sign-missing", { write: "50%" }],
    ["at-least: 75%", "at-least: ‸75", "percent-sign-missing", { write: "75%" }],
    ["at-least: 982", "at-least: ‸982%", "percent-sign-unexpected", { write: "982" }],
    ["at-most: 30", "at-most: ‸30%", "percent-sign-unexpected", { write: "30" }],
    ["at-least: 80%", 'at-least: ‸"97,4%"', "amount-unreadable", { write: "97.4%" }],
    ["at-least: 80%", "at-least: ‸97,4%", "amount-unreadable", { write: "97.4%" }],
    ["at-least: 75%", "at-least: ‸97,4%", "amount-unreadable", { write: "97.4%" }],
    ["at-least: 982", "at-least: ‸982,5", "amount-unreadable", { write: "982.5" }],
    ["at-least: 982", "at-least: ‸1 982", "amount-unreadable", { write: "1982" }],
    ["at-least: 982", "at-least: ‸1.982", "amount-unreadable", { write: "1982" }],
    ["at-least: 982", "at-least: ‸1,982", "amount-unreadable", { write: "1982" }],
    ["at-least: 982", "at-least: ‸1.982.000", "amount-unreadable", { write: "1982000" }],
    ["at-least: 80%", "at-least: ‸tám mươi%", "amount-unreadable", {}],
    ["at-least: 80%", "at-least: ‸-80%", "amount-unreadable", {}],
    ["at-least: 80%", "at-least: ‸>= 80%", "yaml-syntax", {}],
    ["at-least: 80%", "at-least:‸", "amount-unreadable", {}],
    ["target: { tinh:", "‸target: { at-least: 1%, at-most: 2%, tinh:", "operator-count", {}],
    ["target: { between: [8.3%, 8.5%] }", "‸target: {}", "operator-count", { found: [] }],
    ["target: { between: [8.3%, 8.5%] }", "‸target: { by: 2022-Q2 }", "operator-count", { found: [] }],
    ["{ at-least: 95% }", "{}", "operator-count", { found: [] }, "tinh: {}"],
    [
      "value: services\n",
      "value: services\n    ‸denominator: services\n",
      "value-beside-ratio",
      { key: "denominator" },
    ],
    ["denominator: files.total - secret", "denominator: ‸files.total * 2", "formula-wrong", {}],
    ["denominator: files.total - secret", "denominator: ‸(files.total - secret", "formula-wrong", { expected: ")" }],
    ["denominator: files.total - secret", "denominator: ‸files.total -", "formula-wrong", { expected: "operand" }],
    [
      "denominator: files.total - secret",
      "denominator: ‸files.total secret",
      "formula-wrong",
      { expected: "operator" },
    ],
    ["denominator: files.total - secret", "denominator: ‸files.total / secret", "formula-wrong", {}],
    ["value: services\n", "value: ‸services + 9007199254740993\n", "formula-wrong", { expected: "exact" }],
    ["by: 2022-Q4", "by: ‸2022-Q5", "value-wrong", { expected: "period-or-date" }],
    ["by: 2022-Q4", "by: ‸Quý IV/2022", "value-wrong", { expected: "period-or-date" }],
    ["by: 2022-Q4", "by: ‸15/8/2022", "value-wrong", { expected: "period-or-date" }],
    ["by: 2022-Q4", "by: ‸2021-Q4", "value-wrong", { found: "2021-Q4" }],
    ["{ 2022-Q2: 50% }", "{ ‸quý 2: 50% }", "value-wrong", { found: "quý 2" }],
    ["{ 2022-Q2: 50% }", "{ ‸2023-Q2: 50% }", "milestone-order", {}],
    ["{ 2022-Q2: 50% }", "{ 2022-Q2: 50%, ‸2022-06: 60% }", "milestone-order", {}],
    ["{ 2022-Q2: 50% }", "{ 2022-Q2: ‸[50%, 60%] }", "value-wrong", { found: "list" }],
    ["from: 2022-Q1", "from: ‸2023-Q1", "value-wrong", { found: "2023-Q1" }],
  ],
  "a later decision": [
    ["  - number: 45/QĐ-UBND\n    issued", "  - ‸issued", "key-missing", { key: "number" }],
    ["    issued: 2022-06-20\n", "", "key-missing", { key: "issued" }, "number: 45/"],
    ["    effective: 2022-Q3\n", "", "key-missing", { key: "effective" }, "number: 45/"],
    ["effective: 2022-Q3", "effective: ‸2022-07-01", "value-wrong", { expected: "period" }],
    ["effective: 2022-Q3", "effective: ‸2023-Q1", "value-wrong", { found: "2023-Q1" }],
    ["effective: 2022-Q4", "effective: ‸2022-Q2", "value-wrong", { found: "2022-Q2" }],
    [
      "    changed:\n      count: { target: { at-least: 990 } }\n",
      "",
      "key-missing",
      { key: "changed" },
      "number: 90/",
    ],
    ["      fresh: {", "      ‸rate: {", "indicator-twice", { id: "rate" }],
    [
      "rate: { target: { at-least: 75% } }",
      "rate: { ‸tagret: { at-least: 75% } }",
      "key-unknown",
      { nearest: "target" },
    ],
    ["rate: { target: { at-least: 75% } }", "‸rate: { value: services }", "key-missing", { key: "target" }],
    ["rate: { target: { at-least: 75% } }", "rate: { ‸target: { at-least: 75%, at-most: 80% } }", "operator-count"],
    [
      "fresh: { vi: Mới, en: Fresh, value: services,",
      "‸fresh: { vi: Mới, en: Fresh,",
      "key-missing",
      { key: "numerator" },
    ],
  ],
  "a waiver": [
    ["    until: 2022-Q3\n", "", "key-missing", { key: "until" }, "indicator: rate"],
    ["    document: 77/UBND-CNTT\n", "", "key-missing", { key: "document" }, "indicator: rate"],
    ["    reason: Bão số 4\n", "", "key-missing", { key: "reason" }, "indicator: rate"],
    ["reason: Bão số 4", "reason:‸", "value-wrong", { expected: "text" }],
    ["  - indicator: rate\n    unit", "  - ‸unit", "key-missing", { key: "indicator" }],
    ["until: 2022-Q3", "until: ‸30/9/2022", "value-wrong", { expected: "period" }],
    ["until: 2022-Q3", "until: ‸2021-Q4", "value-wrong", { found: "2021-Q4" }],
    ["    unit: B\n", "    level: xa\n    ‸unit: B\n", "level-beside-unit", {}],
  ],
  "what is no YAML": [
    ["  tinh: {", "‸\ttinh: {", "yaml-syntax", { kind: "TAB_AS_INDENT" }],
    ["  count:\n    vi: Số", "  count:\n  ‸\tvi: Số", "yaml-syntax", { kind: "TAB_AS_INDENT" }],
    ["id: thu\n", "id: thu\n‸id: khac\n", "yaml-syntax", { kind: "DUPLICATE_KEY" }],
    ["  count:\n    vi: Số", "  ‸rate:\n    vi: Số", "yaml-syntax", { kind: "DUPLICATE_KEY" }],
    ["text: 80% hồ sơ trực tuyến", "text: ‸80% hồ sơ: trực tuyến", "yaml-syntax", { kind: "BLOCK_AS_IMPLICIT_KEY" }],
    ["text: 80% hồ sơ trực tuyến", "text: ‸@80% hồ sơ", "yaml-syntax", { kind: "BAD_SCALAR_START" }],
    ["text: 80% hồ sơ trực tuyến", "text: ‸%80 hồ sơ", "yaml-syntax", { kind: "BAD_SCALAR_START" }],
    ["text: 80% hồ sơ trực tuyến", "text: ‸`80%` hồ sơ", "yaml-syntax", { kind: "BAD_SCALAR_START" }],
    ["text: 80% hồ sơ trực tuyến", 'text: "80%" ‸hồ sơ "trực tuyến"', "yaml-syntax", {}],
    ["text: 80% hồ sơ trực tuyến", "text: *hồ ‸sơ", "yaml-syntax"],
    ["title: Kế hoạch thử", "title: ‸*moi", "yaml-syntax", { kind: "ALIAS_UNKNOWN" }],
    [
      "milestones: { 2022-Q2: 50% } }",
      "milestones: { 2022-Q2: 50% }",
      "yaml-syntax",
      { kind: "MISSING_CHAR" },
      "excludes:",
    ],
    ["levels: [tinh, xa], from: 2022-Q1 }", "levels: [tinh, xa, from: 2022-Q1 ‸}", "yaml-syntax"],
    ["    low-base: 30", "‸   low-base: 30", "yaml-syntax", { kind: "BAD_INDENT" }],
    ["id: thu\n", "id: thu\n‸---\n", "yaml-syntax", { kind: "MULTIPLE_DOCS" }],
    ["id: thu\n", `id: thu\n${bomb.join("\n")}\n`, "yaml-syntax", { kind: "ALIASES" }, "format:"],
    ["issuer: UBND tỉnh\n", "‸issuer UBND tỉnh\n", "yaml-syntax", {}],
    ["language: vi\n", "language:vi\n", "yaml-syntax", {}, "language:vi"],
  ],
};

/** The plan with one thing replaced, which must be there once. */
function damaged([from, to, , , before]: Damage): string {
  expect(PLAN.split(from)).toHaveLength(2);
  const text = PLAN.replace(from, () => to);
  if (before === undefined) return text;
  expect(text.split(before)).toHaveLength(2);
  return text.replace(before, () => `‸${before}`);
}

test("the plan that the damages are done to is sound", async () => {
  expect(brief(await problemsOf(PLAN))).toEqual([]);
});

test("there are a hundred damages", () => {
  expect(Object.values(DAMAGES).flat().length).toBeGreaterThanOrEqual(100);
});

describe.each(Object.entries(DAMAGES))("%s is one problem at its place, with a way out", (_, damages) => {
  const each = damages.map(([from, to, ...rest]) => ({ from, to, damage: [from, to, ...rest] as const }));
  test.each(each)("$from → $to", async ({ damage }) => {
    const [, , code, args = {}] = damage;
    const { text, place } = marked(damaged(damage));
    const all = await problemsOf(text);
    expect(brief(all)).toEqual([`error ${code} plan.yaml:${place}`]);
    const [found] = all;
    expect(found?.args).toMatchObject(args);
    expect(found?.excerpt).not.toBeNull();
    for (const problems of [en, vi]) expect(found && wordingOf(found, { problems }).hint).toMatch(/\p{L}{2}.*[.?…”]$/u);
  });
});
