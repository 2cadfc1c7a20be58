import path from "node:path";
import { countsForm } from "../draft/counts-form.ts";
import { draftYaml } from "../draft/draft-yaml.ts";
import { exampleDraft } from "../draft/example-draft.ts";
import { parseTargetsTable, planId } from "../draft/parse-targets-table.ts";
import { EXIT_CODES } from "../exit-code.ts";
import { shippedPlanIds } from "../load.ts";
import { loadWrittenPlan } from "../load-written-plan.ts";
import type { Plan, Table } from "../model.ts";
import { parsePlan } from "../plan/parse-plan.ts";
import { problem, ProblemError } from "../problem/problem.ts";
import { openData } from "../read/open-data.ts";
import { yearMoved } from "../yaml/next-year.ts";
import { parseYaml } from "../yaml/parse-yaml.ts";
import type { NewPlanOptions } from "./plan-command.ts";
import { speak } from "./speak.ts";
import { writeNewFile } from "./write-output.ts";
import { wrongOption } from "./wrong-option.ts";
import type { Io } from "./io.ts";

/** A file to write. */
interface NewFile {
  readonly file: string;
  readonly content: string;
}

/** Writes a new plan and a form for its counts; nothing that is there is written over. */
export async function runPlanNew(file: string, options: NewPlanOptions, io: Io): Promise<number> {
  return speak({ ...(options.lang && { lang: options.lang }) }, io, async (_, locale) => {
    const { text, beside } = await planText(file, options, io);
    const plan = parsed(text, file);
    const form = file.replace(/\.ya?ml$/iu, "") + "-so-lieu.csv";
    const files: NewFile[] = [
      { file, content: text },
      ...beside,
      { file: form, content: countsForm(plan, `${plan.year.label}-Q1`) },
    ];
    for (const one of files) {
      const unwritten = writeNewFile(one.file, one.content, io.cwd);
      if (unwritten !== null) throw new ProblemError([unwritten]);
      io.stdout(`${one.file}\n`);
    }
    io.stdout(`${locale.plans.sizes(plan.indicators.length, plan.tasks.length)}\n`);
    return EXIT_CODES["no-errors"];
  });
}

async function planText(
  file: string,
  { from, year, id, title }: NewPlanOptions,
  io: Io,
): Promise<{ readonly text: string; readonly beside: readonly NewFile[] }> {
  const schema = path.posix.join(
    path.relative(path.dirname(path.resolve(io.cwd, file)), io.cwd).replaceAll("\\", "/") || ".",
    "node_modules/chitieu/schema/plan.schema.json",
  );
  const isTable = from !== undefined && /\.(?:csv|tsv|txt|xlsx|xls)$/iu.test(from);
  if (from !== undefined && !isTable) return nextYear(from, { file, year, id, title, schema }, io);
  const label = year ?? /(?:19|20)\d{2}/.exec(path.basename(file))?.[0];
  if (label === undefined || !/^\d{4}$/.test(label)) throw wrongOption("--year", label ?? "", ["2026"]);
  const named = title ?? `Kế hoạch năm ${label}`;
  const head = { id: id ?? planId(path.basename(file).replace(/\.ya?ml$/iu, "")), title: named, year: label };
  if (from === undefined) return { text: draftYaml(exampleDraft(head), schema), beside: [] };
  const { draft, problems } = await parseTargetsTable(await tableIn(from, io), head);
  if (problems.length > 0) throw new ProblemError(problems);
  return { text: draftYaml(draft, schema), beside: [] };
}

async function nextYear(
  from: string,
  asked: { readonly [Key in "year" | "id" | "title"]: string | undefined } & Readonly<Record<"file" | "schema", string>>,
  { cwd }: Io,
): Promise<{ readonly text: string; readonly beside: readonly NewFile[] }> {
  const { plan, text, roster } = await loadWrittenPlan(from, { cwd });
  const { label } = plan.year;
  const to = asked.year ?? String(Number(label) + 1);
  if (!/^\d{4}$/.test(to)) throw wrongOption("--year", to, [String(Number(label) + 1)]);
  const id = plan.id.includes(label) ? plan.id.replaceAll(label, to) : `${plan.id}-${to}`;
  const folder = path.dirname(asked.file);
  const isShipped = shippedPlanIds.includes(from);
  const units =
    roster === null
      ? null
      : isShipped
        ? roster.path
        : path.relative(folder, path.join(path.dirname(from), roster.path));
  const moved = yearMoved(text, {
    from: label,
    to,
    changes: {
      id: asked.id ?? id,
      title: asked.title ?? plan.title.replaceAll(label, to),
      ...(units !== null && { units: units.replaceAll("\\", "/") }),
    },
  });
  const body = moved.replace(/^# yaml-language-server:.*\n/u, "");
  const copied = roster !== null && isShipped ? [{ file: path.join(folder, roster.path), content: roster.text }] : [];
  return { text: `# yaml-language-server: $schema=${asked.schema}\n${body}`, beside: copied };
}

async function tableIn(file: string, { cwd, readStandardInput }: Io): Promise<Table> {
  const { opened, problems } = await openData({ data: [file], cwd, digests: false, readStandardInput });
  const wrong = [...problems, ...opened.flatMap((one) => one.problems)].filter(({ severity }) => severity === "error");
  const [table] = opened.flatMap((one) => one.table ?? []);
  if (wrong.length === 0 && table !== undefined) return table;
  throw new ProblemError(wrong.length > 0 ? wrong : [problem("data-empty", { argument: file })]);
}

/** What was written is read again, so that it is a plan. */
function parsed(text: string, file: string): Pick<Plan, "measures" | "roster" | "year" | "indicators" | "tasks"> {
  const { yaml, problems } = parseYaml(text, file);
  if (yaml === null) throw new ProblemError(problems);
  const found = parsePlan(yaml);
  if (found.plan === null) throw new ProblemError(found.problems);
  return { ...found.plan, roster: null };
}
