import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import type { ValidateFunction } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { referencePages } from "../scripts/reference-pages.ts";
import { jsonSchemas } from "../scripts/schemas.ts";
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
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    strictTypes: false,
    formats: { date: /^\d{4}-\d{2}-\d{2}$/ },
  });
  return ajv.compile(schema);
}

/** What is wrong with a document, as `path keyword`; nothing where it fits. */
async function errorsOf(name: string, document: unknown): Promise<string[]> {
  const validate = await validatorOf(name);
  return validate(document)
    ? []
    : (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

function yamlIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder))
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => `${folder}/${file}`);
}

test.each(Object.entries(jsonSchemas()))("%s is current: otherwise `npm run schemas`", async (file, text) => {
  expect(await readFile(path.join(ROOT, "schema", file), "utf8")).toBe(text);
});

const pages = referencePages();

test.each(Object.entries(pages))("docs/reference/%s is current: otherwise `npm run schemas`", async (file, text) => {
  expect(await readFile(path.join(ROOT, "docs/reference", file), "utf8")).toBe(text);
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

describe("definitions, as an editor's YAML reads them", () => {
  test.each([
    ...yamlIn("targets").map((file) => ["plan", file] as const),
    ["plan", "fixtures/published/lam-dong-2020-q1/plan.yaml"] as const,
    ...yamlIn("targets/sources").map((file) => ["source", file] as const),
    ["config", "chitieu.yaml"] as const,
  ])("the %s %s fits its schema, and names it", async (name, file) => {
    const text = await readFile(path.join(ROOT, file), "utf8");
    expect(await errorsOf(name, parse(text))).toEqual([]);
    const named = /^# yaml-language-server: \$schema=(.*)$/m.exec(text)?.[1] ?? "";
    expect(path.posix.join(path.posix.dirname(file), named)).toBe(`schema/${name}.schema.json`);
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
