import { readdirSync, readFileSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import type { ValidateFunction } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { referencePages } from "../scripts/reference-pages.ts";
import { jsonSchemas } from "../scripts/schemas.ts";
import { FORMULA_PATTERN, parseFormula } from "../src/plan/parse-formula.ts";
import { countPlan, LEVELS, ratioPlan } from "./helpers/plan-yaml.ts";
import { inFolder } from "./helpers/check-files.ts";
import { runCli } from "./helpers/run-cli.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const LAM_DONG = ["-p", "fixtures/published/lam-dong-2020-q1/plan.yaml", "fixtures/published/lam-dong-2020-q1"];
const HUE = ["-p", "thua-thien-hue-2022", "fixtures/published/thua-thien-hue-2022"];

/** A validator that shares no code with the program, over the files that are shipped. */
const validators = new Map<string, Promise<ValidateFunction>>();
function validatorOf(name: string): Promise<ValidateFunction> {
  const found = validators.get(name) ?? compile(name);
  validators.set(name, found);
  return found;
}

async function compile(name: string): Promise<ValidateFunction> {
  const schema = JSON.parse(await readFile(path.join(ROOT, `schema/${name}.schema.json`), "utf8")) as object;
  return newAjv().compile(schema);
}

function newAjv(): Ajv {
  return new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
    formats: { date: /^\d{4}-\d{2}-\d{2}$/ },
  });
}

/** What is wrong with a document, as `path keyword`; nothing where it fits. */
async function errorsOf(name: string, document: unknown): Promise<string[]> {
  const validate = await validatorOf(name);
  return validate(document)
    ? []
    : (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

/** The definitions that are shipped or stand as examples; those of single cases are made for one fault. */
const EXAMPLES = ["targets", "fixtures", "chitieu.yaml"].flatMap((place) => yamlIn(place));

function yamlIn(place: string): string[] {
  const full = path.join(ROOT, place);
  if (!statSync(full).isDirectory()) return place.endsWith(".yaml") ? [place] : [];
  if (/^fixtures\/(?:cases|invalid)$/.test(place)) return [];
  return readdirSync(full).flatMap((name) => yamlIn(`${place}/${name}`));
}

/** Which kind of definition a YAML text is: the config alone has no `format`. */
function kindOf(text: string): string {
  return /^format: chitieu\/(?<kind>[a-z]+)@/m.exec(text)?.groups?.["kind"] ?? "config";
}

/** The YAML files that README and docs show. */
const SHOWN = [
  "README.md",
  ...readdirSync(path.join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
].flatMap((file) => {
  const text = readFileSync(path.join(ROOT, file), "utf8");
  const blocks = text.matchAll(/^```yaml file=(?<name>\S+).*\n(?<yaml>(?:.*\n)*?)^```$/gm);
  return [...blocks].map(({ groups = {} }): [string, string, string] => [
    file,
    groups["name"] ?? "",
    groups["yaml"] ?? "",
  ]);
});

test.each(Object.entries(jsonSchemas()))("%s is current: otherwise `npm run schemas`", async (file, text) => {
  expect(await readFile(path.join(ROOT, "schema", file), "utf8")).toBe(text);
});

const pages = referencePages();

test.each(Object.entries(pages))("docs/reference/%s is current: otherwise `npm run schemas`", async (file, text) => {
  expect(await readFile(path.join(ROOT, "docs/reference", file), "utf8")).toBe(text);
  expect(text).not.toContain("[object");
});

test("docs/reference has no other page, and every key is described", () => {
  expect(readdirSync(path.join(ROOT, "docs/reference")).sort()).toEqual(Object.keys(pages).sort());
  for (const [file, text] of Object.entries(pages)) expect(text.match(/^\| \S+ \| {2}\|.*$/gm) ?? [], file).toEqual([]);
});

test.each(Object.entries(jsonSchemas()))("%s describes every key", (_, text) => {
  const undescribed: string[] = [];
  JSON.parse(text, function (key, value: unknown) {
    if (key !== "properties") return value;
    const branch = (this as { readonly type?: string }).type === undefined;
    for (const [name, one] of Object.entries(value as Record<string, { description?: string } | false>)) {
      if (!branch && one !== false && one.description === undefined) undescribed.push(name);
    }
    return value;
  });
  expect(undescribed).toEqual([]);
});

/** What people write by hand, with an editor that shows what a key is and how its values look. */
const DEFINITIONS = ["plan", "source", "config"];

test.each(DEFINITIONS)("every key of the %s has a title, and examples that fit it", async (name) => {
  const schema = JSON.parse(await readFile(path.join(ROOT, `schema/${name}.schema.json`), "utf8")) as unknown;
  const ajv = newAjv();
  const wrong = keysIn(schema).flatMap(([at, { title, examples, ...key }]) => {
    if (title === undefined || examples === undefined || examples.length === 0) return [at];
    return examples
      .filter((example) => !ajv.validate(key, example))
      .map((example) => `${at}: ${JSON.stringify(example)}`);
  });
  expect(wrong).toEqual([]);
});

interface KeySchema {
  readonly title?: string;
  readonly examples?: readonly unknown[];
}

/** Every key that a schema describes, by its path; those that it forbids are left out. */
function keysIn(schema: unknown, at = ""): [string, KeySchema][] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([word, inner]: [string, unknown]) => {
    if (word === "examples") return [];
    const keys = word === "properties" ? Object.entries(inner as Record<string, KeySchema | false>) : [];
    const described = keys.flatMap(([key, one]): [string, KeySchema][] =>
      one === false ? [] : [[`${at}/${key}`, one]],
    );
    return [...described, ...keysIn(inner, `${at}/${word}`)];
  });
}

test("the schema of a formula knows what the program can read", () => {
  const operand = fc.oneof(fc.constantFrom("a", "hồ_sơ.đã_giải_quyết", "n2"), fc.nat(1000).map(String));
  const { formula } = fc.letrec<{ formula: string }>((tie) => ({
    formula: fc.oneof(
      { maxDepth: 4 },
      operand,
      fc.tuple(tie("formula"), fc.constantFrom("+", " - "), tie("formula")).map((parts) => parts.join("")),
      tie("formula").map((inner) => `(${inner} )`),
    ),
  }));
  const pattern = new RegExp(FORMULA_PATTERN, "u");
  fc.assert(
    fc.property(formula, (text) => {
      expect(typeof parseFormula(text)).toBe("object");
      expect(text).toMatch(pattern);
    }),
  );
  for (const wrong of ["", "a b", "a +", "a * b", "80%", "a / b"]) expect(wrong).not.toMatch(pattern);
});

describe("definitions, as an editor's YAML reads them", () => {
  test.each(EXAMPLES)("%s fits its schema, and its first line points an editor to it", async (file) => {
    const text = await readFile(path.join(ROOT, file), "utf8");
    const kind = kindOf(text);
    expect(await errorsOf(kind, parse(text))).toEqual([]);
    const [first = ""] = text.split("\n", 1);
    const named = /^# yaml-language-server: \$schema=(.*)$/.exec(first)?.[1] ?? "";
    expect(path.posix.join(path.posix.dirname(file), named)).toBe(`schema/${kind}.schema.json`);
  });

  test.each(SHOWN)("what %s shows as %s fits its schema", async (_, __, yaml) => {
    expect(await errorsOf(kindOf(yaml), parse(yaml))).toEqual([]);
  });

  test("scalars that YAML takes for numbers and booleans", async () => {
    const plan = `
      format: chitieu/plan@1
      id: p
      number: 367
      title: 2022
      issued: 2021-12-03
      year: { label: 2022, starts: 2022-01-01 }
      measures: { n: { vi: 1, en: yes, constant: 0 }, d: { vi: on, en: true } }
      indicators:
        rate:
          vi: 1
          en: 1
          numerator: n
          denominator: 100
          low-base: 30
          advisory: true
          applies: { from: 2022 }
          target: { at-least: 97.40%, milestones: { 2022-Q2: 50% }, by: 2022, units: { 1: { more-than: 3% } } }
        number: { vi: 1, en: 1, value: n, target: { between: [1.5, 982] } }`;
    expect(await errorsOf("plan", parse(plan))).toEqual([]);
    const source = `
      format: chitieu/source@1
      id: s
      rows: record
      columns:
        unit: { header: [1], optional: true }
        degree:
          header: [Mức]
          values: { yes: true, no: [no, 0, null], 3: [3, "3"] }
          missing:
      measures: { a: { count: { degree: 3 } }, b: { count: { degree: [3, yes] } }, c: { count: { degree: { more-than: 0 } } } }`;
    expect(await errorsOf("source", parse(source))).toEqual([]);
    expect(await errorsOf("config", parse("plan: p\nperiod: 2022\ndata: [2022, a.csv]"))).toEqual([]);
  });

  test.each([
    ["an unknown key", ratioPlan({ "at-least": "80%" }, { indicator: { treshold: 1 } })],
    ["a ratio's target without its %", ratioPlan({ "at-least": "80" })],
    ["a ratio's target as a number", ratioPlan({ "at-least": 80 })],
    ["a decimal comma", ratioPlan({ "at-least": "97,4%" })],
    ["a level's target without its %", ratioPlan({ tinh: { "at-least": "80" } }, { levels: LEVELS })],
    ["a count's target with a %", countPlan({ "at-least": "80%" })],
    ["a ratio without a denominator", ratioPlan({ "at-least": "80%" }, { indicator: { denominator: undefined } })],
    ["a value beside a ratio", ratioPlan({ "at-least": "80" }, { indicator: { value: "n" } })],
    ["a milestone for no period", ratioPlan({ "at-least": "80%", milestones: { "2022-Q5": "50%" } })],
    ["a measure with a dash", ratioPlan({ "at-least": "80%" }, { measures: { "n-d": {} } })],
    ["two operators", ratioPlan({ tinh: { "at-least": "80%", "at-most": "90%" } }, { levels: LEVELS })],
    ["no operator", ratioPlan({ tinh: { by: "2022-Q3" } }, { levels: LEVELS })],
    ["a formula with a product", ratioPlan({ "at-least": "80%" }, { indicator: { numerator: "n * 2" } })],
    ["a year of two digits", ratioPlan({ "at-least": "80%" }, { year: { label: "22", starts: "2022-01-01" } })],
  ])("%s is refused, as the program does", async (_, yaml) => {
    expect(await errorsOf("plan", parse(yaml))).not.toEqual([]);
    await inFolder({ "plan.yaml": yaml }, async (cwd) => {
      expect(await runCli(["check", "-p", "plan.yaml", "-"], { cwd })).toMatchObject({ exit: 2 });
    });
  });

  test.each([
    ["a ratio", ratioPlan({ "at-least": "80%" })],
    ["a count", countPlan({ "at-least": 80 })],
    ["an operator and levels", ratioPlan({ "at-least": "80%", tinh: { "at-least": "95 %" } }, { levels: LEVELS })],
  ])("%s is accepted, as the program does", async (_, yaml) => {
    expect(await errorsOf("plan", parse(yaml))).toEqual([]);
    await inFolder({ "plan.yaml": yaml, "counts.csv": "period,measure,count\n" }, async (cwd) => {
      expect(await runCli(["check", "-p", "plan.yaml", "counts.csv"], { cwd })).toMatchObject({ exit: 4 });
    });
  });
});

describe("assessments", () => {
  test.each([
    ["of the sample year", 1, []],
    ["in Vietnamese", 1, ["--lang", "vi"]],
    ["by level", 1, ["--by", "level"]],
    ["by unit", 1, ["--by", "unit"]],
    ["of a period", 1, ["--period", "2022-Q2"]],
    ["of a month without data", 4, ["--period", "2022-01", "--window", "period"]],
    ["of Lâm Đồng's published figures", 1, LAM_DONG],
    ["of Huế's published figures", 1, HUE],
    ["of what cannot be read", 3, ["package.json"]],
    ["of what cannot be read, in part", 3, [...HUE, "package.json", "--keep-going", "--as-of", "31/12/2022"]],
    ["without data", 2, ["no-such-file.csv"]],
    ["without a plan", 2, ["-p", "no-such-plan"]],
  ])("%s", async (_, code, argv) => {
    const run = await runCli(["check", ...argv, "-f", "json"], { cwd: ROOT });
    expect(run.exit).toBe(code);
    const document: unknown = JSON.parse(run.stdout);
    expect(await errorsOf("assessment", document)).toEqual([]);
    expect(document).toMatchObject({ exit: { code } });
  });

  test("with keys that nobody declared are refused", async () => {
    const { stdout } = await runCli(["check", ...HUE, "-f", "json"], { cwd: ROOT });
    expect(await errorsOf("assessment", { ...(JSON.parse(stdout) as object), extra: 1 })).toEqual([
      " additionalProperties",
    ]);
  });
});

describe("validations", () => {
  test.each([
    ["of the sample year", 0, ["fixtures/thua-thien-hue-2022"]],
    ["for no plan", 3, ["fixtures/cases/validate/data", "--lang", "vi"]],
    ["that tolerate errors", 0, ["fixtures/cases/validate/data", "--fail-on", "never"]],
    ["of what cannot be read", 3, ["package.json"]],
    ["without data", 2, ["no-such-file.csv"]],
    ["of wrong usage", 2, ["--fail-on", "missed"]],
  ])("%s", async (_, code, argv) => {
    const run = await runCli(["validate", ...argv, "-f", "json"], { cwd: ROOT });
    expect(run.exit).toBe(code);
    const document: unknown = JSON.parse(run.stdout);
    expect(await errorsOf("validation", document)).toEqual([]);
    expect(document).toMatchObject({ exit: { code } });
  });
});

describe("explanations", () => {
  test.each([
    ["of a ratio", 0, ["work-files"]],
    ["of all of its cells, in Vietnamese", 0, ["online-dossiers", "--all", "--lang", "vi"]],
    ["of a union, for one unit", 0, ["level3-used", "--unit", "H57.02"]],
    ["of a level", 0, ["work-files", "--level", "xa", "--period", "2022-Q2"]],
    ["of a task", 0, ["central-infrastructure"]],
    ["of what nobody knows", 2, ["work-file"]],
    ["of wrong usage", 2, ["work-files", "--window", "year"]],
    ["of what cannot be read", 3, ["work-files", "package.json"]],
    ["of what an error casts doubt on", 3, ["work-files", "package.json", "--keep-going"]],
  ])("%s", async (_, code, argv) => {
    const run = await runCli(["explain", ...argv, "-f", "json"], { cwd: ROOT });
    expect(run.exit).toBe(code);
    const document: unknown = JSON.parse(run.stdout);
    expect(await errorsOf("explanation", document)).toEqual([]);
    expect(document).toMatchObject({ exit: { code } });
  });
});

describe("trends", () => {
  test.each([
    ["of the sample year", 0, []],
    ["with projections, by level", 0, ["--period", "2022-Q3", "--by", "level", "--lang", "vi"]],
    ["of one unit", 0, ["--unit", "Sở Y tế"]],
    ["of Huế's published figures", 0, HUE],
    ["of what cannot be read", 3, ["package.json"]],
    ["without data", 2, ["no-such-file.csv"]],
    ["of wrong usage", 2, ["--by", "month"]],
  ])("%s", async (_, code, argv) => {
    const run = await runCli(["trend", ...argv, "-f", "json"], { cwd: ROOT });
    expect(run.exit).toBe(code);
    const document: unknown = JSON.parse(run.stdout);
    expect(await errorsOf("trend", document)).toEqual([]);
    expect(document).toMatchObject({ exit: { code } });
  });
});

describe("differences", () => {
  test.each([
    ["of assessments", 1, "fixtures/cases/diff-json", ["truoc.json", "sau.json"]],
    ["of plans", 1, "fixtures/cases/diff-plans", ["plan.yaml", "sau.yaml"]],
    ["of nothing", 0, "fixtures/cases/diff-json", ["sau.json", "sau.json"]],
    ["of two kinds", 2, "fixtures/cases/diff-json", ["sau.json", "thua-thien-hue-2022"]],
    ["of wrong usage", 2, "fixtures/cases/diff-json", ["sau.json"]],
  ])("%s", async (_, code, folder, argv) => {
    const run = await runCli(["diff", ...argv, "-f", "json"], { cwd: path.join(ROOT, folder) });
    expect(run.exit).toBe(code);
    const document: unknown = JSON.parse(run.stdout);
    expect(await errorsOf("diff", document)).toEqual([]);
    expect(document).toMatchObject({ exit: { code } });
  });
});
