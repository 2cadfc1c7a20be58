import type { Locale } from "../locale/locale.ts";
import { printable } from "../text/printable.ts";
import type { LearntRoster, LearntUnit } from "./learnt-unit.ts";

/** How many agencies there are, and what has to be decided of them. */
export function listPairs({ units, pairs }: LearntRoster, { roster }: Locale): string {
  const unlevelled = units.filter(({ unit }) => unit.level === null);
  const called = ({ unit: { name }, sources, isKnown }: LearntUnit) =>
    `“${printable(name)}” (${isKnown ? roster.onRoster : sources.join(", ")})`;
  const lines = [
    roster.found(units.length, units.filter(({ isKnown }) => !isKnown).length),
    ...(unlevelled.length === 0 ? [] : [roster.withoutLevel(unlevelled.length)]),
    ...(pairs.length === 0 ? [] : [roster.pairs(pairs.length)]),
    ...pairs.map(({ one, other, likeness }) => `  ${called(one)} – ${called(other)}: ${roster.likeness[likeness]}`),
    ...(pairs.length === 0 ? [] : [roster.decide]),
  ];
  return `${lines.join("\n")}\n`;
}
