import { nameIn } from "../../locale/locale.ts";
import type { Result } from "../../model.ts";
import { groupBy } from "../../text/group-by.ts";
import { scrollable, toolbar } from "./data-table.ts";
import { markup, name } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { scopeName } from "./page.ts";
import type { Page } from "./page.ts";
import { SYMBOLS } from "../symbols.ts";
import { resultOf, verdictWord } from "./result-words.ts";

/** Percentage points from which a miss is shown as a wider one. */
const SHORT = [5, 20] as const;

interface Row {
  readonly label: string;
  readonly cells: ReadonlyMap<string, Result>;
}

interface Section {
  readonly level: Row;
  readonly units: readonly Row[];
}

/** Levels and agencies by indicator, as a heat map: one column an indicator, under its number in the table of results. */
export function breakdownSection(page: Page): Markup | null {
  const { labels, numbers, report } = page;
  const sections = sectionsOf(page);
  const measured = new Set([...report.byLevel, ...report.byUnit].map(({ indicator }) => indicator));
  const indicators = [...numbers.keys()].filter((id) => measured.has(id));
  if (sections.length === 0 || indicators.length === 0) return null;
  return markup`<section class="wide" aria-labelledby="breakdown">
<h2 id="breakdown">${labels.breakdown}</h2>
${toolbar({ table: "units", filter: labels.filterUnits, only: labels.onlyMissed })}
${legend(page)}
<p class="hint">${labels.fullName}.</p>
${scrollable(
  `${labels.breakdown}. ${labels.scrolls}`,
  markup`<table id="units" class="heat">
<caption class="quiet">${labels.breakdown}</caption>
<thead><tr><th scope="col" data-sort>${labels.unit}</th>${indicators.map((id) => indicatorHead(id, page))}</tr></thead>
${sections.map((section) => sectionRows(section, indicators, page))}
</table>`,
)}
</section>`;
}

function indicatorHead(id: string, { numbers, report, locale }: Page): Markup {
  const indicator = report.assessment.results.find((one) => one.indicator === id);
  const title = indicator === undefined ? id : nameIn(indicator.name, locale);
  return markup`<th scope="col" class="number" data-sort title="${title}"><span aria-hidden="true">${numbers.get(id) ?? ""}</span><span class="quiet">${title}</span></th>`;
}

/** Each level with its units in the plan's order; what belongs to none comes last. */
function sectionsOf(page: Page): Section[] {
  const { report, labels } = page;
  const declared = Object.keys(report.assessment.plan?.levels ?? {});
  const used = [...report.byLevel, ...report.byUnit].map(({ level }) => level);
  const levels = [...new Set([...declared, ...used])].filter((level) => used.includes(level));
  // A unit that changes its level stands under both; one that is not there in the window, under none.
  const there = report.byUnit.filter(({ unit, verdict }) => unit !== null && verdict !== "not-applicable");
  const byUnit = groupBy(there, ({ level, unit }) => `${level}\0${unit}`);
  return levels.map((level) => {
    const units = [...byUnit.values()].filter(([first]) => first?.level === level);
    const label = scopeName({ level, unit: null }, page) ?? labels.noLevel;
    const targets = page.groups.flatMap(({ results }) => results);
    const ofLevel = [...report.byLevel, ...targets].filter((one) => one.level === level && one.unit === null);
    return {
      level: { label, cells: byIndicator(ofLevel) },
      units: units.map((results) => ({
        label: scopeName({ level: null, unit: results[0]?.unit ?? null }, page) ?? "",
        cells: byIndicator(results),
      })),
    };
  });
}

function byIndicator(results: readonly Result[]): ReadonlyMap<string, Result> {
  return new Map(results.map((result) => [result.indicator, result]));
}

function sectionRows({ level, units }: Section, indicators: readonly string[], page: Page): Markup {
  return markup`<tbody>
<tr class="level" data-heading data-stays><th scope="row">${name(level.label)}</th>${cells(level, indicators, page)}</tr>
${units.map((unit) => {
  const isMissed = [...unit.cells.values()].some(({ verdict }) => verdict === "missed");
  return markup`<tr data-item${isMissed && markup` data-missed`}><th scope="row">${name(unit.label)}</th>${cells(unit, indicators, page)}</tr>
`;
})}</tbody>`;
}

function cells(row: Row, indicators: readonly string[], { locale }: Page): Markup[] {
  return indicators.map((id) => {
    const result = row.cells.get(id);
    if (result === undefined || result.verdict === "not-applicable") return markup`<td class="none"></td>`;
    const rate = resultOf({ percent: result.percent && whole(result.percent), value: result.value }, locale).replace(
      "%",
      "",
    );
    const sign = markup`<span aria-hidden="true">${SYMBOLS[result.verdict]}</span>`;
    return markup`<td class="${shadeOf(result)}" data-value="${result.percent ?? result.value}">${sign}${
      rate === "" ? "" : ` ${rate}`
    }<span class="quiet"> ${verdictWord(result, locale)}</span></td>`;
  });
}

/** "100.00" as "100"; other decimals stay, since they may be what the verdict is seen by. */
function whole(percent: string): string {
  return percent.replace(/\.00$/, "");
}

/** How far a miss is from its target, in percentage points of the denominator. */
function shadeOf({ verdict, gap, denominator }: Result): string {
  if (verdict !== "missed") return verdict;
  if (typeof gap?.fixed !== "number" || denominator === null || denominator === 0) return "missed far";
  const short = (gap.fixed * 100) / denominator;
  return short < SHORT[0] ? "missed close" : short < SHORT[1] ? "missed far" : "missed farthest";
}

function legend({ labels, locale }: Page): Markup {
  const { met, missed } = locale.verdicts;
  const entries = [
    ["met", SYMBOLS.met, met],
    ["missed close", SYMBOLS.missed, `${missed}, ${labels.closeToTarget}`],
    ["missed far", SYMBOLS.missed, `${missed}, ${labels.far}`],
    ["missed farthest", SYMBOLS.missed, `${missed}, ${labels.veryFar}`],
    ["no-data", SYMBOLS["no-data"], `${locale.reasons["not-reported"]}, ${locale.reasons["none-arising"]}`],
  ] as const;
  return markup`<ul class="legend" aria-label="${labels.legend}">${entries.map(
    ([shade, sign, words]) => markup`<li><span class="swatch ${shade}" aria-hidden="true">${sign}</span> ${words}</li>`,
  )}</ul>`;
}
