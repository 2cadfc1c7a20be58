import { printable } from "../../text/printable.ts";

/** A part of a page, in which everything that came from data is escaped. */
export interface Markup {
  readonly markup: string;
}

/** What a template takes: markup as it is, text and numbers escaped, nothing for `null` and `false`. */
export type Piece = Markup | string | number | null | false | readonly Piece[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A template of HTML: whatever is put into it is escaped, unless it is markup itself. */
export function markup(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return { markup: strings.reduce((before, after, index) => before + write(pieces[index - 1] ?? null) + after) };
}

/** Text that is markup already: the page's own style and script. */
export function trusted(text: string): Markup {
  return { markup: text };
}

/** A name from the data: whatever direction it is written in, it turns nothing around it. */
export function name(text: string): Markup {
  return markup`<bdi>${text}</bdi>`;
}

/** A path or an id, which may break between its parts when there is no room. */
export function code(text: string): Markup {
  const parts = text.split(/(?<=[/._#!-])/);
  return markup`<code><bdi>${parts.map((part, index) => [index > 0 && markup`<wbr>`, part])}</bdi></code>`;
}

function write(piece: Piece): string {
  if (piece === null || piece === false) return "";
  if (typeof piece === "string" || typeof piece === "number") return escape(String(piece));
  return "markup" in piece ? piece.markup : piece.map(write).join("");
}

function escape(text: string): string {
  return printable(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] as string);
}
