import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { foldText } from "../text/fold-text.ts";
import { overlap } from "./unit-terms.ts";
import type { RosterRow } from "./unit-terms.ts";

/**
 * Spellings that mean two units at one time. A name may pass from one to the other, where their times do not meet; a
 * code is that of its unit for good.
 */
export function sharedSpellings(rows: readonly RosterRow[]): Problem[] {
  const bearers = new Map<string, RosterRow[]>();
  return rows.flatMap((row) =>
    spellingsOf(row).flatMap(({ written, column }) => {
      const folded = foldText(written);
      const before = bearers.get(folded);
      if (before === undefined) bearers.set(folded, [row]);
      else before.push(row);
      const other = before?.find((one) => one.code !== row.code && meet(one, row, folded));
      if (other === undefined) return [];
      const args = { name: written, first: other.code, of: "unit" } as const;
      return [problem("name-twice", args, { ...row.at(column), related: [other.at("code").at] })];
    }),
  );
}

/** Each spelling of a row once, where it stands first. */
function spellingsOf({ code, name, aliases }: RosterRow) {
  const written = [
    { written: code, column: "code" },
    { written: name, column: "name" },
    ...aliases.map((alias) => ({ written: alias, column: "aliases" }) as const),
  ] as const;
  return [...new Map(written.toReversed().map((one) => [foldText(one.written), one])).values()].toReversed();
}

function meet(one: RosterRow, other: RosterRow, folded: string): boolean {
  return [one, other].some(({ code }) => foldText(code) === folded) || overlap(one.term, other.term);
}
