import { printable } from "./printable.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "|": "&#124;",
  "@": "&#64;",
};

/**
 * Text from data as it stands in Markdown, in a table too: nothing of it is markup, a column, a mention or a formula,
 * and it stays on its line.
 */
export function markdown(text: string): string {
  return printable(text)
    .trim()
    .replaceAll(/[\\`*_~[\]#$!]/g, String.raw`\$&`)
    .replaceAll(/[&<>|@]/g, (character) => ENTITIES[character] as string)
    .replaceAll("://", String.raw`\://`);
}

/** A table: its heading, on which side each column stands, and its rows. Cells come in escaped. */
export function markdownTable(
  heading: readonly string[],
  { right }: { readonly right: ReadonlySet<number> },
  rows: readonly (readonly string[])[],
): string {
  const rule = heading.map((_, column) => (right.has(column) ? "--:" : "---"));
  return [heading, rule, ...rows].map((row) => `| ${row.join(" | ")} |\n`).join("");
}
