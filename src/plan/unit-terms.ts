import { levelsIn } from "../model.ts";
import type { Plan, Table, Term, Unit } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { foldText } from "../text/fold-text.ts";
import { groupBy } from "../text/group-by.ts";
import { Candidates } from "../text/nearest.ts";
import { periodsOf } from "../text/period.ts";
import type { Months } from "../text/period.ts";
import type { RosterColumn } from "./roster-columns.ts";

/** One row of a roster: a unit as it is for a time. */
export interface RosterRow {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly aliases: readonly string[];
  readonly term: Term;
  readonly at: (column: RosterColumn) => ReturnType<Table["locate"]>;
}

/** A unit of its rows, which are what it is one after the other: the name it has last, and what it was called before. */
export function unitOf(rows: readonly RosterRow[]): Unit {
  const inOrder = [...rows].sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
  const [last] = inOrder.slice(-1);
  if (last === undefined) throw new TypeError("a unit without a row");
  const { code, name, level } = last;
  const aliases = new Map(inOrder.flatMap((row) => [row.name, ...row.aliases]).map((one) => [foldText(one), one]));
  aliases.delete(foldText(name));
  const terms = inOrder.map(({ term }, index) => withoutLater(term, inOrder.slice(index + 1)));
  const isOrdinary = terms.every(({ parent, from, until }) => parent === null && from === null && until === null);
  const unit = { code, name, level, aliases: [...aliases.values()], terms: isOrdinary ? null : terms };
  // What it is at the end of the year, which a term of a later one does not change.
  const [known = level] = levelsIn(unit, lastMonthOf(terms));
  return { ...unit, level: known };
}

/** Units of the plan's year that bear one name, one after the other, each with its code behind it: as reports show them. */
export function toldApart(units: readonly Unit[]): readonly Unit[] {
  const isThere = (unit: Unit) => monthsOfUnit(unit) !== 0;
  const alike = groupBy(units.filter(isThere), ({ name }) => foldText(name));
  return units.map((unit) => {
    const { code, name, aliases } = unit;
    const isShared = isThere(unit) && (alike.get(foldText(name))?.length ?? 0) > 1;
    return isShared ? { ...unit, name: `${name} (${code})`, aliases: [name, ...aliases] } : unit;
  });
}

function startOf({ term }: RosterRow): string {
  return term.from ?? "";
}

/** A month in which a unit becomes something else belongs to what it becomes. */
function withoutLater(term: Term, later: readonly RosterRow[]): Term {
  const taken = later.reduce((months, row) => months | row.term.months, 0);
  return { ...term, months: term.months & ~taken, whole: term.whole & ~taken };
}

function lastMonthOf(terms: readonly Term[]): Months {
  const months = terms.reduce((all, term) => all | term.months, 0);
  return months === 0 ? 0 : 1 << (31 - Math.clz32(months));
}

/** Rows of one unit that hold at the same time. */
export function wrongTerms(rows: readonly RosterRow[]): Problem[] {
  return rows.flatMap((row, index) => {
    const other = rows.slice(0, index).find(({ term }) => overlap(term, row.term));
    if (other === undefined) return [];
    const { code: unit, at } = row;
    return [problem("unit-twice", { unit }, { ...at("code"), related: [other.at("code").at] })];
  });
}

/** Whether two terms have a day in common. */
export function overlap(one: Term, other: Term): boolean {
  const isBefore = (a: Term, b: Term) => a.until !== null && b.from !== null && a.until < b.from;
  return !isBefore(one, other) && !isBefore(other, one);
}

/** Parents that nobody is, that are gone while the unit is there, or that are below it. */
export function wrongParents(rows: readonly RosterRow[], units: readonly Unit[], year: Plan["year"]): Problem[] {
  const codes = new Map(units.map((unit) => [unit.code, unit]));
  const allowed = [...codes.keys()];
  const near = new Candidates(allowed);
  return rows.flatMap(({ code: unit, term, at }): Problem[] => {
    const { parent } = term;
    if (parent === null) return [];
    const above = codes.get(parent);
    if (above === undefined) {
      const args = { kind: "unit", name: parent, allowed, nearest: near.nearest(parent) } as const;
      return [problem("name-unknown", args, at("parent"))];
    }
    if (isBelow(above, unit, term.months, codes))
      return [problem("parent-wrong", { unit, parent, why: "below", periods: [] }, at("parent"))];
    const gone = term.months & ~monthsOfUnit(above);
    const periods = periodsOf(gone, year);
    return gone === 0 ? [] : [problem("parent-wrong", { unit, parent, why: "gone", periods }, at("parent"))];
  });
}

function monthsOfUnit({ terms }: Unit): Months {
  return (terms ?? []).reduce((months, term) => months | term.months, terms === null ? -1 : 0);
}

/** Whether one unit is another, or stands somewhere below it, in any of some months. */
function isBelow(
  one: Unit,
  code: string,
  months: Months,
  units: ReadonlyMap<string, Unit>,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  if (one.code === code) return true;
  if (seen.has(one.code)) return false;
  return (one.terms ?? []).some((term) => {
    const above = (term.months & months) === 0 ? undefined : units.get(term.parent ?? "");
    return above !== undefined && isBelow(above, code, term.months & months, units, new Set([...seen, one.code]));
  });
}
