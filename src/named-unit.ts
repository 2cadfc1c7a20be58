import type { Unit } from "./model.ts";
import { problem, ProblemError } from "./problem/problem.ts";
import { timesOf } from "./tally/name-bearers.ts";
import { foldText } from "./text/fold-text.ts";
import { nearest } from "./text/nearest.ts";

/**
 * The unit that an option names by its code or by what it is called.
 *
 * @throws ProblemError where nobody is called so, or several are, one after the other.
 */
export function namedUnit(text: string, units: ReadonlyMap<string, Unit>): Unit {
  const folded = foldText(text);
  const all = [...units.values()];
  const spellingsOf = ({ code, name, aliases }: Unit) => [code, name, ...aliases];
  const found = all.filter((unit) => spellingsOf(unit).some((spelling) => foldText(spelling) === folded));
  const [only] = found;
  if (only === undefined) {
    const allowed = all.map(({ name }) => name);
    const near = nearest(text, all.flatMap(spellingsOf));
    throw new ProblemError([problem("name-unknown", { kind: "unit", name: text, allowed, nearest: near })]);
  }
  if (found.length === 1) return only;
  const bearers = found.map((unit) => ({ unit: unit.code, terms: timesOf(unit, folded) }));
  throw new ProblemError([problem("unit-ambiguous", { text, period: null, units: bearers })]);
}
