import type { Amendment, Indicator, Plan, ScopedTarget, Term, Waiver } from "../model.ts";
import type { PlanChange, PlanDifferences, PlanPart } from "./differences.ts";
import { isSame, pairUp } from "./pair-up.ts";

/** What differs between two plans: what came, went, was renamed, and which fields of what stayed. */
export function diffPlans(before: Plan, after: Plan): PlanDifferences {
  const renamed = renamedIndicators(before, after);
  const [one, other] = [entriesOf(before, renamed), entriesOf(after, new Map())];
  const names = [...renamed].map(([from, to]): PlanChange => {
    return { ...entryRef({ part: "indicator", id: to }), change: "renamed", field: "id", before: from, after: to };
  });
  const changes = pairUp(one, other, ({ part, id, level, unit }) => JSON.stringify([part, id, level, unit]));
  const roster = [...(before.roster ?? []), ...(after.roster ?? [])];
  return {
    kind: "plans",
    changes: [...names, ...changes.flatMap((pair) => changesOf(pair.before, pair.after))],
    names: {
      levels: { ...before.levels, ...after.levels },
      units: Object.fromEntries(roster.map(({ code, name }) => [code, name])),
    },
  };
}

type Fields = Readonly<Record<string, string | null>>;

/** A part of a plan as fields, each a text. */
interface Entry {
  readonly part: PlanPart;
  readonly id: string;
  readonly level: string | null;
  readonly unit: string | null;
  /** What it is called, or what a target asks. */
  readonly name: string;
  readonly fields: Fields;
}

function changesOf(before: Entry | null, after: Entry | null): PlanChange[] {
  const entry = after ?? before;
  if (entry === null) return [];
  const ref = entryRef(entry);
  if (before === null || after === null) {
    const change = before === null ? "new" : "gone";
    return [{ ...ref, change, field: null, before: before?.name ?? null, after: after?.name ?? null }];
  }
  return Object.keys(after.fields).flatMap((field): PlanChange[] => {
    const [was, is] = [before.fields[field] ?? null, after.fields[field] ?? null];
    return was === is ? [] : [{ ...ref, change: "changed", field, before: was, after: is }];
  });
}

function entryRef({ part, id, level = null, unit = null }: Pick<Entry, "part" | "id"> & Partial<Entry>) {
  return { part, id, level, unit };
}

/** Everything that a plan is made of; indicators with a new id go by that. */
function entriesOf(plan: Plan, renamed: ReadonlyMap<string, string>): Entry[] {
  const entries = <Value extends { readonly vi: string }>(
    part: PlanPart,
    values: Readonly<Record<string, Value>>,
    fieldsOf: (value: Value) => Fields,
  ) =>
    Object.entries(values).map(([id, value]) => ({
      ...entryRef({ part, id }),
      name: value.vi,
      fields: fieldsOf(value),
    }));
  return [
    { ...entryRef({ part: "plan", id: "" }), name: plan.title, fields: planFields(plan) },
    ...entries("level", plan.levels, ({ vi, en, aliases }) => ({ vi, en, aliases: listOf(aliases) })),
    ...entries("group", plan.groups, ({ vi, en }) => ({ vi, en })),
    ...entries("measure", plan.measures, ({ vi, en, accumulate, within, source, constant }) => {
      return { vi, en, accumulate, within, source, constant: textOf(constant) };
    }),
    ...plan.indicators.flatMap((indicator) => indicatorEntries(indicator, renamed.get(indicator.id) ?? indicator.id)),
    ...plan.tasks.map(({ id, vi, en, group, text, note, cites }) => {
      return {
        ...entryRef({ part: "task", id }),
        name: vi,
        fields: { vi, en, group, text, note, cites: listOf(cites) },
      };
    }),
    ...plan.amendments.map(amendmentEntry),
    ...plan.waivers.map(waiverEntry),
    ...(plan.roster ?? []).map(({ code, name, level, aliases, terms }) => {
      return {
        ...entryRef({ part: "unit", id: code }),
        name,
        fields: { name, "level-of": level, aliases: listOf(aliases), terms: listOf((terms ?? []).map(termText)) },
      };
    }),
  ];
}

function planFields({ id, number, title, issuer, issued, language, year }: Plan): Fields {
  return { id, number, title, issuer, issued, language, "year-label": year.label, "year-starts": year.starts };
}

function indicatorEntries(indicator: Indicator, id: string): Entry[] {
  const { vi, en, group, text, note, cites, excludes, numerator, denominator, applies, lowBase, advisory, over100 } =
    indicator;
  const fields = {
    vi,
    en,
    group,
    text,
    note,
    cites: listOf(cites),
    excludes,
    numerator: numerator.text,
    denominator: denominator?.text ?? null,
    "applies-levels": applies.levels && listOf(applies.levels),
    "applies-units": applies.units && listOf(applies.units),
    "applies-from": applies.from,
    "applies-until": applies.until,
    "low-base": textOf(lowBase),
    advisory: String(advisory),
    "over-100": String(over100),
  };
  const sign = denominator === null ? "" : "%";
  return [
    { ...entryRef({ part: "indicator", id }), name: vi, fields },
    ...indicator.targets.map((target) => targetEntry(target, id, sign)),
  ];
}

function targetEntry({ operator, values, by, milestones, level, unit }: ScopedTarget, id: string, sign: string): Entry {
  const amount = (texts: readonly string[]) => texts.map((text) => `${text}${sign}`).join("–");
  const steps = milestones.map((step) => `${step.until}: ${amount(step.values)}`);
  const fields = { operator, amount: amount(values), by, milestones: listOf(steps) };
  return { ...entryRef({ part: "target", id, level, unit }), name: `${operator} ${fields.amount}`, fields };
}

function amendmentEntry({ number, title, issuer, issued, effective, changed, added, withdrawn }: Amendment): Entry {
  const read = (indicators: readonly Indicator[]) => indicators.map(readingOf).join("; ") || null;
  const did = { changed: read(changed), added: read(added), withdrawn: listOf(withdrawn) };
  const said = [effective, ...Object.values(did)].filter((text) => text !== null);
  return {
    ...entryRef({ part: "amendment", id: number }),
    name: said.join("; "),
    fields: { title, issuer, issued, effective, ...did },
  };
}

/** "online = files.online / files.total (at-least 85%)" */
function readingOf(indicator: Indicator): string {
  const { id, numerator, denominator } = indicator;
  const formula = denominator === null ? numerator.text : `${numerator.text} / ${denominator.text}`;
  const asked = indicatorEntries(indicator, id).filter(({ part }) => part === "target");
  const targets = asked.map(({ name, level, unit }) => [level ?? unit, name].filter((text) => text !== null).join(" "));
  return `${id} = ${formula} (${targets.join(", ")})`;
}

/** One indicator may be waived by several documents. */
function waiverEntry({ indicator, level, unit, until, reason, document }: Waiver): Entry {
  return {
    ...entryRef({ part: "waiver", id: `${indicator}, ${document}`, level, unit }),
    name: `${until}, ${reason}`,
    fields: { until, reason },
  };
}

/** Indicators whose id is another, while their name, or all of their formula, is the same. */
function renamedIndicators(before: Plan, after: Plan): ReadonlyMap<string, string> {
  const ids = ({ indicators }: Plan) => new Set(indicators.map(({ id }) => id));
  const gone = before.indicators.filter(({ id }) => !ids(after).has(id));
  const fresh = after.indicators.filter(({ id }) => !ids(before).has(id));
  const renamed = new Map<string, string>();
  for (const one of gone) {
    const candidates = fresh.filter(({ id }) => ![...renamed.values()].includes(id));
    const same =
      candidates.find(({ vi }) => vi === one.vi) ??
      candidates.find((other) => isSame(formulasOf(one), formulasOf(other)));
    if (same !== undefined) renamed.set(one.id, same.id);
  }
  return renamed;
}

function formulasOf({ numerator, denominator }: Indicator) {
  return [numerator.text, denominator?.text ?? null];
}

/** "huyen < H57, … – 2025-06-30". */
function termText({ level, parent, from, until }: Term): string {
  const below = parent === null ? "" : ` < ${parent}`;
  return `${level ?? ""}${below} ${from ?? "…"} – ${until ?? "…"}`;
}

function listOf(items: readonly string[]): string | null {
  return items.length === 0 ? null : items.join(", ");
}

function textOf(value: number | null): string | null {
  return value === null ? null : String(value);
}
