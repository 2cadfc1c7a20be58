import type { Term, Unit } from "../model.ts";
import type { IsoDate } from "../text/date.ts";
import { foldText } from "../text/fold-text.ts";

/** First and last day. */
export interface Days {
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** Several units that one name may mean: they bear it one after the other, and nothing says which of the times is meant. */
export interface Bearers {
  /** The name. */
  readonly text: string;
  readonly among: readonly Unit[];
}

/**
 * Those of some units that a spelling means in some days (`null`: at any time). Where nobody bears it then, the one who
 * bore it last, since exports go on with old names; or else the first who will.
 */
export function bearersIn(days: Days | null, folded: string, units: readonly Unit[]): readonly Unit[] {
  if (days === null || units.length < 2) return units;
  const times = units.flatMap((unit) => timesOf(unit, folded).map(({ from, until }) => ({ unit, from, until })));
  const during = units.filter((unit) => times.some((time) => time.unit === unit && isWithin(time, days)));
  if (during.length > 0) return during;
  const inOrder = times.sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
  const nearest = inOrder.findLast(({ until }) => until !== null && until < days.from) ?? inOrder[0];
  return nearest === undefined ? [] : [nearest.unit];
}

/** When a unit bears a spelling: its code and what tells it apart always, a name while that name holds. */
export function timesOf({ terms }: Unit, folded: string): readonly Pick<Term, "from" | "until">[] {
  const named = (terms ?? []).filter(({ names }) => names.some((name) => foldText(name) === folded));
  return named.length > 0 ? named.map(({ from, until }) => ({ from, until })) : [{ from: null, until: null }];
}

function isWithin({ from, until }: Pick<Term, "from" | "until">, days: Days): boolean {
  return (from === null || from <= days.until) && (until === null || until >= days.from);
}
