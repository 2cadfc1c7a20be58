import { formatDecimal, nameIn } from "../../locale/locale.ts";
import type { TrendRow } from "../../model.ts";
import { isCeiling, targetOf } from "../figures.ts";
import { groupBy } from "../../text/group-by.ts";
import { plainTable, scrollable } from "./data-table.ts";
import { markup, name } from "./markup.ts";
import type { Markup, Piece } from "./markup.ts";
import { scopeName } from "./page.ts";
import type { Page } from "./page.ts";
import { SYMBOLS } from "../symbols.ts";
import { resultOf, verdictWord } from "./result-words.ts";
import { sparkLine } from "./spark-line.ts";

/** The periods side by side, each as the year up to its end, with a projection that no verdict looks at. */
export function trendSection(page: Page): Markup | null {
  const { labels, locale, report } = page;
  const { trend } = report;
  const targets = trend?.rows.filter(({ scope }) => scope === "target") ?? [];
  if (trend === null || targets.length === 0 || trend.periods.length === 0) return null;
  const isProjected = hasProjection(page);
  const columns = [
    { label: locale.columns.indicator },
    { label: labels.periods },
    ...trend.periods.map((period) => ({ label: locale.period(period), kind: "number" }) as const),
    { label: locale.columns.target, kind: "number" } as const,
    ...(isProjected ? [{ label: labels.projection }, { label: labels.needed }] : []),
  ];
  const rows = targets.map((row) => [
    title(row, page),
    sparkLine(row, trend.periods, page),
    ...row.points.map(({ toDate }) => point(toDate, page)),
    targetOf(row, locale),
    ...(isProjected ? [projectionOf(row, page), neededOf(row, page)] : []),
  ]);
  return markup`<section class="trend" aria-labelledby="trend">
<h2 id="trend">${trendTitle(page)}</h2>
${scrollable(
  `${trendTitle(page)}. ${labels.scrolls}`,
  plainTable({ caption: `${locale.columns.rate}, ${locale.yearToDate}.`, columns, rows }),
)}
${isProjected && unprojectedNotes(targets, page)}
</section>`;
}

/** Whether the year goes on, so that there is more to say than how it went. */
function hasProjection({ report }: Page): boolean {
  return report.trend?.rows.some(({ projection, needed }) => projection !== null || needed !== null) ?? false;
}

export function trendTitle(page: Page): string {
  return hasProjection(page) ? page.labels.trend : page.labels.course;
}

function title(row: TrendRow, page: Page): Piece {
  const scope = scopeName(row, page);
  const number = page.numbers.get(row.indicator);
  return [
    number !== undefined && markup`<span class="ordinal">${number}.</span> `,
    name(nameIn(row.name, page.locale)),
    scope !== null && markup` <span class="scope">${name(scope)}</span>`,
  ];
}

function point(toDate: TrendRow["points"][number]["toDate"], { locale }: Page): Piece {
  const rate = resultOf(toDate, locale);
  const sign = markup`<span class="sign ${toDate.verdict}" aria-hidden="true">${SYMBOLS[toDate.verdict]}</span>`;
  if (rate === "") return verdictWord(toDate, locale);
  return [rate, " ", sign, markup`<span class="quiet">${verdictWord(toDate, locale)}</span>`];
}

function projectionOf({ projection, unprojected }: TrendRow, { locale }: Page): Piece {
  if (projection === null)
    return unprojected === null
      ? ""
      : markup`<span aria-hidden="true">–</span><span class="quiet">${locale.html.unprojected[unprojected]}</span>`;
  const rate = resultOf(
    { percent: projection.percent, value: projection.percent === null ? projection.numerator : null },
    locale,
  );
  const verdict = projection.met ? "met" : "missed";
  return [
    `≈ ${rate} `,
    markup`<span class="sign ${verdict}" aria-hidden="true">${SYMBOLS[verdict]}</span>`,
    markup` <small>${locale.verdicts[verdict]}</small>`,
  ];
}

/** Why some have no projection, once for all of them, by their numbers. */
function unprojectedNotes(rows: readonly TrendRow[], { locale, numbers }: Page): Markup[] {
  const reasons = groupBy(rows, ({ unprojected }) => unprojected);
  return [...reasons].flatMap(([reason, found]) => {
    if (reason === null) return [];
    const targets = [...new Set(found.map(({ indicator }) => numbers.get(indicator)))];
    return [markup`<p class="hint">– ${targets.join(", ")}: ${locale.html.unprojected[reason]}.</p>`];
  });
}

function neededOf({ needed, finalTarget }: TrendRow, { locale, labels }: Page): Piece {
  if (needed === null) return "";
  const sign = isCeiling(finalTarget) ? "≤" : "≥";
  const reach = needed.reachable ? labels.withinReach : labels.outOfReach;
  return [`${sign} ${formatDecimal(needed.percent, locale)}% `, markup`<small>(${reach})</small>`];
}
