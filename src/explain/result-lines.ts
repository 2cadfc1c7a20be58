import { formatCount, nameIn } from "../locale/locale.ts";
import type { Amendment, Indicator, Plan, Result } from "../model.ts";
import { amendedBy, waiverText } from "../report/decisions.ts";
import { levelOf, partOf, rateOf, targetOf, unitOf, verdictOf } from "../report/figures.ts";
import { VERDICT_COLOURS } from "../report/symbols.ts";
import { labelled, line, quoted } from "./context.ts";
import type { ExplainContext, Line } from "./context.ts";
import type { Explanation, IndicatorSubject } from "./explanation.ts";
import { formulaText, sumsText } from "./formula-text.ts";
import { gapText, headroomText } from "./gap-text.ts";
import { nearMiss } from "./near-miss.ts";

type Assessed = Explanation["assessment"];

/** What the plan says of the indicator, in its own words, and how it is computed. */
export function wordsLines({ indicator }: IndicatorSubject, assessment: Assessed, { locale }: ExplainContext): Line[] {
  const { labels } = locale.explain;
  const names = (measure: string) => quoted(measure, assessment, locale);
  return [
    ...labelled(labels.says, indicator.text === null ? null : `“${indicator.text}”`),
    ...labelled(labels.note, indicator.note),
    ...labelled(labels.cites, indicator.cites.length === 0 ? null : indicator.cites.join("; ")),
    ...labelled(labels.excludes, indicator.excludes),
    ...labelled(labels.applies, appliesText(indicator, assessment, locale)),
    ...decisionsOn(indicator, assessment, locale).map((text) => line(0, `${text}.`)),
    line(0, `${labels.formula}: ${formulaText(indicator, names, locale)}`),
  ];
}

/** The later decisions that made the indicator what it is. */
function decisionsOn({ id }: Indicator, { plan }: Assessed, locale: ExplainContext["locale"]): string[] {
  const touches = ({ changed, added, withdrawn }: Amendment) =>
    [...changed, ...added].some((one) => one.id === id) || withdrawn.includes(id);
  return (plan?.amendments ?? []).filter(touches).map((amendment) => amendedBy(amendment, locale));
}

function appliesText({ applies }: Indicator, assessment: Assessed, locale: ExplainContext["locale"]): string | null {
  const { levels, units, from, until } = applies;
  const { labels } = locale.explain;
  const parts = [
    ...(levels ?? []).map((level) => levelOf(level, assessment, locale) ?? level),
    ...(units ?? []).map((unit) => unitOf(unit, assessment) ?? unit),
    ...(from === null ? [] : [`${labels.from} ${locale.period(from)}`]),
    ...(until === null ? [] : [`${labels.until} ${locale.period(until)}`]),
  ];
  return parts.length === 0 ? null : parts.join(", ");
}

/** One target: what it asks, the sums, the verdict, and how far it is from the other one. */
export function resultLines(
  indicator: Indicator,
  result: Result,
  assessment: Assessed,
  context: ExplainContext,
): Line[] {
  const { locale, paint } = context;
  const { labels } = locale.explain;
  const who = partOf(result, assessment, locale);
  const verdict = verdictOf(result, locale);
  const names = (measure: string) => quoted(measure, assessment, locale);
  const sums = sumsText(indicator, result, rateOf(result, locale), locale);
  const details = [
    ...(result.target === null ? [] : [`${labels.target}: ${targetText(result, context)}`]),
    ...(sums === null ? [] : [sums]),
    ...sentence(nearMiss(result, locale)),
    ...prefixed(labels.gap, gapText(indicator, result, names, locale)),
    ...prefixed(labels.headroom, headroomText(indicator, result, names, locale)),
    ...(result.waiver === null
      ? []
      : [`${locale.decisions.waiver}: ${waiverText(result.waiver, assessment, locale)}.`]),
  ];
  return [
    line(0, ""),
    { indent: 0, text: `${who ?? locale.columns.verdict}: ${verdict}`, paint: paint[VERDICT_COLOURS[result.verdict]] },
    ...details.map((text) => line(2, text)),
  ];
}

function targetText(result: Result, { locale }: ExplainContext): string {
  const { due = "", document = null } = result.target ?? {};
  const asked = [targetOf(result, locale), locale.explain.due(locale.date(due))].join(", ");
  return document === null ? asked : `${asked} (${document})`;
}

function sentence(text: string | null): string[] {
  return text === null ? [] : [`${text.trim()}.`];
}

function prefixed(label: string, text: string | null): string[] {
  return text === null ? [] : [`${label}: ${text}.`];
}

/** Measures that the plan itself fixes. */
export function fixedLines({ indicator }: IndicatorSubject, plan: Plan, { locale }: ExplainContext): Line[] {
  const terms = [...indicator.numerator.terms, ...(indicator.denominator?.terms ?? [])];
  return [...new Set(terms.map(({ measure }) => measure))].flatMap((measure) => {
    const named = plan.measures[measure];
    if (named === undefined || named.constant === null) return [];
    const fixed = formatCount(named.constant, locale);
    return [line(2, locale.explain.fixed(`“${nameIn(named, locale)}”`, fixed, named.because))];
  });
}
