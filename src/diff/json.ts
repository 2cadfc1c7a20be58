import type { Locale } from "../locale/locale.ts";
import { problemEntry } from "../problem/problem-entry.ts";
import type { AssessmentDifferences, Change, Differences } from "./differences.ts";
import type { DiffReport } from "./diff-report.ts";
import type { DiffContext } from "./formats.ts";
import { calledIn, messageOf } from "./words.ts";
import type { StatedInput, StatedProblem, StatedResult, StatedTask } from "./stated-assessment.ts";

/** `chitieu/diff@1`: keys in a fixed order. */
export function render(report: DiffReport, { locale, version }: DiffContext): string {
  const { before, after, differences, exit, problems } = report;
  const document = {
    format: "chitieu/diff@1",
    tool: { name: "chitieu", version },
    before,
    after,
    kind: differences?.kind ?? null,
    exit,
    ...entriesOf(differences, locale),
    problems: problems.map((one) => problemEntry(one, locale)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function entriesOf(differences: Differences | null, locale: Locale): object {
  if (differences === null) return {};
  return differences.kind === "plans" ? { changes: differences.changes } : assessmentEntries(differences, locale);
}

function assessmentEntries(differences: AssessmentDifferences, locale: Locale) {
  const { results, restated, about, inputs, tasks, units, problems, names } = differences;
  const foundEntry = ({ code, severity, file, sheet, line, column, ...rest }: StatedProblem): object => {
    const message = messageOf({ code, severity, file, sheet, line, column, ...rest }, locale);
    return { code, severity, message, file, sheet, line, column };
  };
  return {
    results: results.map(({ indicator, name: stated, scope, level, unit, changes, ...change }) => {
      const name = calledIn(names.indicators, indicator, stated, locale);
      return { indicator, name, scope, level, unit, changes, ...both(change, resultEntry) };
    }),
    restated: restated.map(({ measure, level, unit, before, after, reported }) => {
      return { measure, level, unit, before, after, reported };
    }),
    about,
    inputs: inputs.map(({ file, sheet, change, ...states }) => ({ file, sheet, change, ...both(states, inputEntry) })),
    tasks: tasks.map(({ task, name: stated, ...change }) => {
      return { task, name: calledIn(names.tasks, task, stated, locale), ...both(change, taskEntry) };
    }),
    units,
    "problems-new": problems.new.map(foundEntry),
    "problems-gone": problems.gone.map(foundEntry),
  };
}

function both<Value>({ before, after }: Change<Value>, entry: (value: Value) => object) {
  return { before: before === null ? null : entry(before), after: after === null ? null : entry(after) };
}

function resultEntry(result: StatedResult): object {
  const { verdict, reason, flags, formula, numerator, denominator, value, percent, target, coverage } = result;
  const { expected, reported } = coverage;
  return {
    verdict,
    reason,
    flags,
    formula: { numerator: formula.numerator, denominator: formula.denominator, values: formula.values },
    numerator,
    denominator,
    value,
    percent,
    target,
    coverage: { expected, reported },
  };
}

function inputEntry({ file, sheet, sha256, rows, source, period }: StatedInput): object {
  return { file, sheet, sha256, rows, source, period };
}

function taskEntry({ state, percent, evidence }: StatedTask): object {
  return { state, percent, evidence };
}
