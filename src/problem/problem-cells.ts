import type { Locale } from "../locale/locale.ts";
import type { Place } from "../model.ts";
import { formatPlace } from "./format-place.ts";
import type { Problem } from "./problem.ts";
import { wordingOf } from "./wording-of.ts";

/** What a list of problems has columns for, in their order, and how wide each is, in characters. */
export const PROBLEM_COLUMNS = [
  { name: "file", kind: "text", width: 34 },
  { name: "sheet", kind: "text", width: 14 },
  { name: "cell", kind: "text", width: 8 },
  { name: "lineColumn", kind: "text", width: 12 },
  { name: "field", kind: "wrapped", width: 26 },
  { name: "found", kind: "wrapped", width: 26 },
  { name: "wrong", kind: "wrapped", width: 48 },
  { name: "hint", kind: "wrapped", width: 48 },
  { name: "severity", kind: "text", width: 12 },
  { name: "code", kind: "text", width: 22 },
] as const;

/** A problem as a line of such a list. */
export function problemCells(one: Problem, locale: Locale<"problems">): string[] {
  const { at, rows, related, severity, code } = one;
  const { message, hint } = wordingOf(one, locale);
  const seeAlso = related.map((place) => `${locale.seeAlso}: ${formatPlace(place)}`);
  const cells: Readonly<Record<(typeof PROBLEM_COLUMNS)[number]["name"], string>> = {
    file: at?.file ?? "",
    sheet: at?.in === "sheet" ? at.sheet : "",
    cell: at !== null && "cell" in at ? at.cell : "",
    lineColumn: at?.in === "sheet" ? "" : placeIn(at),
    field: at !== null && "field" in at ? (at.field ?? "") : "",
    found: standing(one),
    wrong: `${message}${rows > 1 ? ` (${locale.rows(rows)})` : ""}`,
    hint: [...(hint === null ? [] : [hint]), ...seeAlso].join("\n"),
    severity: locale.severities[severity],
    code,
  };
  return PROBLEM_COLUMNS.map(({ name }) => cells[name].normalize("NFC"));
}

/** Where in its file. */
export function placeIn(at: Place | null): string {
  if (at?.in === "sheet") return at.cell;
  return at?.in === "text" ? `${at.line}:${at.column}` : at?.in === "database" ? at.row : "";
}

/** The cell, or the row, that a problem points at. */
function standing({ excerpt }: Problem): string {
  if (excerpt === null) return "";
  const text = [...excerpt.line].slice(excerpt.start, excerpt.start + excerpt.length).join("");
  return /^"(?:[^"]|"")*"$/u.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
}
