import { nameIn } from "../../locale/locale.ts";
import type { Locale } from "../../locale/locale.ts";
import type { Report, Result } from "../../model.ts";
import { partOf } from "../figures.ts";
import type { RenderContext } from "../formats.ts";

/** So many agencies stand in the details of a target, one by one: there are details of every target. */
export const MOST_UNITS = 100;

/** What every part of the page is made from. */
export interface Page extends Pick<RenderContext, "locale" | "version" | "header"> {
  readonly report: Report;
  readonly labels: Locale["html"]["labels"];
  /** What the plan asks, grouped as the plan is. */
  readonly groups: readonly Group[];
  /** The number of each indicator in the order of the page, by which tables refer to it. */
  readonly numbers: ReadonlyMap<string, number>;
}

export interface Group {
  readonly id: string | null;
  /** `null` for what stands in no group. */
  readonly name: string | null;
  readonly results: readonly Result[];
}

export function pageOf(report: Report, { locale, version, header }: RenderContext): Page {
  const { plan, results } = report.assessment;
  const targets = results.filter(({ scope }) => scope === "target");
  const groups = [...Object.entries(plan?.groups ?? {}), [null, null] as const]
    .map(([id, found]) => ({
      id,
      name: found === null ? null : nameIn(found, locale),
      results: targets.filter(({ group }) => group === id),
    }))
    .filter((group) => group.results.length > 0);
  const ids = new Set(groups.flatMap((group) => group.results.map(({ indicator }) => indicator)));
  const numbers = new Map([...ids].map((id, index) => [id, index + 1]));
  return { report, locale, version, header, labels: locale.html.labels, groups, numbers };
}

/** What a target is of: a unit, a level, or nothing that would have to be said. */
export function scopeName(part: Pick<Result, "level" | "unit">, { report, locale }: Page): string | null {
  return partOf(part, report.assessment, locale);
}

/** The place in the page at which a target stands. */
export function anchorOf(result: Pick<Result, "indicator" | "level" | "unit">, page: Page): string {
  const index = page.groups
    .flatMap(({ results }) => results)
    .findIndex((one) => one.indicator === result.indicator && one.level === result.level && one.unit === result.unit);
  return `target-${index + 1}`;
}
