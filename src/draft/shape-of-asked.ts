import type { AskedShape } from "../model.ts";
import { unaccented } from "../text/unaccented.ts";

/**
 * What a target is that a table cannot say in a cell (a rank, nothing that has a number, several values, a time), so
 * that a hint can name the place where a plan has it; `null` where none of these is recognised.
 */
export function shapeOfAsked(text: string): { readonly shape: AskedShape; readonly value: string | null } | null {
  const plain = unaccented(text).replaceAll(/\s+/gu, " ").trim();
  if (plain === "") return null;
  if (!/\d/u.test(plain)) return { shape: "task", value: null };
  const rank = RANK.exec(plain)?.groups?.["rank"];
  if (rank !== undefined) return { shape: "rank", value: rank };
  if ([...plain.matchAll(/\d\s?%/gu)].length > 1) return { shape: "several", value: null };
  return TIME.test(plain) && !plain.includes("%") ? { shape: "time", value: null } : null;
}

/** "Top 15", "thuộc nhóm 30/63", "xếp thứ 10", "30/63". */
const RANK =
  /^(?:(?:(?:thuoc|trong|vao|giu|lot|xep|dung|dat) )*(?:top|nhom|thu|hang|thu hang|vi tri|among the first|rank(?:ed)?)\D*(?<rank>\d+)(?:\s?\/\s?\d+)?\D*)$/u;
/** "trước 15/8/2026", "hết quý II/2026", "tháng 6". */
const TIME = /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|(?:^|\W)(?:quy|thang|nam|quarter|month|year|q[1-4])(?:\W|$)/u;
