import type { Locale } from "../locale/locale.ts";
import type { Place } from "../model.ts";
import type { Problem } from "./problem.ts";
import { wordingOf } from "./wording-of.ts";

/** A problem as documents for machines hold it: keys in a fixed order, its place taken apart. */
export function problemEntry(one: Problem, locale: Locale<"problems">): object {
  const { code, severity, args, at, rows, related } = one;
  return { code, severity, ...wordingOf(one, locale), args, ...placeEntry(at), rows, related: related.map(placeEntry) };
}

/** A place taken apart, each part `null` where it has none. */
export function placeEntry(at: Place | null): object {
  return {
    file: at?.file ?? null,
    sheet: at?.in === "sheet" ? at.sheet : null,
    line: at !== null && "line" in at ? at.line : null,
    column: at !== null && "column" in at ? at.column : null,
    cell: at?.in === "sheet" ? at.cell : null,
    field: at !== null && "field" in at ? at.field : null,
  };
}
