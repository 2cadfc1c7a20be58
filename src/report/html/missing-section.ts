import { nameIn } from "../../locale/locale.ts";
import type { Result } from "../../model.ts";
import { groupBy } from "../../text/group-by.ts";
import { plainTable } from "./data-table.ts";
import { markup, name } from "./markup.ts";
import type { Markup, Piece } from "./markup.ts";
import { scopeName } from "./page.ts";
import type { Page } from "./page.ts";

interface Lack {
  readonly unit: string | null;
  readonly periods: readonly string[];
  readonly result: Result;
}

/** Who owes figures: one row an agency, with the periods and the indicators that each of them is missing in. */
export function missingSection(page: Page): Markup | null {
  const { labels, groups } = page;
  if (groups.length === 0) return null;
  const lacks = groups
    .flatMap(({ results }) => results)
    .flatMap((result) => result.coverage.missing.map((one): Lack => ({ ...one, result })));
  const rows = [...groupBy(lacks, ({ unit }) => unit)].map(([unit, ofUnit]) => [
    name(nameOf(unit, page)),
    markup`<ul>${[...groupBy(ofUnit, ({ periods }) => periods.join(" ")).values()].map((same) => entry(same, page))}</ul>`,
  ]);
  const columns = [{ label: labels.unit }, { label: labels.missingPeriods }];
  return markup`<section aria-labelledby="missing">
<h2 id="missing">${labels.missing}</h2>
${
  rows.length === 0
    ? markup`<p>${labels.everyoneReported}</p>`
    : plainTable({ caption: markup`<span class="quiet">${labels.missing}</span>`, columns, rows, cards: true })
}
</section>`;
}

/** "Quý III/2022: Văn bản điện tử; Hồ sơ công việc" */
function entry(lacks: readonly Lack[], { locale }: Page): Piece {
  const periods = (lacks[0]?.periods ?? []).map((period) => locale.period(period)).join(", ");
  const indicators = new Map(lacks.map(({ result }) => [result.indicator, nameIn(result.name, locale)]));
  const names = [...indicators.values()].map((one, index) => [index > 0 && "; ", name(one)]);
  return markup`<li><b>${periods}</b>: ${names}</li>`;
}

/** A unit by its name; the whole, or a level, where those report for themselves. */
function nameOf(unit: string | null, page: Page): string {
  const isLevel = unit !== null && page.report.assessment.plan?.levels[unit] !== undefined;
  return scopeName(isLevel ? { level: unit, unit: null } : { level: null, unit }, page) ?? page.labels.noUnit;
}
