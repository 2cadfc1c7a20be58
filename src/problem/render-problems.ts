import type { Locale } from "../locale/locale.ts";
import { printable } from "../text/printable.ts";
import { widthOf } from "../text/width.ts";
import { formatPlace } from "./format-place.ts";
import type { Problem, Severity } from "./problem.ts";
import { wordingOf } from "./wording-of.ts";
import { coveredPasswords } from "../text/without-password.ts";

export interface RenderOptions {
  readonly locale: Locale<"problems">;
  /** Colours a severity's word. */
  readonly paint: (text: string, severity: Severity) => string;
}

/** How many problems of one file are printed; the rest are counted. */
const MOST_PER_FILE = 20;
/** How much of a long line is shown before the trouble, and in all. */
const CONTEXT = 40;
const WIDEST = 100;

/** Problems as text: `file:line:column: severity: message [code]`, the line with a caret, and a way out. */
export function renderProblems(problems: readonly Problem[], options: RenderOptions): string {
  const shown = new Map<string, number>();
  const blocks = problems.flatMap((one) => {
    const file = one.at?.file ?? "";
    const before = shown.get(file) ?? 0;
    shown.set(file, before + 1);
    return before < MOST_PER_FILE ? [renderProblem(one, options)] : [];
  });
  for (const [file, found] of shown) {
    if (found > MOST_PER_FILE) blocks.push(`${printable(file)}: ${options.locale.more(found - MOST_PER_FILE)}\n`);
  }
  return blocks.join("");
}

function renderProblem(one: Problem, { locale, paint }: RenderOptions): string {
  const { message, hint } = wordingOf(one, locale);
  const place = one.at === null ? "" : `${printable(formatPlace(one.at))}: `;
  const rows = one.rows > 1 ? ` (${locale.rows(one.rows)})` : "";
  const lines = [
    `${place}${paint(locale.severities[one.severity], one.severity)}: ${printable(message)}${rows} [${one.code}]`,
  ];
  if (one.excerpt !== null) lines.push(...excerptLines(one));
  if (hint !== null) lines.push(`  ${printable(hint)}`);
  for (const related of one.related.slice(0, 3)) lines.push(`  ${locale.seeAlso}: ${printable(formatPlace(related))}`);
  return `${lines.join("\n")}\n`;
}

function excerptLines({ at, excerpt }: Problem): string[] {
  if (excerpt === null) return [];
  const characters = [...coveredPasswords(excerpt.line)];
  const from = excerpt.start > CONTEXT ? excerpt.start - CONTEXT : 0;
  const cut = (start: number, end: number) => printable(characters.slice(start, end).join(""));
  const before = `${from > 0 ? "…" : ""}${cut(from, excerpt.start)}`;
  const end = Math.min(excerpt.start + excerpt.length, from + WIDEST);
  const marked = cut(excerpt.start, end);
  const rest = cut(end, from + WIDEST);
  const number = at !== null && "line" in at ? String(at.line) : "";
  const caret = "^".repeat(Math.max(1, widthOf(marked)));
  return [
    `  ${number} | ${before}${marked}${rest}`,
    `  ${" ".repeat(number.length)} | ${" ".repeat(widthOf(before))}${caret}`,
  ];
}
