import { formatDecimal, nameIn } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { Formula, Indicator, Plan, ScopedTarget, Task } from "../model.ts";

/** An indicator or a task as every format shows it. */
export interface PlanRow {
  readonly id: string;
  readonly name: string;
  readonly text: string | null;
  /** As the plan writes it; `null` of a task. */
  readonly formula: string | null;
  /** One for each scope: what is asked, of whom, and until when. */
  readonly targets: readonly string[];
  /** What else it says, each under its label. */
  readonly facts: readonly (readonly [label: string, value: string | null])[];
}

/** What stands under one heading of a plan. */
export interface PlanSection {
  readonly name: string;
  readonly rows: readonly PlanRow[];
}

/** The plan's groups in order, then what stands in none; empty ones are left out. */
export function planSections(plan: Plan, locale: Locale): PlanSection[] {
  const groups = [
    ...Object.entries(plan.groups).map(([id, name]) => [id, nameIn(name, locale)] as const),
    [null, locale.plans.labels.noGroup] as const,
  ];
  return groups
    .map(([id, name]) => ({
      name,
      rows: [
        ...plan.indicators.filter(({ group }) => group === id).map((one) => indicatorRow(one, plan, locale)),
        ...plan.tasks.filter(({ group }) => group === id).map((one) => taskRow(one, locale)),
      ],
    }))
    .filter(({ rows }) => rows.length > 0);
}

function indicatorRow(indicator: Indicator, plan: Plan, locale: Locale): PlanRow {
  const { labels, scope } = locale.plans;
  const { numerator, denominator, excludes, applies, lowBase, advisory, over100 } = indicator;
  const levels = (applies.levels ?? []).map((level) => levelName(level, plan, locale));
  const applied = scope(levels, applies.units ?? [], applies.from, applies.until);
  return {
    ...said(indicator, locale),
    formula: denominator === null ? numerator.text : `${sideOf(numerator)} / ${sideOf(denominator)}`,
    targets: indicator.targets.map((target) => targetText(target, indicator, plan, locale)),
    facts: [
      ...(excludes === null ? [] : [[labels.excludes, excludes] as const]),
      ...(applied === "" ? [] : [[labels.applies, applied] as const]),
      ...(lowBase === null ? [] : [[labels.lowBase, String(lowBase)] as const]),
      ...(advisory ? [[labels.advisory, null] as const] : []),
      ...(over100 ? [[labels.over100, null] as const] : []),
      ...remarks(indicator, locale),
    ],
  };
}

/** A side of a ratio, in parentheses where it is a sum. */
function sideOf({ text }: Formula): string {
  return /[-+]/.test(text) ? `(${text})` : text;
}

function taskRow(task: Task, locale: Locale): PlanRow {
  return { ...said(task, locale), formula: null, targets: [], facts: remarks(task, locale) };
}

function said(one: Indicator | Task, locale: Locale): Pick<PlanRow, "id" | "name" | "text"> {
  return { id: one.id, name: nameIn(one, locale), text: one.text };
}

function remarks({ note, cites }: Indicator | Task, { plans: { labels } }: Locale): PlanRow["facts"] {
  return [
    ...(note === null ? [] : [[labels.note, note] as const]),
    ...cites.map((cited) => [labels.cites, cited] as const),
  ];
}

/** "≥ 95% (Cấp tỉnh, đến hết 2022-Q3)". */
function targetText(target: ScopedTarget, { denominator }: Indicator, plan: Plan, locale: Locale): string {
  const { operator, values, level, unit, by, milestones } = target;
  const percent = denominator === null ? "" : "%";
  const written = (some: readonly string[]) => formatDecimal(some.map((value) => value + percent).join(" – "), locale);
  const details = [
    ...(level === null ? [] : [levelName(level, plan, locale)]),
    ...(unit === null ? [] : [plan.roster?.find(({ code }) => code === unit)?.name ?? unit]),
    ...(by === null ? [] : [locale.plans.due(by)]),
    ...milestones.map((milestone) => locale.plans.milestone(milestone.until, written(milestone.values))),
  ];
  const asked = `${locale.operators[operator]} ${written(values)}`.trim();
  return details.length === 0 ? asked : `${asked} (${details.join("; ")})`;
}

function levelName(level: string, { levels }: Pick<Plan, "levels">, locale: Locale): string {
  const name = levels[level];
  return name === undefined ? level : nameIn(name, locale);
}

/** What stands at the head of a plan: each fact under its label. */
export function planFacts(plan: Plan, locale: Locale): (readonly [label: string, value: string])[] {
  const { labels, sizes } = locale.plans;
  const { date } = locale;
  const { issuer, issued, year, levels, roster, indicators, tasks } = plan;
  return [
    [labels.id, plan.id],
    ...(issuer === null ? [] : [[labels.issuer, issuer] as const]),
    ...(issued === null ? [] : [[labels.issued, date(issued)] as const]),
    [labels.year, `${year.label} (${date(year.starts)} →)`],
    ...(Object.keys(levels).length === 0
      ? []
      : [
          [
            labels.levels,
            Object.keys(levels)
              .map((level) => `${levelName(level, plan, locale)} (${level})`)
              .join(", "),
          ] as const,
        ]),
    ...(roster === null ? [] : [[labels.units, String(roster.length)] as const]),
    [labels.asks, sizes(indicators.length, tasks.length)],
  ];
}

/** Every measure: what it is called, and how it runs through the year. */
export function measureRows(plan: Plan, locale: Locale): (readonly [id: string, name: string, how: string])[] {
  const { accumulate: ways, labels } = locale.plans;
  return Object.entries(plan.measures).map(([id, measure]) => {
    const { accumulate, constant, because, source } = measure;
    const how =
      constant === null
        ? ways[accumulate ?? "sum"]
        : `${labels.fixed}: ${constant}${because === null ? "" : ` (${because})`}`;
    return [id, nameIn(measure, locale), source === null ? how : `${how} · ${source}`];
  });
}

/** The plan as people cite it. */
export function planTitle({ number, title }: Pick<Plan, "number" | "title">): string {
  return number === null ? title : `${number}: ${title}`;
}
