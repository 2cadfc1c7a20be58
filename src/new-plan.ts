import path from "node:path";
import { countsForm } from "./draft/counts-form.ts";
import { draftYaml } from "./draft/draft-yaml.ts";
import { exampleDraft } from "./draft/example-draft.ts";
import { parseTargetsTable, planId, targetsHeader } from "./draft/parse-targets-table.ts";
import { shippedPlanIds } from "./load.ts";
import { loadWrittenPlan } from "./load-written-plan.ts";
import { indicatorsOfYear, measuresNamed } from "./model.ts";
import type { Plan, Table, Unit } from "./model.ts";
import { parsePlan } from "./plan/parse-plan.ts";
import { parseRoster } from "./plan/parse-roster.ts";
import { byPlace, problem, ProblemError } from "./problem/problem.ts";
import type { Problem } from "./problem/problem.ts";
import { csvTable } from "./read/csv-table.ts";
import { openData } from "./read/open-data.ts";
import { orThrow } from "./read-yaml.ts";
import { yearMoved } from "./yaml/next-year.ts";
import { parseYaml } from "./yaml/parse-yaml.ts";

/** What a new plan is to be. */
export interface NewPlanRequest {
  /** A plan (id or file) whose next year it is, or a table of targets. */
  readonly from?: string | undefined;
  readonly year?: string | undefined;
  readonly id?: string | undefined;
  readonly title?: string | undefined;
}

/** A file to write. */
export interface NewFile {
  readonly file: string;
  readonly content: string;
}

type ParsedPlan = NonNullable<ReturnType<typeof parsePlan>["plan"]>;

/**
 * A new plan, what lies beside it, and a form for its counts.
 *
 * @throws ProblemError with everything that is wrong with what it is made from.
 */
export async function newPlan(
  file: string,
  request: NewPlanRequest,
  cwd: string,
): Promise<{ readonly plan: ParsedPlan; readonly files: readonly NewFile[]; readonly problems: readonly Problem[] }> {
  if (!/\.ya?ml$/iu.test(file)) throw wrongFile(file);
  const { text, beside, roster: list, problems = [] } = await planText(file, request, cwd);
  const plan = parsed(text, file);
  const roster = list === null ? null : await unitsOf(list, plan);
  const form = `${file.replace(/\.ya?ml$/iu, "")}-so-lieu.csv`;
  const counts = countsForm({ ...plan, roster }, `${plan.year.label}-Q1`);
  return { plan, files: [{ file, content: text }, ...beside, { file: form, content: counts }], problems };
}

interface Written {
  readonly text: string;
  readonly beside: readonly NewFile[];
  readonly roster: { readonly path: string; readonly text: string } | null;
  /** What was left out of what it is made from. */
  readonly problems?: readonly Problem[];
}

async function planText(file: string, { from, year, id, title }: NewPlanRequest, cwd: string): Promise<Written> {
  const schema = path.posix.join(
    path.relative(path.dirname(path.resolve(cwd, file)), cwd).replaceAll("\\", "/") || ".",
    "node_modules/chitieu/schema/plan.schema.json",
  );
  const isTable = from !== undefined && /\.(?:csv|tsv|txt|xlsx|xls)$/iu.test(from);
  if (from !== undefined && !isTable) return nextYear(from, { file, year, id, title, schema }, cwd);
  const label = year ?? /(?:19|20)\d{2}/.exec(path.basename(file))?.[0];
  if (label === undefined)
    throw new ProblemError([problem("year-not-named", { file, example: file.replace(/\.ya?ml$/iu, "-2026$&") })]);
  if (!/^\d{4}$/.test(label)) throw wrongYear(label);
  const named = title ?? `Kế hoạch năm ${label}`;
  const head = { id: id ?? planId(path.basename(file).replace(/\.ya?ml$/iu, "")), title: named, year: label };
  if (from === undefined) return { text: draftYaml(exampleDraft(head), schema), beside: [], roster: null };
  const { table, unused } = await tableIn(from, label, cwd);
  const { draft, problems } = await parseTargetsTable(table, head);
  const all = [...problems, ...unused].sort(byPlace);
  if (all.some(({ severity }) => severity === "error")) throw new ProblemError(all);
  return { text: draftYaml(draft, schema), beside: [], roster: null, problems: all };
}

async function nextYear(
  from: string,
  asked: { readonly [Key in "year" | "id" | "title"]: string | undefined } & Readonly<
    Record<"file" | "schema", string>
  >,
  cwd: string,
): Promise<Written> {
  const { plan, text, roster } = await loadWrittenPlan(from, { cwd });
  const { label } = plan.year;
  const to = asked.year ?? String(Number(label) + 1);
  if (!/^\d{4}$/.test(to)) throw wrongYear(to);
  const id = plan.id.includes(label) ? plan.id.replaceAll(label, to) : `${plan.id}-${to}`;
  const folder = path.dirname(asked.file);
  const isShipped = shippedPlanIds.includes(from);
  const units =
    roster === null
      ? null
      : isShipped
        ? path.basename(roster.path)
        : path.relative(folder, path.join(path.dirname(from), roster.path));
  const moved = yearMoved(text, {
    from: label,
    to,
    changes: {
      id: asked.id ?? id,
      title: asked.title ?? plan.title.replaceAll(label, to),
      ...(units !== null && { units: units.replaceAll("\\", "/") }),
    },
    dropped: measuresOfDecisions(plan),
  });
  const body = moved.replace(/^# yaml-language-server:.*\n/u, "");
  const copied =
    roster !== null && isShipped ? [{ file: path.join(folder, path.basename(roster.path)), content: roster.text }] : [];
  return { text: `# yaml-language-server: $schema=${asked.schema}\n${body}`, beside: copied, roster };
}

/** The units of a roster as they are in the year of a plan. */
async function unitsOf(
  { path: file, text }: NonNullable<Written["roster"]>,
  plan: Pick<Plan, "levels" | "year">,
): Promise<readonly Unit[]> {
  const { table } = orThrow(await csvTable(Buffer.from(text), file));
  const { units, problems } = await parseRoster(table, plan);
  if (problems.length > 0) throw new ProblemError(problems);
  return units;
}

/** What later decisions alone count, which are left behind with the year. */
function measuresOfDecisions(plan: Plan): string[] {
  const within = Object.values(plan.measures).map((measure) => measure.within);
  const kept = new Set([...plan.indicators.flatMap(measuresNamed), ...within]);
  return [...new Set(indicatorsOfYear(plan).flatMap(measuresNamed))].filter((measure) => !kept.has(measure));
}

/** The table of targets in a file; of a workbook the first sheet that is one. */
async function tableIn(
  file: string,
  year: string,
  cwd: string,
): Promise<{ readonly table: Table; readonly unused: readonly Problem[] }> {
  const { opened, problems } = await openData({
    data: [file],
    cwd,
    digests: false,
    readStandardInput: () => Promise.resolve(Buffer.alloc(0)),
  });
  const wrong = [...problems, ...opened.flatMap((one) => one.problems)].filter(({ severity }) => severity === "error");
  const tables = opened.flatMap((one) => one.table ?? []);
  const table = tables.find((one) => targetsHeader(one, year) !== null) ?? tables[0];
  if (wrong.length === 0 && table !== undefined) {
    const others = tables.filter((one) => one !== table);
    const unused = others.map(({ file: at, sheet }) =>
      problem("targets-unused", { what: "sheet", name: sheet ?? "" }, { at: { in: "file", file: at } }),
    );
    return { table, unused };
  }
  throw new ProblemError(wrong.length > 0 ? wrong : [problem("data-empty", { argument: file })]);
}

/** What was written is read again, so that it is a plan. */
function parsed(text: string, file: string): ParsedPlan {
  const { yaml, problems } = parseYaml(text, file);
  if (yaml === null) throw new ProblemError(problems);
  const found = parsePlan(yaml);
  if (found.plan === null) throw new ProblemError(found.problems);
  return found.plan;
}

function wrongFile(value: string): ProblemError {
  const named = value.replace(/\.[^./\\]*$/u, "");
  return new ProblemError([problem("option-wrong", { option: "FILE", value, allowed: [`${named}.yaml`] })]);
}

function wrongYear(value: string): ProblemError {
  return new ProblemError([problem("option-wrong", { option: "--year", value, allowed: ["2026"] })]);
}
