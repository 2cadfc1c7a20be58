import { nameIn } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { Assessment, Contribution, Result } from "../model.ts";
import { placeEntry, problemEntry } from "../problem/problem-entry.ts";
import { describeMeasure } from "../describe/describe-measure.ts";
import { inputEntry } from "../report/input-entry.ts";
import { planEntry } from "../report/plan-entry.ts";
import type { ExplainContext } from "./context.ts";
import type { Evidence, Explanation, FoundRow, IndicatorSubject, TaskSubject } from "./explanation.ts";

/** `chitieu/explanation@1`: keys in a fixed order, integers as numbers, the language for names and messages only. */
export function render({ assessment, subject, exit }: Explanation, { locale, version }: ExplainContext): string {
  const { plan, period, window, options, inputs, units, problems } = assessment;
  const named = subject?.kind === "indicator" ? unitsNamed(subject) : new Set<string | null>();
  const document = {
    format: "chitieu/explanation@1",
    tool: { name: "chitieu", version },
    plan: plan && planEntry(plan),
    period,
    window: { mode: options.window, periods: window },
    options: { incomplete: options.incomplete, "keep-going": options.keepGoing, "as-of": options.asOf },
    inputs: inputs.map(inputEntry),
    exit,
    indicator: subject?.kind === "indicator" ? indicatorEntry(subject, assessment, locale) : null,
    task: subject?.kind === "task" ? taskEntry(subject, locale) : null,
    units: Object.fromEntries(
      [...units.values()].flatMap(({ code, name, level }) => (named.has(code) ? [[code, { name, level }]] : [])),
    ),
    problems: problems.map((one) => problemEntry(one, locale)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function unitsNamed({ results, figures, lacks, leftOut }: IndicatorSubject): ReadonlySet<string | null> {
  return new Set([...results, ...figures, ...lacks, ...leftOut].map(({ unit }) => unit));
}

function indicatorEntry(subject: IndicatorSubject, { plan }: Assessment, locale: Locale): object {
  const { indicator, level, unit, results, measures, figures, totals, lacks, leftOut, evidence } = subject;
  const { id, group, text, note, cites, excludes, numerator, denominator } = indicator;
  return {
    id,
    group,
    name: nameIn(indicator, locale),
    text,
    note,
    cites,
    excludes,
    formula: { numerator: numerator.text, denominator: denominator?.text ?? null },
    level,
    unit,
    results: results.map((result) => resultEntry(result, locale)),
    measures: measures.map((measure) => {
      const named = plan?.measures[measure];
      const { accumulate = null, within = null } = named ?? {};
      return { measure, name: named === undefined ? measure : nameIn(named, locale), accumulate, within };
    }),
    figures: figures.map(figureEntry),
    totals: totals.map(({ measure, unit: who, level: of, count }) => ({ measure, unit: who, level: of, count })),
    lacks: lacks.map(({ measure, unit: who, level: of, periods }) => ({ measure, unit: who, level: of, periods })),
    "left-out": leftOut.map(({ reason, ...figure }) => ({ ...figureEntry(figure), reason })),
    evidence: evidence.map((one) => evidenceEntry(one, locale)),
  };
}

function resultEntry(result: Result, locale: Locale): object {
  const { indicator, group, name, text, note, excludes, ...rest } = result;
  return { indicator, group, name: nameIn(name, locale), text, note, excludes, ...rest };
}

function figureEntry({ measure, unit, level, period, count, at }: Contribution): object {
  return { measure, unit, level, period, count, at: placeEntry(at) };
}

function evidenceEntry({ measure, rules, rows, found, zeros, uncounted }: Evidence, locale: Locale): object {
  return {
    measure,
    sources: rules.map(({ source, rule }) => ({
      source: source.id,
      rule: rule === null ? null : describeMeasure(rule, source, locale),
    })),
    rows,
    found: found.map(foundEntry),
    zeros: zeros.map(figureEntry),
    uncounted: uncounted.map(({ fate, rows: count }) => ({ reason: fate, rows: count })),
  };
}

function foundEntry({ unit, level, period, adds, key, cells }: FoundRow): object {
  return { unit, level, period, adds, key, cells: cells.map(({ at, text }) => ({ ...placeEntry(at), text })) };
}

function taskEntry({ task, result, reports }: TaskSubject, locale: Locale): object {
  const { id, group, text, note, cites } = task;
  const { state, percent, evidence } = result;
  return {
    id,
    group,
    name: nameIn(task, locale),
    text,
    note,
    cites,
    state,
    percent,
    evidence,
    reports: reports.map(({ period, at, ...report }) => ({
      period,
      state: report.state,
      percent: report.percent,
      evidence: report.evidence,
      at: placeEntry(at),
    })),
  };
}
