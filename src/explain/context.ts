import type { Locale } from "../locale/locale.ts";
import { nameIn } from "../locale/locale.ts";
import type { Assessment, Reporter } from "../model.ts";
import type { Paint } from "../report/paint.ts";
import { levelOf, unitOf } from "../report/figures.ts";
import { printable } from "../text/printable.ts";
import { wrap } from "../text/width.ts";

/** What an explanation is written with. */
export interface ExplainContext {
  readonly locale: Locale;
  /** Of the terminal, in columns. */
  readonly width: number;
  readonly paint: Paint;
  readonly version: string;
  /** Whether it becomes a file, which may come to lie among exports. */
  readonly isFile: boolean;
  /** So many items of a list are shown. */
  readonly most: number;
}

/** A line of text, with how far it is indented; `drawn` where it is not to be folded. */
export interface Line {
  readonly indent: number;
  readonly text: string;
  readonly paint?: (text: string) => string;
  readonly drawn?: boolean;
}

export function line(indent: number, text: string): Line {
  return { indent, text };
}

export function labelled(label: string, text: string | null): Line[] {
  return text === null ? [] : [line(0, `${label}: ${text}`)];
}

/** Lines as they are printed: folded to the width, then painted. */
export function printed(lines: readonly Line[], width: number): string {
  const texts = lines.map(({ indent, text, paint = (plain) => plain, drawn = false }) => {
    const margin = " ".repeat(indent);
    const folded = drawn ? text : wrap(printable(text), width - indent, "  ");
    return folded
      .split("\n")
      .map((part) => (part === "" ? "" : margin + paint(part)))
      .join("\n");
  });
  return `${texts.join("\n")}\n`;
}

/** A measure's name in quotes. */
export function quoted(measure: string, { plan }: Pick<Assessment, "plan">, locale: Locale): string {
  const named = plan?.measures[measure];
  return `“${named === undefined ? measure : nameIn(named, locale)}”`;
}

/** What a reporter is called. */
export function whoIs({ unit, level }: Reporter, assessment: Assessment, locale: Locale): string {
  return unitOf(unit, assessment) ?? levelOf(level, assessment, locale) ?? locale.whole;
}
