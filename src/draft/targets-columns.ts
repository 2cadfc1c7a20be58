import type { Cell } from "../model.ts";
import { foldText } from "../text/fold-text.ts";
import { unaccented } from "../text/unaccented.ts";

/** What the columns of a table of targets are called, apart from those of targets. */
export const COLUMNS = {
  name: ["name", "indicator", "chỉ tiêu", "tên chỉ tiêu", "nội dung", "nội dung chỉ tiêu"],
  numerator: ["numerator", "tử số", "value", "số đếm"],
  denominator: ["denominator", "mẫu số"],
  group: ["group", "nhóm", "lĩnh vực"],
  text: ["text", "nguyên văn"],
  note: ["note", "ghi chú"],
  ordinal: ["stt", "tt", "no", "#"],
} as const;
type Named = keyof typeof COLUMNS;
export type ColumnName = Named | "target";

/**
 * A target: "Mục tiêu", "Kế hoạch năm 2026", "Mục tiêu cấp xã", "Target (commune)"; or a level alone, "Cấp xã", "Tỉnh".
 * "Chỉ tiêu" is one with a year or a level behind it, and otherwise what the indicators are called.
 */
const TARGET =
  /^(?:muc tieu|ke hoach|target|chi tieu(?= (?:giao )?(?:nam )?(?:19|20)\d{2}| cap ))(?: giao)?(?: nam)?(?: (?<year>(?:19|20)\d{2}))?(?: (?:cua |of )?\(?(?<level>[^()]*)\)?)?$/du;
const LEVEL = /^(?:cap \S.*|trung uong|tinh|huyen|xa|province|district|commune)$/u;

/** A column that is used: what it is, and for a target the level that it is of, as it is called (`null`: of all). */
export interface Column {
  readonly index: number;
  readonly header: string;
  readonly is: ColumnName;
  readonly level: string | null;
}

/** The columns of a header row, those that are used and those that are not: they may be of another year, or hold anything. */
export function columnsIn(
  cells: readonly Cell[],
  year: string,
): { readonly used: readonly Column[]; readonly unused: readonly Pick<Column, "index" | "header">[] } {
  const headers = cells
    .map((cell, index) => ({ index, header: String(cell).normalize("NFC").replaceAll(/\s+/gu, " ").trim() }))
    .filter(({ header }) => header !== "");
  const read = headers.map((one) => ({ ...one, meaning: meaningOf(one.header, year) }));
  return {
    used: read.flatMap(({ meaning, ...one }) => (meaning === null ? [] : [{ ...one, ...meaning }])),
    unused: read.filter(({ meaning }) => meaning === null).map(({ index, header }) => ({ index, header })),
  };
}

function meaningOf(header: string, year: string): Pick<Column, "is" | "level"> | null {
  const folded = foldText(header);
  const named = (Object.keys(COLUMNS) as Named[]).find((name) => COLUMNS[name].some((one) => foldText(one) === folded));
  if (named !== undefined) return { is: named, level: null };
  // A letter for a letter, so that what is found in one is found in the other.
  const plain = unaccented(header);
  if (LEVEL.test(plain)) return { is: "target", level: header };
  const target = TARGET.exec(plain);
  const { year: stated, level = "" } = target?.groups ?? {};
  if (target === null || (stated !== undefined && stated !== year)) return null;
  const [start, end] = target.indices?.groups?.["level"] ?? [0, 0];
  return { is: "target", level: level === "" ? null : capitalised(header.slice(start, end)) };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
