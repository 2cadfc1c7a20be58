import { nameIn } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { Assessment, Report, Result, TaskResult } from "../model.ts";
import { errorCells } from "../problem/error-cells.ts";
import { csvDocument } from "../text/csv-document.ts";
import type { CsvLine } from "../text/csv-document.ts";
import type { RenderContext } from "./formats.ts";

/** In order. Files that begin with the first five are known as ours among exports (read/own-output.ts). */
const COLUMNS = [
  "indicator",
  "scope",
  "level",
  "unit",
  "verdict",
  "reason",
  "flags",
  "name",
  "unit_name",
  "group",
  "period",
  "numerator",
  "denominator",
  "value",
  "percent",
  "operator",
  "target",
  "due",
  "gap_fixed",
  "gap_growing",
  "headroom",
  "expected",
  "reported",
  "document",
  "waived_until",
  "waiver",
  "waiver_document",
  "message",
] as const;
type Line = CsvLine<(typeof COLUMNS)[number]>;

/**
 * One line for each result and task; where a run ends with 2 or 3, also one for each error, whose scope is `problem`,
 * so that nobody takes the absence of results for a result. In a file it says that it is UTF-8.
 */
export function render({ assessment }: Report, { locale, isFile }: RenderContext<"problems">): string {
  return csvDocument(COLUMNS, linesOf(assessment, locale), isFile);
}

function* linesOf(assessment: Assessment, locale: Locale<"problems">): Generator<Line> {
  const { results, tasks, exit, problems } = assessment;
  for (const result of results) yield resultLine(result, assessment, locale);
  for (const task of tasks) yield taskLine(task, assessment, locale);
  const isUntrusted = exit.reason === "wrong-usage" || exit.reason === "untrusted-data";
  if (isUntrusted) yield* errorCells(problems, { isAssessed: results.length > 0, locale });
}

function resultLine(result: Result, { units, period }: Assessment, locale: Locale<"problems">): Line {
  const { target, gap, coverage, unit, flags, name, waiver } = result;
  return {
    indicator: result.indicator,
    scope: result.scope,
    level: result.level,
    unit,
    verdict: result.verdict,
    reason: result.reason,
    flags: flags.join(" "),
    name: nameIn(name, locale),
    unit_name: unit === null ? null : (units.get(unit)?.name ?? null),
    group: result.group,
    period,
    numerator: result.numerator,
    denominator: result.denominator,
    value: result.value,
    percent: result.percent,
    operator: target?.operator ?? null,
    target: target?.value ?? null,
    due: target?.due ?? null,
    gap_fixed: gap?.fixed ?? null,
    gap_growing: gap?.growing ?? null,
    headroom: result.headroom,
    expected: coverage.expected,
    reported: coverage.reported,
    document: target?.document ?? null,
    waived_until: waiver?.until ?? null,
    waiver: waiver?.reason ?? null,
    waiver_document: waiver?.document ?? null,
  };
}

/** A task's state stands where a verdict's reason stands. */
function taskLine(
  { task, group, name, state, percent }: TaskResult,
  { period }: Assessment,
  locale: Locale<"problems">,
): Line {
  return {
    indicator: task,
    scope: "task",
    verdict: "not-scored",
    reason: state,
    name: nameIn(name, locale),
    group,
    period,
    percent,
  };
}
