import { isExcelError } from "../text/excel-damage.ts";
import { foldText } from "../text/fold-text.ts";
import { isTotalLike } from "../text/total-like.ts";
import type { UnitDirectory } from "./unit-directory.ts";

/**
 * What stands in a unit's column: the name of a unit; of a total, as the source calls them; something that reads like a
 * total and that nobody knows; an error of Excel; or nothing.
 */
export type UnitText = "unit" | "total" | "total-like" | "damaged" | "blank";

/** `totals`: the source's spellings, folded. */
export function unitTextOf(
  text: string | null,
  { totals, directory }: { readonly totals: ReadonlySet<string>; readonly directory: UnitDirectory },
): UnitText {
  if (text === null || text === "") return "blank";
  if (totals.has(foldText(text))) return "total";
  if (isExcelError(text)) return "damaged";
  return !directory.isRosteredName(text) && isTotalLike(text) ? "total-like" : "unit";
}
