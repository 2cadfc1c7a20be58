import type { Row, Source } from "../model.ts";
import { foldText } from "../text/fold-text.ts";
import { isTotalLike } from "../text/total-like.ts";
import { REPORTER, statesPeriod } from "./titles.ts";

/** What a row of a form is, and why it is not clear where it is not. */
export type Role =
  | { readonly is: "nothing" | "part" | "total" | "data" }
  | { readonly is: "section"; readonly level: string }
  | { readonly is: "heading"; readonly label: string }
  | {
      readonly is: "unclear";
      readonly label: string;
      readonly why: "total" | "unnumbered" | "part" | "second" | "period";
    };

/** What the rows of one form have in common. */
export interface FormRows {
  readonly source: Source;
  /** The columns of counts; what stands left of the first of them is the label. */
  readonly counts: readonly number[];
  readonly ordinal: number | undefined;
  /** The rows above the header, which may stand at the top of every page. */
  readonly titles: ReadonlySet<string>;
  /** Headings of sections by their folded spellings. */
  readonly sections: ReadonlyMap<string, string>;
  /** Whether any row is numbered, so that one without a number is something else. */
  readonly numbered: boolean;
}

const ORDINAL = /^\(?(?:[IVXLC]+|\d{1,4}(?:\.\d{1,3})*|[a-zđð])[.)]?$/iu;
const BULLET = /^[-+•*–]\s*/u;

export function textOf({ cells }: Row, index: number): string {
  return String(cells[index] ?? "")
    .normalize("NFC")
    .replaceAll(/\s+/gu, " ")
    .trim();
}

/** Whether any count is there. What has letters is none: notes, dates and signatures stand in those columns too. */
export function hasCounts(row: Row, counts: readonly number[]): boolean {
  return counts.some((index) => /^[^\p{L}]*\d[^\p{L}]*$/u.test(String(row.cells[index] ?? "")));
}

/** The number of a row, as units have one: "3", or "3.1" for a part of the third. */
export function ordinalOf(row: Row, ordinal: number | undefined): string | null {
  const text = ordinal === undefined ? "" : textOf(row, ordinal);
  return /^\(?(\d+(?:\.\d+)*)[.)]?$/u.exec(text)?.[1] ?? null;
}

/** What stands left of the counts, but for the row's own number. */
export function labelOf(row: Row, counts: readonly number[]): string {
  const texts = Array.from({ length: Math.min(row.cells.length, ...counts) }, (_, index) => textOf(row, index));
  return texts.find((text) => text !== "" && !ORDINAL.test(text)) ?? "";
}

/** `inPart`: the row above begins a list of parts of the one before. */
export function roleOf(row: Row, form: FormRows, inPart: boolean): Role {
  const { source, counts, sections } = form;
  const label = labelOf(row, counts);
  const counted = hasCounts(row, counts);
  if (inPart && BULLET.test(label)) return { is: "part" };
  const bare = foldText(label.replace(BULLET, "").replace(/\s*:$/u, ""));
  if (source.ignore.some((word) => bare.startsWith(foldText(word)))) return { is: "part" };
  if (source.totals.some((word) => foldText(word) === bare)) return { is: counted ? "total" : "nothing" };
  const level =
    sections.get(bare) ?? sections.get(foldText(label.replace(/^\(?(?:[IVXLC]+|\d{1,4})[.)/-]\s*(?=\p{L})/u, "")));
  if (level !== undefined) return { is: "section", level };
  if (form.titles.has(JSON.stringify(row.cells))) return { is: "nothing" };
  const title = titleIn(row, counted || "period" in source.columns);
  if (title !== null) return { is: "unclear", ...title };
  if (label === "") return { is: counted ? "data" : "nothing" };
  return unlisted(row, label, counted, form);
}

/** What a row says that only a title says: whose report begins here, or of which period. */
function titleIn(row: Row, isDated: boolean): { readonly label: string; readonly why: "second" | "period" } | null {
  const texts = row.cells.map((_, index) => textOf(row, index));
  const reporter = texts.find((text) => REPORTER.test(text));
  if (reporter !== undefined) return { label: reporter, why: "second" };
  const period = isDated ? undefined : texts.find(statesPeriod);
  return period === undefined ? null : { label: period, why: "period" };
}

/** A row whose label the source does not list: one of the data, where nothing speaks against it. */
function unlisted(row: Row, label: string, counted: boolean, form: FormRows): Role {
  const { source, counts, ordinal, sections, numbered } = form;
  // Of a list that has no column of counts, a row without any says as much as the others.
  if (counts.length === 0 && sections.size === 0) return { is: "data" };
  const number = ordinalOf(row, ordinal);
  if (counted && isTotalLike(label)) return { is: "unclear", label, why: "total" };
  if (counted && (number?.includes(".") || (number === null && BULLET.test(label))))
    return { is: "unclear", label, why: "part" };
  if (numbered && number === null) {
    // A Roman number, a letter or none, where units are numbered: a heading, or what the source does not know.
    if (sections.size > 0 && (!counted || textOf(row, ordinal ?? 0) !== "")) return { is: "heading", label };
    return counted ? { is: "unclear", label, why: "unnumbered" } : { is: "nothing" };
  }
  // Where nothing is numbered, a label alone is a heading, unless there is room for its number.
  if (!counted && sections.size > 0 && ordinal === undefined) return { is: "heading", label };
  if (!counted && counts.length > 0 && source.rows === "record") return { is: "nothing" };
  return { is: "data" };
}
