import { describe, expect, test, vi } from "vitest";
import { loadPlan, loadSource, ProblemError } from "../../src/index.ts";
import type { Problem } from "../../src/index.ts";
import { brief, inFolder } from "../helpers/check-files.ts";
import type { Files } from "../helpers/check-files.ts";
import { marked } from "../helpers/marked.ts";
import { planYaml } from "../helpers/plan-yaml.ts";

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

describe("what is wrong in a plan", () => {
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
    const names = "abcdefghijkl";
    const bomb = [...names].map((name, at) => list(name, at === 0 ? "x" : `*${names[at - 1]}`)).join("\n");
    const problems = await planProblems(`${bomb}\n${PLAN}`);
    expect(problems).toMatchObject([{ code: "yaml-syntax", args: { kind: "ALIASES" }, at: { file: "plan.yaml" } }]);
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
    ["a name twice", "code,name,level\nA,Sở A,tinh\nB,SỞ A,tinh\n", "error name-twice units.csv:3:3"],
    [
      "an alias that is another's code",
      "code,name,level,aliases\nA,Sở A,tinh,\nB,Sở B,tinh,x|a\n",
      "error name-twice units.csv:3:13",
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
    ["a spelling of two categories", "b: [B]", "‸b: [a]", "name-twice", { name: "a", first: "a", of: "category" }],
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

test("a key that is no text is said in our words alone", async () => {
  const warned = vi.spyOn(process, "emitWarning");
  const text = PLAN.replace("groups:", "? { groups: 1 }\n: 2\ngroups:");
  await inFolder({ "plan.yaml": text }, async (cwd) => {
    expect((await problemsOf(loadPlan("plan.yaml", { cwd })))[0]).toMatchObject({ code: "key-unknown" });
  });
  expect(warned).not.toHaveBeenCalled();
  warned.mockRestore();
});

test("of a roster that cannot be read, no unit that the plan names is a stranger", async () => {
  const waivers = [{ indicator: "count", unit: "A", until: "2022-Q3", reason: "bão", document: "1/UBND" }];
  const indicators = { count: { value: "n", target: { "at-least": "5" } } };
  const plan = planYaml({ indicators, levels: { tinh: { vi: "Tỉnh", en: "Province" } }, units: "units.csv", waivers });
  const found = await planProblems(plan, { "units.csv": "code,name,level,form\nA,A,tinh,2022-Q3\n" });
  expect(brief(found)).toEqual(["error key-unknown units.csv:1:17"]);
});
