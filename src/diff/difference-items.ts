import { formatCount, formatDecimal } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import { arrow, signed } from "./arrow.ts";
import { dated } from "./dated.ts";
import type { InputChange, PlanChange, PlanDifferences, Restatement, TaskChange } from "./differences.ts";
import type { StatedProblem, StatedTask } from "./stated-assessment.ts";
import { messageOf, ownerOf } from "./words.ts";

export function restatedItem({ before, after, reported }: Restatement, title: string, locale: Locale): string {
  const counts = arrow({ before: formatCount(before, locale), after: formatCount(after, locale) }, locale);
  const more = reported === null ? "" : `; ${locale.diff.reported(String(reported.before), String(reported.after))}`;
  return `${title}: ${counts} (${signed(after - before, locale)})${more}`;
}

export function inputItem({ file, sheet, change, before, after }: InputChange, locale: Locale): string {
  const { changes, fields } = locale.diff;
  const where = sheet === null ? file : `${file} (${sheet})`;
  const from = before !== null && before.file !== file ? ` (${before.file})` : "";
  const facts = (["source", "period", "rows"] as const).flatMap((field) => {
    if (before === null || after === null || before[field] === after[field]) return [];
    const text = (value: string | number | null) => (typeof value === "number" ? formatCount(value, locale) : value);
    return [`${fields[field]} ${arrow({ before: text(before[field]), after: text(after[field]) }, locale)}`];
  });
  return [`${where}: ${changes[change]}${from}`, ...facts].join("; ");
}

export function taskItem({ before, after }: TaskChange, title: string, locale: Locale): string {
  return `${title}: ${arrow({ before: taskText(before, locale), after: taskText(after, locale) }, locale)}`;
}

function taskText(task: StatedTask | null, locale: Locale): string | null {
  if (task === null) return null;
  const state = task.state === null ? locale.taskUnreported : locale.states[task.state];
  const percent = task.percent === null ? [] : [`${formatDecimal(String(task.percent), locale)}%`];
  return [state, ...percent, ...(task.evidence === null ? [] : [task.evidence])].join(", ");
}

export function problemItem(found: StatedProblem, locale: Locale): string {
  const { code, severity, file, line, column } = found;
  const place = [file, line, column].filter((part) => part !== null).join(":");
  return `${place === "" ? "" : `${place}: `}${locale.severities[severity]}: ${messageOf(found, locale)} [${code}]`;
}

export function planItem(
  { part, id, level, unit, change, field, before, after }: PlanChange,
  names: PlanDifferences["names"],
  locale: Locale,
): string {
  const { changes, fields } = locale.diff;
  const owner = ownerOf({ level, unit }, names, locale);
  const of = owner === null ? id : `${id} – ${owner}`;
  const head = part === "plan" ? "" : `${of}: `;
  if (field !== null && change === "changed")
    return `${head}${fields[field] ?? field}: ${arrow(dated({ before, after }, locale), locale)}`;
  if (change === "renamed") return `${head}${changes.renamed} (${arrow({ before, after }, locale)})`;
  return `${head}${changes[change]} (${after ?? before ?? ""})`;
}
