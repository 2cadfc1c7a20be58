import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { lint } from "../../src/lint.ts";
import { brief, inFolder } from "../helpers/check-files.ts";
import type { Files } from "../helpers/check-files.ts";
import { marked } from "../helpers/marked.ts";
import { LEVELS, planYaml } from "../helpers/plan-yaml.ts";
import { runCli } from "../helpers/run-cli.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** What lint says of a plan beside the notes, which every plan of made-up measures has. */
async function doubtsOf(yaml: string, files: Files = {}): Promise<string[]> {
  return inFolder({ ...files, "plan.yaml": yaml }, async (cwd) => {
    const { problems } = await lint({ plans: ["plan.yaml"], cwd });
    return brief(problems.filter(({ severity }) => severity !== "note")).map((one) => one.replace(" plan.yaml", ""));
  });
}

function onePlan(indicator: object, more: object = {}): string {
  return planYaml({
    indicators: {
      a: { text: "lời văn", numerator: "n", denominator: "d", target: { "at-least": "80%" }, ...indicator },
    },
    ...more,
  });
}

test.each(readdirSync(path.join(ROOT, "targets")).filter((file) => file.endsWith(".yaml")))(
  "the shipped plan %s has no errors and no warnings",
  async (file) => {
    const { problems, exit } = await lint({ plans: [`targets/${file}`], cwd: ROOT, failOn: "warning" });
    expect(brief(problems.filter(({ severity }) => severity !== "note"))).toEqual([]);
    expect(exit.code).toBe(0);
  },
);

test("a shipped plan is looked through by its id", async () => {
  const { plans, exit } = await lint({ plans: ["thua-thien-hue-2022"], cwd: ROOT });
  expect(plans).toEqual([{ named: "thua-thien-hue-2022", id: "thua-thien-hue-2022" }]);
  expect(exit.code).toBe(0);
});

test("the place is that of the value", async () => {
  const { text, place } = marked(onePlan({ text: "70% hồ sơ" }).replace('"80%"', '‸"80%"'));
  expect(await doubtsOf(text)).toEqual([`warning quote-without-target:${place}`]);
});

describe("the number of a target stands in the plan's words", () => {
  const RATIO = "warning quote-without-target";
  test.each<[string, object, string | null]>([
    ["as it is", { text: "80% hồ sơ", target: { "at-least": "80%" } }, null],
    ["with a decimal comma", { text: "đạt 97,4 %", target: { "at-least": "97.4%" } }, null],
    ["with more zeros", { text: "đạt 80%", target: { "at-least": "80.00%" } }, null],
    ["as a range", { text: "khoảng 8,3 - 8,5%", target: { between: ["8.3%", "8.5%"] } }, null],
    ["among others", { text: "tỉnh 95%, huyện 90%", target: { tinh: { "at-least": "95%" } } }, null],
    ["in the note on how it is read", { text: "giảm 20%", note: "còn 80%", target: { "at-most": "80%" } }, null],
    ["or no number does", { text: "mọi hồ sơ", target: { "at-least": "100%" } }, null],
    ["but another", { text: "80% hồ sơ", target: { "at-least": "8%" } }, RATIO],
    ["but one end of a range", { text: "khoảng 8,3 - 8,5%", target: { between: ["8.3%", "85%"] } }, RATIO],
    ["but not a level's", { text: "tỉnh 95%, huyện 90%", target: { tinh: { "at-least": "59%" } } }, RATIO],
    ["of a count, with thousands", { text: "1.790 dịch vụ", value: "n", target: { "at-least": 1790 } }, null],
    ["of a rank", { text: "trong nhóm 30/63", value: "n", target: { "at-most": 30 } }, null],
    ["of a count, another", { text: "982 DVCTT", value: "n", target: { "at-least": 892 } }, RATIO],
  ])("%s", async (_, indicator, code) => {
    const sides = "value" in indicator ? { numerator: undefined, denominator: undefined } : {};
    const measures = { n: {}, d: { accumulate: "sum" } };
    const used = "value" in indicator ? { n: {} } : measures;
    const found = await doubtsOf(onePlan({ ...sides, ...indicator }, { levels: LEVELS, measures: used }));
    expect(found.map((one) => one.split(":")[0])).toEqual(code === null ? [] : [code]);
  });
});

describe("targets that nothing, or everything, meets", () => {
  test.each<[object, string | null]>([
    [{ target: { "at-least": "100%" } }, null],
    [{ target: { "more-than": "100%" } }, "target-unreachable"],
    [{ target: { "at-least": "105%" } }, "target-unreachable"],
    [{ target: { "at-least": "105%" }, "over-100": "true" }, null],
    [{ target: { exactly: "0%" } }, null],
    [{ target: { "at-most": "0%" } }, null],
    [{ target: { "less-than": "0%" } }, "target-unreachable"],
    [{ target: { "at-most": "100%" } }, "target-always-met"],
    [{ target: { "at-most": "100%" }, "over-100": "true" }, null],
    [{ target: { "less-than": "100%" } }, null],
    [{ target: { "at-least": "0%" } }, "target-always-met"],
    [{ target: { "more-than": "0%" } }, null],
    [{ target: { between: ["0%", "100%"] } }, "target-always-met"],
    [{ target: { between: ["100%", "120%"] } }, null],
    [{ target: { between: ["101%", "120%"] } }, "target-unreachable"],
  ])("%j", async (indicator, code) => {
    const found = await doubtsOf(onePlan(indicator));
    expect(found.map((one) => /(?:warning )(?<code>[a-z-\d]+)/.exec(one)?.groups?.["code"])).toEqual(
      code === null ? [] : [code],
    );
  });
});

describe("milestones", () => {
  const codes = async (target: object) =>
    (await doubtsOf(onePlan({ target }))).map((one) => one.split(":")[0]?.replace("warning ", ""));

  test("rise to a floor, and fall to a ceiling", async () => {
    expect(await codes({ "at-least": "80%", milestones: { "2022-Q1": "20%", "2022-Q3": "60%" } })).toEqual([]);
    expect(await codes({ "at-most": "3%", milestones: { "2022-Q1": "9%", "2022-Q3": "5%" } })).toEqual([]);
    expect(await codes({ "at-least": "80%", milestones: { "2022-Q1": "70%", "2022-Q3": "60%" } })).toEqual([
      "milestone-harder",
    ]);
    expect(await codes({ "at-most": "3%", milestones: { "2022-Q1": "2%" } })).toEqual(["milestone-harder"]);
  });
});

describe("shares of one whole", () => {
  const share = (numerator: string, least: string, denominator = "online + direct") => ({
    text: "lời văn",
    numerator,
    denominator,
    target: { "at-least": least },
  });
  const measures = { online: {}, direct: {} };
  const form = `
    format: chitieu/source@1
    id: form
    rows: unit
    columns:
      unit: { header: [Đơn vị] }
      total: { header: [Tổng], type: count }
      a: { header: [A], type: count }
      b: { header: [B], type: count }
      c: { header: [C], type: count }
    balance: [total = a + b + c]
    measures: { total: total, m.a: a, m.b: b, m.c: c, m.ab: a + b }`;
  const records = `
    format: chitieu/source@1
    id: records
    rows: record
    columns:
      unit: { header: [Mã] }
      degree: { header: [Mức], values: { "3": ["3"], "4": ["4"] } }
      signed: { header: [Ký], values: { yes: [có], no: [không] } }
    measures:
      s.all: { count: all }
      s.three: { count: { degree: "3" } }
      s.four: { count: { degree: "4" } }
      s.signed: { count: { signed: yes } }`;

  async function codes(yaml: string): Promise<string[]> {
    const files = { "plan.yaml": yaml, "form.yaml": form, "records.yaml": records };
    return inFolder(files, async (cwd) => {
      const { loadSource } = await import("../../src/load.ts");
      const sources = await Promise.all(["form.yaml", "records.yaml"].map((file) => loadSource(file, { cwd })));
      const { problems } = await lint({ plans: ["plan.yaml"], sources, cwd });
      return problems.filter(({ severity }) => severity === "warning").map(({ code }) => code);
    });
  }

  test("that are the whole together cannot exceed it", async () => {
    const plan = (a: string, b: string) =>
      planYaml({ measures, indicators: { a: share("online", a), b: share("direct", b) } });
    expect(await codes(plan("80%", "20%"))).toEqual([]);
    expect(await codes(plan("80%", "20.1%"))).toEqual(["shares-over-100"]);
  });

  test("that a form adds up exclude each other", async () => {
    const plan = (numerators: readonly string[], least: string) =>
      planYaml({
        measures: Object.fromEntries(["total", ...numerators].map((id) => [id, {}])),
        indicators: Object.fromEntries(
          numerators.map((numerator) => [numerator.replace(".", "-"), share(numerator, least, "total")]),
        ),
      });
    expect(await codes(plan(["m.a", "m.b", "m.c"], "33.3%"))).toEqual([]);
    expect(await codes(plan(["m.a", "m.b", "m.c"], "33.4%"))).toEqual(["shares-over-100"]);
    expect(await codes(plan(["m.a", "m.ab"], "80%"))).toEqual([]);
  });

  test("that are categories of one column exclude each other, and of two columns don't", async () => {
    const plan = (one: string, other: string) =>
      planYaml({
        measures: { "s.all": {}, [one]: {}, [other]: {} },
        indicators: { a: share(one, "80%", "s.all"), b: share(other, "80%", "s.all") },
      });
    expect(await codes(plan("s.three", "s.four"))).toEqual(["shares-over-100"]);
    expect(await codes(plan("s.three", "s.signed"))).toEqual([]);
  });
});

describe("formulas", () => {
  const codes = async (indicator: object, measures: object) =>
    (await doubtsOf(onePlan(indicator, { measures }))).map((one) => one.split(":")[0]?.replace("warning ", ""));

  test.each<[string, string | null]>([
    ["sum", null],
    ["first", "natures-mixed"],
    ["last", "natures-mixed"],
    ["distinct", "natures-mixed"],
  ])("a flow of a measure that runs as %s", async (accumulate, code) => {
    expect(await codes({}, { n: {}, d: { accumulate } })).toEqual(code === null ? [] : [code]);
  });

  test("with an opening balance beside a flow are no mixture", async () => {
    const measures = { n: {}, d: {}, c: { accumulate: "first" } };
    expect(await codes({ denominator: "d + c" }, measures)).toEqual([]);
  });

  test("over a fixed count are no mixture", async () => {
    expect(await codes({}, { n: { accumulate: "last" }, d: { constant: 141 } })).toEqual([]);
  });
});

/** A plan with one later decision; the lines of it begin at `changed` or `added`. */
function amendedPlan(decision: string): string {
  return `format: chitieu/plan@1
id: thu
title: Kế hoạch thử
year: { label: "2022", starts: 2022-01-01 }
levels: { tinh: { vi: T, en: T }, xa: { vi: X, en: X } }
units: units.csv
measures: { n: { vi: n, en: n }, d: { vi: d, en: d }, e: { vi: e, en: e }, s: { vi: s, en: s, accumulate: last } }
indicators:
  a: { vi: a, en: a, text: 80% hồ sơ, numerator: n, denominator: d, target: { at-least: 80% } }
  b: { vi: b, en: b, text: 10% hồ sơ, numerator: d - n, denominator: d, target: { at-least: 10% } }
  c: { vi: c, en: c, text: hồ sơ, numerator: e, denominator: d, target: { at-least: 10% } }
  k: { vi: k, en: k, text: dịch vụ, value: s, target: { at-least: 3 } }
amendments:
  - number: 1/QĐ
    issued: 2022-06-01
    effective: 2022-Q3
${decision.replaceAll(/^/gmu, "    ")}
`;
}

describe("later decisions are looked through as the plan is", () => {
  const ROSTER = { "units.csv": "code,name,level\nX1,Xã Một,xa\n" };
  test.each<[string, string, string]>([
    ["a target that nothing meets", "changed:\n  c: { target: { more-than: ‸100% } }", "target-unreachable"],
    ["a target that everything meets", "changed:\n  c: { target: { at-least: ‸0% } }", "target-always-met"],
    [
      "one that a change of the formula makes so",
      "changed:\n  k: { value: s, target: { at-least: ‸0 } }",
      "target-always-met",
    ],
    ["a number that the words do not have", "changed:\n  a: { target: { at-least: ‸70% } }", "quote-without-target"],
    ["words that do not have the number", "changed:\n  a: ‸{ text: 70% hồ sơ }", "quote-without-target"],
    ["a level that nobody reports", "changed:\n  c: { target: { ‸tinh: { at-least: 5% } } }", "level-unreported"],
    [
      "a milestone that is harder",
      "changed:\n  c: { target: { at-least: 5%, milestones: { 2022-Q3: ‸9% } } }",
      "milestone-harder",
    ],
    ["a ratio that is always the same", "changed:\n  c: { numerator: ‸d }", "ratio-constant"],
    ["a flow over a stock", "changed:\n  c: { denominator: ‸s }", "natures-mixed"],
    ["shares over the whole", "changed:\n  b: { text: 30%, target: { at-least: ‸30% } }", "shares-over-100"],
    [
      "an indicator without words",
      "added:\n  ‸x: { vi: x, en: x, numerator: n, denominator: e, target: { at-least: 5% } }",
      "quote-missing",
    ],
    [
      "an indicator without a name",
      "added:\n  ‸x: { text: x, numerator: n, denominator: e, target: { at-least: 5% } }",
      "name-missing",
    ],
    [
      "an indicator that there is",
      "added:\n  ‸x: { vi: x, en: x, text: x, numerator: e, denominator: d, target: { at-least: 10% } }",
      "indicators-alike",
    ],
    ["one that becomes another", "changed:\n  ‸c: { numerator: d - n }", "indicators-alike"],
  ])("%s", async (_, decision, code) => {
    const { text, place } = marked(amendedPlan(decision));
    const found = await doubtsOf(text, ROSTER);
    expect(found.filter((one) => one.includes(` ${code}:`))).toEqual([`warning ${code}:${place}`]);
  });

  test.each([
    ["a target with words of its own", "changed:\n  a: { text: 70% hồ sơ, target: { at-least: 70% } }"],
    ["a note", "changed:\n  b: { note: đọc lại }"],
    [
      "another target, and what would be too much withdrawn",
      "changed:\n  b: { text: 30%, target: { at-least: 30% } }\nwithdrawn: [a]",
    ],
    [
      "an indicator in the place of one withdrawn",
      "added:\n  x: { vi: x, en: x, text: x, numerator: e, denominator: d, target: { at-least: 10% } }\nwithdrawn: [c]",
    ],
  ])("%s is no doubt", async (_, decision) => {
    expect(await doubtsOf(amendedPlan(decision), ROSTER)).toEqual([]);
  });

  test("what an indicator of theirs alone counts is not unused", async () => {
    const added = "added:\n  x: { vi: x, en: x, text: x, numerator: m, denominator: d, target: { at-least: 5% } }";
    const text = amendedPlan(added).replace("measures: { ", "measures: { m: { vi: m, en: m }, ");
    expect(await doubtsOf(text, ROSTER)).toEqual([]);
  });

  test("what was doubtful before is doubted once", async () => {
    const before = amendedPlan("changed:\n  b: { note: đọc lại }").replace("at-least: 80%", "at-least: 95%");
    expect((await doubtsOf(before, ROSTER)).map((one) => one.split(":")[0])).toEqual([
      "warning quote-without-target",
      "warning shares-over-100",
    ]);
  });
});

describe("a level is reported by whoever is at it in a part of the year", () => {
  const yaml = onePlan(
    { target: { huyen: { "at-least": "80%" } } },
    { levels: { huyen: LEVELS.huyen, xa: LEVELS.xa }, units: "units.csv" },
  );
  test.each<[string, string, readonly string[]]>([
    ["a unit that leaves it", "A,Huyện A,huyen,,2022-Q2\nA,Phường A,xa,2022-Q3,", []],
    ["a unit that ends", "A,Huyện A,huyen,,2022-Q2", []],
    ["one that was at it the year before", "A,Huyện A,huyen,,2021-Q4\nA,Phường A,xa,2022-Q1,", ["level-unreported"]],
    ["nobody", "A,Xã A,xa,,", ["level-unreported"]],
  ])("%s", async (_, rows, expected) => {
    const doubts = await doubtsOf(yaml, { "units.csv": `code,name,level,from,until\n${rows}\n` });
    expect(doubts.map((one) => /level-unreported/.exec(one)?.[0]).filter(Boolean)).toEqual(expected);
  });
});

describe("waivers", () => {
  const overlaps = async (...waivers: readonly object[]) => {
    const given = waivers.map((one, index) => ({
      indicator: "a",
      until: "2022-Q3",
      reason: "r",
      document: `${index}/CV`,
      ...one,
    }));
    const files = { "units.csv": "code,name,level\nX1,Xã Một,xa\nX2,Xã Hai,xa\n" };
    const yaml = onePlan({}, { levels: { xa: LEVELS.xa, tinh: LEVELS.tinh }, units: "units.csv", waivers: given });
    return inFolder({ ...files, "plan.yaml": yaml }, async (cwd) => {
      const { problems } = await lint({ plans: ["plan.yaml"], cwd });
      return problems
        .filter(({ code }) => code === "waivers-overlap")
        .map(({ args }) => {
          const { document, other } = args as { document: string; other: string };
          return `${document} ${other}`;
        });
    });
  };

  test.each<[string, readonly object[], readonly string[]]>([
    ["of two agencies", [{ unit: "X1" }, { unit: "X2" }], []],
    ["of two levels", [{ level: "xa" }, { level: "tinh" }], []],
    ["of an agency, extended", [{ unit: "X1" }, { unit: "X1", until: "2022-Q4" }], ["0/CV 1/CV"]],
    ["of an agency, twice the same", [{ unit: "X1" }, { unit: "X1" }], ["1/CV 0/CV"]],
    ["of all, and of an agency for as long", [{}, { unit: "X1" }], ["1/CV 0/CV"]],
    ["of all, and of an agency for longer", [{}, { unit: "X1", until: "2022-Q4" }], []],
    ["of a level, and of an agency at it", [{ unit: "X1" }, { level: "xa", until: "2022-Q4" }], ["0/CV 1/CV"]],
    ["of another level, and of an agency", [{ unit: "X1" }, { level: "tinh", until: "2022-Q4" }], []],
    [
      "by periods of two kinds that end together",
      [
        { unit: "X1", until: "2022-9M" },
        { unit: "X1", until: "2022-09" },
      ],
      ["1/CV 0/CV"],
    ],
  ])("%s", async (_, waivers, expected) => {
    expect(await overlaps(...waivers)).toEqual(expected);
  });
});

describe("plan lint", () => {
  const sound = onePlan({});
  const doubtful = onePlan({ text: undefined });

  test.each<[string, number, string[], string]>([
    ["nothing wrong", 0, [], sound],
    ["warnings", 0, [], doubtful],
    ["warnings, which are to fail", 5, ["--fail-on", "warning"], doubtful],
    ["errors", 2, [], sound.replace('"80%"', '"80"')],
    ["errors, which are to be tolerated", 0, ["--fail-on", "never"], sound.replace('"80%"', '"80"')],
  ])("with %s ends with %i", async (_, exit, argv, yaml) => {
    const run = await inFolder({ "plan.yaml": yaml }, (cwd) => runCli(["plan", "lint", "plan.yaml", ...argv], { cwd }));
    expect(run.exit).toBe(exit);
    expect(run.stderr).toBe("");
  });

  test("goes on with the next plan", async () => {
    const files = { "a.yaml": sound.replace('"80%"', '"80"'), "b.yaml": doubtful };
    const run = await inFolder(files, (cwd) =>
      runCli(["plan", "lint", "a.yaml", "none", "b.yaml", "-f", "json"], { cwd }),
    );
    const { plans, problems } = JSON.parse(run.stdout) as {
      plans: { id: string | null }[];
      problems: { code: string; severity: string }[];
    };
    expect(plans.map(({ id }) => id)).toEqual([null, null, "thu"]);
    expect(problems.filter(({ severity }) => severity !== "note").map(({ code }) => code)).toEqual([
      "percent-sign-missing",
      "plan-not-found",
      "quote-missing",
    ]);
    expect(run.exit).toBe(2);
  });

  test("takes the plan of chitieu.yaml, with its sources", async () => {
    const source =
      "format: chitieu/source@1\nid: own\nrows: unit\ncolumns: { unit: { header: [Đơn vị] }, n: { header: [N], type: count }, d: { header: [D], type: count } }\nmeasures: { n: n, d: d }\n";
    const files = { "plan.yaml": sound, "own.yaml": source, "chitieu.yaml": "plan: plan.yaml\nsources: own.yaml\n" };
    const run = await inFolder(files, (cwd) => runCli(["plan", "lint", "--lang", "en"], { cwd }));
    expect(run).toMatchObject({
      exit: 0,
      stdout: "1 plan: 0 errors, 0 warnings, 0 notes\nExit code 0: no errors in the plan.\n",
    });
  });
});
