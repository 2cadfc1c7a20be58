import { nameIn } from "../locale/locale.ts";
import type { Locale, Wording } from "../locale/locale.ts";
import type { Name } from "../model.ts";
import type { Names, ResultRef } from "./differences.ts";
import type { StatedProblem } from "./stated-assessment.ts";

/** What a thing is called in a language; what stands in the document where it names none. */
export function calledIn(named: Readonly<Record<string, Name>>, id: string, stated: string, locale: Locale): string {
  const name = Object.hasOwn(named, id) ? named[id] : undefined;
  return name === undefined ? stated : nameIn(name, locale);
}

/** Whose result it is; `null` where it is of all. */
export function ownerOf(
  { level, unit }: Pick<ResultRef, "level" | "unit">,
  names: Pick<Names, "levels" | "units">,
  locale: Locale,
): string | null {
  if (unit !== null) return names.units[unit] ?? unit;
  return level === null ? null : calledIn(names.levels, level, level, locale);
}

/** What a problem says in a language; one of another version, with other facts, says what it said. */
export function messageOf({ code, args, message }: StatedProblem, { problems }: Locale): string {
  const word = (problems as Readonly<Record<string, (args: never) => Wording>>)[code];
  try {
    return word?.(args as never).message ?? message;
  } catch {
    return message;
  }
}
