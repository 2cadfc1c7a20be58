import { nameIn } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { Source } from "../model.ts";
import { printable } from "../text/printable.ts";
import { widthOf, wrap } from "../text/width.ts";

/** The sources known, one after the other: id, name, what a row is, and the system. */
export function listSources(sources: readonly Source[], locale: Locale, width: number): string {
  const widest = Math.max(0, ...sources.map(({ id }) => widthOf(id)));
  const lines = sources.map((source) => {
    const { id, rows, system } = source;
    const name = nameIn(source.name, locale);
    const parts = [name, locale.sources.rows[rows], ...(system === null || system === name ? [] : [system])];
    const text = `${id}${" ".repeat(widest - widthOf(id))}  ${printable(parts.join(" · "))}`;
    return `${wrap(text, width, " ".repeat(widest + 2))}\n`;
  });
  return lines.join("");
}
