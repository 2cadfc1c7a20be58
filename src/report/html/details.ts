import { formatCount, nameIn } from "../../locale/locale.ts";
import type { Result } from "../../model.ts";
import { waiverText } from "../decisions.ts";
import { countsOf, gapOf, isCeiling, targetOf } from "../figures.ts";
import { plainTable, scrollable } from "./data-table.ts";
import { placesOf } from "./places.ts";
import { code, markup, name } from "./markup.ts";
import type { Markup, Piece } from "./markup.ts";
import { MOST_UNITS, scopeName } from "./page.ts";
import type { Page } from "./page.ts";
import { resultOf, verdictBadge } from "./result-words.ts";

/** What a figure opens to: how it is computed, from which counts, for whom, and where they stand. */
export function detailsOf(result: Result, page: Page): Markup {
  return markup`<div class="details">
${factsOf(result, page)}
${measuresOf(result, page)}
${partsOf(result, page)}
${placesOf(result, page)}
</div>`;
}

function factsOf(result: Result, { locale, labels, report }: Page): Markup {
  const { html } = locale;
  const { gap, headroom, target, waiver, coverage, formula } = result;
  const count = (value: number) => formatCount(value, locale);
  const gaps = [
    typeof gap?.fixed === "number" &&
      (isCeiling(result.target) ? html.excessFixed(count(gap.fixed)) : html.gapFixed(count(gap.fixed))),
    typeof gap?.growing === "number" && !isCeiling(result.target) && html.gapGrowing(count(gap.growing)),
  ].filter((one) => one !== false);
  const facts: readonly (readonly [string, Piece])[] = [
    [
      labels.formula,
      markup`<code>${formula.numerator}${formula.denominator !== null && markup`<br>÷ ${formula.denominator}`}</code>`,
    ],
    [locale.columns.rate, equationOf(result, locale)],
    [locale.columns.target, targetOf(result, locale)],
    [labels.gap, gaps.join("; ")],
    [labels.headroom, headroom === null ? "" : html.headroom(count(headroom))],
    [labels.due, target === null ? "" : locale.dateInText(target.due)],
    [labels.document, target?.document ?? ""],
    [locale.decisions.waiver, waiver === null ? "" : waiverText(waiver, report.assessment, locale)],
    [labels.coverage, html.reported(count(coverage.reported), count(coverage.expected), coverage.basis)],
    [
      labels.text,
      result.text === null
        ? ""
        : markup`<q lang="${report.assessment.plan?.language ?? locale.language}">${name(result.text)}</q>`,
    ],
    [labels.note, result.note ?? ""],
    [labels.excludes, result.excludes ?? ""],
  ];
  return markup`<dl>${facts
    .filter(([, fact]) => fact !== "")
    .map(([term, fact]) => markup`<div><dt>${term}</dt><dd>${fact}</dd></div>`)}</dl>`;
}

/** "244/253 = 96,44%" */
function equationOf(result: Result, locale: Page["locale"]): string {
  return [countsOf(result, locale).replace("/", " ÷ "), resultOf(result, locale)]
    .filter((side) => side !== "")
    .join(" = ");
}

/** Each measure of the formula with its count over the window. */
function measuresOf({ formula }: Result, { locale, labels, report }: Page): Markup | null {
  const measures = report.assessment.plan?.measures ?? {};
  const rows = Object.entries(formula.values).map(([id, value]) => {
    const measure = measures[id];
    return [[measure !== undefined && [name(nameIn(measure, locale)), " "], code(id)], formatCount(value, locale)];
  });
  if (rows.length === 0) return null;
  const columns = [{ label: labels.measure }, { label: labels.figure, kind: "number" }] as const;
  return plainTable({ caption: labels.figures, columns, rows });
}

/** The same figure for each level and agency that the target is of. */
function partsOf(result: Result, page: Page): Markup | null {
  const { locale, labels, report } = page;
  if (result.unit !== null) return null;
  const isPart = (one: Result) =>
    one.indicator === result.indicator && (result.level === null || one.level === result.level);
  const levels = result.level === null ? report.byLevel.filter(isPart) : [];
  const units = report.byUnit.filter(isPart);
  const isLarge = units.length > MOST_UNITS;
  const parts = [...levels, ...(isLarge ? furthest(units) : units)];
  if (units.length + levels.length === 0) return null;
  const columns = [
    { label: labels.unit },
    { label: locale.columns.counts, kind: "number" },
    { label: locale.columns.rate, kind: "number" },
    { label: locale.columns.gap, kind: "number" },
    { label: locale.columns.verdict },
  ] as const;
  const rows = parts.map((part) => [
    part.unit === null ? markup`<b>${name(scopeName(part, page) ?? "")}</b>` : name(scopeName(part, page) ?? ""),
    countsOf(part, locale),
    resultOf(part, locale),
    gapOf(part, locale),
    verdictBadge(part, locale),
  ]);
  const table = scrollable(labels.byUnit, plainTable({ caption: labels.byUnit, columns, rows }));
  if (!isLarge) return table;
  const left = formatCount(units.length + levels.length - parts.length, locale);
  return markup`${table}
<p class="hint">${locale.html.otherUnits(left)}</p>`;
}

/** Of very many agencies those that miss the target by most; each of them stands in the breakdown. */
function furthest(units: readonly Result[]): readonly Result[] {
  const short = ({ gap }: Result) => gap?.fixed ?? 0;
  return units
    .filter(({ verdict }) => verdict === "missed")
    .sort((a, b) => short(b) - short(a))
    .slice(0, MOST_UNITS);
}
