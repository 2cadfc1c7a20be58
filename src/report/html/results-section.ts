import { nameIn } from "../../locale/locale.ts";
import type { Result, TrendRow } from "../../model.ts";
import { countsOf, gapOf, targetOf } from "../figures.ts";
import { bulletChart } from "./bullet-chart.ts";
import { tableHead, toolbar } from "./data-table.ts";
import { detailsOf } from "./details.ts";
import { markup, name } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { anchorOf, scopeName } from "./page.ts";
import type { Page } from "./page.ts";
import { resultOf, verdictBadge } from "./result-words.ts";
import { sparkLine } from "./spark-line.ts";

/** Every target in a table, each with what opens to its formula, counts, files and lines. */
export function resultsSection(page: Page): Markup | null {
  const { labels, locale, groups, report } = page;
  if (groups.length === 0) return null;
  const withPeriods = report.trend !== null;
  const columns = [
    { label: labels.number, sort: true },
    { label: locale.columns.indicator, sort: true },
    { label: labels.chart },
    { label: locale.columns.rate, kind: "number", sort: true },
    { label: locale.columns.target, kind: "number", sort: true },
    { label: locale.columns.gap, kind: "number", sort: true },
    ...(withPeriods ? [{ label: labels.periods }] : []),
    { label: locale.columns.verdict, sort: true },
  ] as const;
  return markup`<section aria-labelledby="targets">
<h2 id="targets" tabindex="-1">${labels.targets}</h2>
${toolbar({ table: "results", filter: labels.filter, only: labels.onlyMissed, hint: labels.sortHint })}
<table role="table" id="results" class="results">
<caption class="quiet">${labels.targets}</caption>
${tableHead(columns)}
${groups.map((group) => [
  (group.name !== null || groups.length > 1) &&
    markup`<tbody role="rowgroup" class="group" data-heading><tr role="row"><th role="rowheader" scope="rowgroup" colspan="${columns.length}">${
      group.name === null ? "–" : name(group.name)
    }</th></tr></tbody>
`,
  group.results.map((result) => item(result, columns.length, page)),
])}
</table>
</section>`;
}

/** A target: a row with its figures, and one that opens. */
function item(result: Result, width: number, page: Page): Markup {
  const { locale, labels, numbers, report } = page;
  const scope = scopeName(result, page);
  const row = trendRowOf(result, page);
  const isMissed = result.verdict === "missed";
  return markup`<tbody role="rowgroup" class="item ${result.verdict}" id="${anchorOf(result, page)}" data-item${isMissed && markup` data-missed`}>
<tr role="row">
<td role="cell" class="ordinal">${numbers.get(result.indicator) ?? null}</td>
<th role="rowheader" scope="row">${name(nameIn(result.name, locale))}${scope !== null && markup` <span class="scope">${name(scope)}</span>`}</th>
<td role="cell" class="chart" data-label="${labels.chart}">${bulletChart(result, locale)}</td>
<td role="cell" class="number rate" data-label="${locale.columns.rate}" data-value="${result.percent ?? result.value}">${resultOf(result, locale)}</td>
<td role="cell" class="number" data-label="${locale.columns.target}" data-value="${result.target && Number.parseFloat(result.target.value)}">${targetOf(result, locale)}</td>
<td role="cell" class="number" data-label="${locale.columns.gap}" data-value="${result.gap?.fixed ?? null}">${gapOf(result, locale)}</td>
${
  report.trend !== null &&
  markup`<td role="cell" class="periods" data-label="${labels.periods}">${row && sparkLine(row, report.trend.periods, page)}</td>`
}
<td role="cell" class="verdict" data-label="${locale.columns.verdict}">${verdictBadge(result, locale)}</td>
</tr>
<tr role="row" class="more"><td role="cell" colspan="${width}"><details><summary>${opening(result, page)}</summary>
${detailsOf(result, page)}</details></td></tr>
</tbody>
`;
}

/** What stands beside the sign that opens: the counts, which most readers look for first. */
function opening(result: Result, { locale, labels }: Page): Markup {
  const counts = countsOf(result, locale);
  return markup`${counts !== "" && markup`<span class="counts">${counts}</span> · `}${labels.open}<span class="quiet">: ${name(nameIn(result.name, locale))}</span>`;
}

function trendRowOf({ indicator, level, unit }: Result, { report }: Page): TrendRow | null {
  const found = report.trend?.rows.find(
    (row) => row.scope === "target" && row.indicator === indicator && row.level === level && row.unit === unit,
  );
  return found ?? null;
}
