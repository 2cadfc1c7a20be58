import type { Locale } from "../../locale/locale.ts";
import type { Assessment, Report, ReportHeader, Result, TrendPoint } from "../../model.ts";

/** What every part of the document is made from. */
export interface Material {
  readonly report: Report;
  readonly assessment: Assessment;
  readonly locale: Locale;
  readonly header: ReportHeader;
  readonly version: string;
  /** What the plan asks, in order; without the breakdown that may have been asked for beside it. */
  readonly targets: readonly Result[];
  /** The number of an indicator in every table, chart and list. */
  readonly numbers: ReadonlyMap<string, number>;
}

const BLANK: ReportHeader = {
  superior: null,
  agency: null,
  number: null,
  place: null,
  date: null,
  recipients: [],
  signer: { office: null, name: null },
};

export function materialOf(
  report: Report,
  { locale, header, version }: Pick<Material, "locale" | "version"> & { readonly header: ReportHeader | null },
): Material {
  const { assessment } = report;
  const targets = inGroups(
    assessment,
    assessment.results.filter(({ scope }) => scope === "target"),
  ).flatMap(({ items }) => items);
  const numbers = new Map([...new Set(targets.map(({ indicator }) => indicator))].map((id, at) => [id, at + 1]));
  return { report, assessment, locale, header: header ?? BLANK, version, targets, numbers };
}

/** Results or tasks by the plan's groups, in the plan's order; those of no group last, under `null`. */
export function inGroups<Item extends { readonly group: string | null }>(
  { plan }: Pick<Assessment, "plan">,
  items: readonly Item[],
): readonly { readonly group: string | null; readonly items: readonly Item[] }[] {
  const groups = Object.keys(plan?.groups ?? {});
  const known = new Set<string | null>(groups);
  return [...groups, null]
    .map((group) => ({
      group,
      items: items.filter((item) => (known.has(item.group) ? item.group : null) === group),
    }))
    .filter(({ items: some }) => some.length > 0);
}

/** The target's figures in the last period alone and in the year up to its end; `null` where no trend says them. */
export function lastPointOf(
  { report: { trend } }: Pick<Material, "report">,
  { indicator, level, unit }: Result,
): { readonly inPeriod: TrendPoint; readonly toDate: TrendPoint } | null {
  const row = trend?.rows.find(
    (one) => one.scope === "target" && one.indicator === indicator && one.level === level && one.unit === unit,
  );
  return row?.points.at(-1) ?? null;
}
