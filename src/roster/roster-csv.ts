import type { Locale } from "../locale/locale.ts";
import type { Term } from "../model.ts";
import { csvCell } from "../text/csv-cell.ts";
import type { LearntRoster, LearntUnit, Pair } from "./learnt-unit.ts";

const HEADER = ["code", "name", "level", "aliases", "from", "until", "parent", "note"] as const;

type Row = Pick<Term, "names" | "level" | "from" | "until" | "parent">;

/** A roster as a plan reads it; what has to be decided stands in its notes, which no plan reads. */
export function rosterCsv({ units, pairs }: LearntRoster, locale: Locale): string {
  const rows = units.flatMap((learnt) => {
    const { code, terms } = learnt.unit;
    const note = noteOf(learnt, pairs, locale);
    return (terms ?? [alwaysOf(learnt.unit)]).map(({ names: [name, ...aliases], level, from, until, parent }) =>
      [code, name, level, aliases.join("|"), from, until, parent, note].map((cell) => cell ?? ""),
    );
  });
  return `${[HEADER, ...rows].map((row) => row.map(csvCell).join(",")).join("\n")}\n`;
}

function alwaysOf({ name, aliases, level }: LearntUnit["unit"]): Row {
  return { names: [name, ...aliases], level, from: null, until: null, parent: null };
}

function noteOf(learnt: LearntUnit, pairs: readonly Pair[], { roster }: Locale): string {
  const others = pairs.flatMap(({ one, other, likeness }) => {
    if (one !== learnt && other !== learnt) return [];
    return [roster.perhaps((one === learnt ? other : one).unit.name, roster.likeness[likeness])];
  });
  return [...(learnt.sources.length === 0 ? [] : [roster.namedIn(learnt.sources)]), ...others].join("; ");
}
