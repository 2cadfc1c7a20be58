import { describe, expect, test } from "vitest";
import { loadPlan, loadSource, ProblemError } from "../../src/index.ts";
import type { Problem } from "../../src/index.ts";
import { brief, inFolder } from "../helpers/check-files.ts";
import type { Files } from "../helpers/check-files.ts";
import { marked } from "../helpers/marked.ts";

const PLAN = `format: chitieu/plan@1
id: thu
title: Kế hoạch thử
year: { label: "2022", starts: 2022-01-01 }
levels:
  tinh: { vi: Cấp tỉnh, en: Province }
groups:
  chung: { vi: Chung, en: Common }
measures:
  n: { vi: Đạt, en: Good }
  d: { vi: Tổng, en: All, accumulate: sum }
indicators:
  rate:
    group: chung
    vi: Tỷ lệ
    en: Rate
    numerator: n
    denominator: d
    target: { at-least: 80% }
  count:
    vi: Số lượng
    en: Count
    value: n + 1
    target:
      at-least: 982
tasks:
  viec: { group: chung, vi: Việc, en: Work }
`;

/** What stands above the title, and the whole of one indicator. */
const HEAD = "format: chitieu/plan@1\nid: thu\n";
const RATE = PLAN.slice(PLAN.indexOf("rate:"), PLAN.indexOf("  count:"));

const SOURCE = `format: chitieu/source@1
id: own
rows: record
columns:
  unit: { header: [Phòng] }
  kind: { header: [Loại], values: { a: [A], b: [B] } }
  day: { header: [Ngày], type: date }
  n: { header: [Số], type: count }
key: unit
measures:
  n: { count: { kind: a }, period: day }
  d: { sum: n, where: { n: { more-than: 0 } } }
`;

async function problemsOf(load: Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await load;
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
}

function planProblems(yaml: string | Uint8Array, files: Files = {}): Promise<readonly Problem[]> {
  return inFolder({ "plan.yaml": yaml, ...files }, (cwd) => problemsOf(loadPlan("plan.yaml", { cwd })));
}

function sourceProblems(yaml: string): Promise<readonly Problem[]> {
  return inFolder({ "own.yaml": yaml }, (cwd) => problemsOf(loadSource("own.yaml", { cwd })));
}

/** The YAML with one thing replaced, which must be there once. */
function damaged(yaml: string, from: string, to: string): string {
  expect(yaml.split(from)).toHaveLength(2);
  return yaml.replace(from, () => to);
}

test("the plan and the source that the damages are done to are sound", async () => {
  expect(brief(await planProblems(PLAN))).toEqual([]);
  expect(brief(await sourceProblems(SOURCE))).toEqual([]);
});

/** What is wrong, the damage (`‸` marks where the problem must be), its code and some of its facts. */
type Damage = readonly [name: string, from: string, to: string, code: string, args: object];

describe("what is wrong in a plan has its place", () => {
  const damages: readonly Damage[] = [
    ["an unknown key", "id: thu", "‸isuer: x\nid: thu", "key-unknown", { key: "isuer", nearest: "issuer" }],
    ["an unknown key far from any other", "id: thu", "‸zzzzzzzz: 1\nid: thu", "key-unknown", { nearest: null }],
    ["an unknown key of an indicator", "numerator: n", "‸nummerator: n", "key-unknown", { nearest: "numerator" }],
    ["an unknown operator", "at-least: 80%", "‸at-leest: 80%", "key-unknown", { nearest: "at-least" }],
    ["a missing key", `${HEAD}title: Kế hoạch thử\n`, `‸${HEAD}`, "key-missing", { key: "title" }],
    [
      "a missing denominator",
      RATE,
      `‸${RATE.replace("    denominator: d\n", "")}`,
      "key-missing",
      { key: "denominator" },
    ],
    [
      "a list where a text is due",
      "title: Kế",
      "title: ‸[a]\nissuer: Kế",
      "value-wrong",
      { found: "list", expected: "string" },
    ],
    ["a map where a text is due", "numerator: n", "numerator: ‸{ n: 1 }", "value-wrong", { found: "map" }],
    ["a word that is none of those allowed", "accumulate: sum", "accumulate: ‸add", "value-wrong", { found: "add" }],
    ["an impossible date", "2022-01-01", "‸2022-02-30", "value-wrong", { found: "2022-02-30" }],
    ["a year that starts on the 29th", "2022-01-01", "‸2021-12-29", "value-wrong", { found: "2021-12-29" }],
    ["another format", "chitieu/plan@1", "‸chitieu/plan@2", "value-wrong", { found: "chitieu/plan@2" }],
    ["a measure's name with a hyphen", "n: { vi: Đạt", "‸n-1: { vi: Đạt", "value-wrong", { found: "n-1" }],
    [
      "an unknown measure",
      "numerator: n",
      "numerator: ‸m",
      "name-unknown",
      { kind: "measure", name: "m", nearest: "n" },
    ],
    [
      "an unknown level",
      "{ at-least: 80% }",
      "{ ‸tinhh: { at-least: 80% } }",
      "name-unknown",
      { kind: "level", nearest: "tinh" },
    ],
    [
      "an unknown group",
      "    group: chung\n",
      "    group: ‸chungg\n",
      "name-unknown",
      { kind: "group", nearest: "chung" },
    ],
    ["a formula with another sign", "denominator: d", "denominator: ‸d * 2", "formula-wrong", { text: "d * 2" }],
    ["a formula without its parenthesis", "denominator: d", "denominator: ‸(d - n", "formula-wrong", { expected: ")" }],
    ["a percent sign that is missing", "80%", "‸80", "percent-sign-missing", { text: "80", write: "80%" }],
    ["a percent sign of a count", "982", "‸982%", "percent-sign-unexpected", { text: "982%", write: "982" }],
    ["a decimal comma", "80%", '‸"97,4%"', "amount-unreadable", { text: "97,4%", write: "97.4%" }],
    ["a decimal comma without quotes", "80%", "‸97,4%", "amount-unreadable", { write: "97.4%" }],
    ["a key without a value", "title: Kế hoạch thử", "title:‸", "value-wrong", { found: "", expected: "text" }],
    ["a target in words", "80%", "‸tám mươi%", "amount-unreadable", { text: "tám mươi%" }],
    ["a negative target", "80%", "‸-5%", "amount-unreadable", { text: "-5%" }],
    ["two operators", "target: { at-least: 80%", "‸target: { at-most: 9%, at-least: 80%", "operator-count", {}],
    ["no operator", "target: { at-least: 80% }", "‸target: {}", "operator-count", { found: [] }],
    ["a pair with one end", "at-least: 80%", "between: ‸[80%]", "value-wrong", { found: "list" }],
    [
      "a numerator beside a value",
      "value: n + 1",
      "value: n + 1\n    ‸numerator: n",
      "value-beside-ratio",
      { key: "numerator" },
    ],
    ["a due period before the year", "80%", "80%, by: ‸2021-Q4", "value-wrong", { found: "2021-Q4" }],
    ["a due day before the year", "80%", "80%, by: ‸2021-08-14", "value-wrong", { found: "2021-08-14" }],
    ["a milestone after the target is due", "80%", "80%, milestones: { ‸2023-Q4: 5% }", "milestone-order", {}],
    [
      "two milestones of one day",
      "80%",
      "80%, milestones: { 2022-Q2: 5%, ‸2022-H1: 6% }",
      "milestone-order",
      { other: "2022-Q2" },
    ],
    ["a scope of another year", "value: n", "applies: { from: ‸2023-Q1 }\n    value: n", "value-wrong", {}],
    ["a constant past 2^53−1", "value: n + 1", "value: ‸n + 9007199254740993", "formula-wrong", {}],
    ["a period that is none", "80%", "80%, by: ‸2022-Q5", "value-wrong", { found: "2022-Q5" }],
    [
      "a fraction where a whole number is due",
      "value: n",
      "low-base: ‸1.5\n    value: n",
      "value-wrong",
      { found: "1.5" },
    ],
    ["yes where true is due", "value: n", "advisory: ‸yes\n    value: n", "value-wrong", { found: "yes" }],
    ["a tab", "  tinh: {", "‸\ttinh: {", "yaml-syntax", { kind: "TAB_AS_INDENT" }],
    ["a key twice", "id: thu", "id: thu\n‸id: khac", "yaml-syntax", { kind: "DUPLICATE_KEY" }],
    [
      "a colon and a space in a text without quotes",
      "vi: Tỷ lệ",
      "vi: ‸Tỷ lệ: %",
      "yaml-syntax",
      { kind: "BLOCK_AS_IMPLICIT_KEY" },
    ],
    ["a brace that is not closed", "80% }\n  count", "80%\n  ‸count", "yaml-syntax", {}],
  ];

  test.each(damages)("%s", async (_, from, to, code, args) => {
    const { text, place } = marked(damaged(PLAN, from, to));
    const problems = await planProblems(text);
    expect(brief(problems)[0]).toBe(`error ${code} plan.yaml:${place}`);
    expect(problems[0]?.args).toMatchObject(args);
    expect(problems[0]?.excerpt).not.toBeNull();
  });

  test("each of several", async () => {
    const twice = damaged(damaged(PLAN, "numerator: n", "numerator: m"), "at-least: 80%", "at-least: 80");
    expect(brief(await planProblems(twice))).toEqual([
      "error name-unknown plan.yaml:17:16",
      "error percent-sign-missing plan.yaml:19:25",
    ]);
  });

  test("a decimal comma hides nothing else", async () => {
    const twice = damaged(damaged(PLAN, "at-least: 80%", "at-least: 97,4%"), "    value: n + 1", "    valeu: n + 1");
    expect(brief(await planProblems(twice)).sort()).toEqual([
      "error amount-unreadable plan.yaml:19:25",
      "error key-unknown plan.yaml:23:5",
    ]);
  });

  test("a name in one language serves for both, and without any the id", async () => {
    const unnamed = damaged(PLAN, "n: { vi: Đạt, en: Good }", "n: { vi: Đạt }").replace("{ vi: Tổng, en: All, ", "{ ");
    const plan = await inFolder({ "plan.yaml": unnamed }, (cwd) => loadPlan("plan.yaml", { cwd }));
    expect(plan.measures).toMatchObject({ n: { vi: "Đạt", en: "Đạt" }, d: { vi: "d", en: "d" } });
  });

  test("aliases that multiply beyond measure", async () => {
    const list = (name: string, of: string) => `${name}: &${name} [${Array(10).fill(of).join(", ")}]`;
    const bomb = [list("a", "x"), list("b", "*a"), list("c", "*b"), list("d", "*c"), list("e", "*d")].join("\n");
    const started = performance.now();
    const problems = await planProblems(`${bomb}\n${PLAN}`);
    expect(problems).toMatchObject([{ code: "yaml-syntax", args: { kind: "ALIASES" }, at: { file: "plan.yaml" } }]);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test("what is quoted may hold a colon, and an amount keeps its zeros", async () => {
    const quoted = damaged(damaged(PLAN, "vi: Tỷ lệ", 'vi: "Tỷ lệ: phần trăm"'), "80%", "97.40%");
    const plan = await inFolder({ "plan.yaml": quoted }, (cwd) => loadPlan("plan.yaml", { cwd }));
    expect(plan.indicators[0]).toMatchObject({ vi: "Tỷ lệ: phần trăm", targets: [{ values: ["97.40"] }] });
  });

  test("a byte that is no UTF-8", async () => {
    const bytes = Buffer.from(PLAN);
    bytes[PLAN.indexOf("thu")] = 0xff;
    expect(brief(await planProblems(bytes))).toEqual(["error encoding-invalid plan.yaml:2:5"]);
  });

  test("an empty file", async () => {
    expect((await planProblems("")).map(({ severity }) => severity)).toEqual(["error"]);
  });
});

describe("what is wrong in a roster has its place", () => {
  const withRoster = damaged(PLAN, "groups:", "units: units.csv\ngroups:");
  test.each<[string, string | null, string]>([
    ["it is not there", null, "error file-unreadable units.csv"],
    ["a column is missing", "code,name\nA,Sở A\n", "error key-missing units.csv:1:1"],
    ["a level that the plan does not have", "code,name,level\nA,Sở A,tinhh\n", "error name-unknown units.csv:2:8"],
    ["a code is missing", "code,name,level\n,Sở A,tinh\n", "error cell-missing units.csv:2:1"],
    ["a name twice", "code,name,level\nA,Sở A,tinh\nB,SỞ A,tinh\n", "error name-twice units.csv:3:1"],
    [
      "an alias that is another's code",
      "code,name,level,aliases\nA,Sở A,tinh,\nB,Sở B,tinh,x|a\n",
      "error name-twice units.csv:3:1",
    ],
    ["a quote is not closed", 'code,name,level\nA,"Sở A,tinh\n', "error quote-wrong units.csv:2:3"],
  ])("%s", async (_, roster, problem) => {
    const files: Files = roster === null ? {} : { "units.csv": roster };
    expect(brief(await planProblems(withRoster, files))).toContain(problem);
  });
});

describe("a unit that the roster does not have", () => {
  const withRoster = damaged(PLAN, "groups:", "units: units.csv\ngroups:");
  const roster = { "units.csv": "code,name,level\nA,Sở A,tinh\n" };

  test.each<[string, string, string]>([
    ["a target of its own", "at-least: 80% }", "at-least: 80%, units: { ‸B: { at-least: 90% } } }"],
    ["a scope", "value: n", "applies: { units: ‸[A, B] }\n    value: n"],
  ])("%s", async (_, from, to) => {
    const { text, place } = marked(damaged(withRoster, from, to));
    const problems = await planProblems(text, roster);
    expect(brief(problems)).toEqual([`error name-unknown plan.yaml:${place}`]);
    expect(problems[0]?.args).toMatchObject({ kind: "unit", name: "B" });
  });
});

describe("what is wrong in a source has its place", () => {
  const damages: readonly Damage[] = [
    ["an unknown column", "{ sum: n", "{ sum: ‸m", "name-unknown", { kind: "column", name: "m", nearest: "n" }],
    ["an unknown category", "kind: a }", "kind: ‸c }", "name-unknown", { kind: "category", name: "c" }],
    [
      "a period that is no date",
      "day: { header: [Ngày], type: date }",
      "‸day: { header: [Ngày] }",
      "value-wrong",
      { expected: "type: date" },
    ],
    [
      "a sum over a column that is no count",
      "n: { header: [Số], type: count }",
      "‸n: { header: [Số] }",
      "value-wrong",
      { expected: "type: count" },
    ],
    ["a spelling of two categories", "b: [B]", "‸b: [a]", "name-twice", { name: "a", first: "a" }],
    ["an unknown key column", "key: unit", "key: ‸code", "name-unknown", { name: "code" }],
    ["another kind of row", "rows: record", "rows: ‸records", "value-wrong", { found: "records" }],
    [
      "a column without a header",
      "unit: { header: [Phòng] }",
      "‸unit: { type: text }",
      "key-missing",
      { key: "header" },
    ],
    ["a comparison with no count", "more-than: 0", "more-than: ‸nhiều", "value-wrong", { found: "nhiều" }],
  ];

  test.each(damages)("%s", async (_, from, to, code, args) => {
    const { text, place } = marked(damaged(SOURCE, from, to));
    const problems = await sourceProblems(text);
    expect(brief(problems)[0]).toBe(`error ${code} own.yaml:${place}`);
    expect(problems[0]?.args).toMatchObject(args);
  });
});

describe("what cannot be found", () => {
  test("a plan: neither shipped nor a file", async () => {
    expect(await problemsOf(loadPlan("thua-thien-hue-2021"))).toMatchObject([
      { code: "plan-not-found", args: { plan: "thua-thien-hue-2021", nearest: "thua-thien-hue-2022" } },
    ]);
  });

  test("a source: neither shipped nor a file", async () => {
    expect(await problemsOf(loadSource("one-stop-dossier"))).toMatchObject([
      { code: "source-not-found", args: { nearest: "one-stop-dossiers" } },
    ]);
  });
});
