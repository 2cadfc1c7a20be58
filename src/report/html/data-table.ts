import { markup } from "./markup.ts";
import type { Markup, Piece } from "./markup.ts";

/** A column of a table: `sort` makes its heading a button where scripts run. */
export interface Column {
  readonly label: Piece;
  readonly kind?: "number" | "text";
  readonly sort?: boolean;
}

/**
 * The head of a table. Explicit roles keep a table one where a narrow screen lays its cells out as cards; where it
 * doesn't, they would only make a large page larger.
 */
export function tableHead(columns: readonly Column[], cards = true): Markup {
  return markup`<thead${role("rowgroup", cards)}><tr${role("row", cards)}>${columns.map(
    ({ label, kind = "text", sort = false }) =>
      markup`<th${role("columnheader", cards)} scope="col"${kind === "number" && markup` class="number"`}${sort && markup` data-sort`}>${label}</th>`,
  )}</tr></thead>`;
}

function role(name: string, isSaid: boolean): Markup | false {
  return isSaid && markup` role="${name}"`;
}

/** A plain table: its cells in rows, the first of each row its heading. */
export function plainTable({
  caption,
  columns,
  rows,
  id = null,
  cards = false,
}: {
  readonly caption: Piece;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Piece[])[];
  /** With one, it can be filtered. */
  readonly id?: string | null;
  /** On a narrow screen its rows become cards; otherwise it keeps its columns, and scrolls. */
  readonly cards?: boolean;
}): Markup {
  const cell = (content: Piece, index: number) => {
    const { label = "", kind = "text" } = columns[index] ?? {};
    const kindOf = kind === "number" && markup` class="number"`;
    if (index === 0) return markup`<th${role("rowheader", cards)} scope="row"${kindOf}>${content}</th>`;
    return markup`<td${role("cell", cards)}${kindOf}${cards && markup` data-label="${label}"`}>${content}</td>`;
  };
  return markup`<table${role("table", cards)} class="plain${cards && " cards"}"${id !== null && markup` id="${id}"`}>
<caption>${caption}</caption>
${tableHead(columns, cards)}
<tbody${role("rowgroup", cards)}>
${rows.map((cells) => markup`<tr${role("row", cards)}${id !== null && " data-item"}>${cells.map(cell)}</tr>\n`)}</tbody></table>`;
}

/** Room for something wide, which can be scrolled by keyboard too. */
export function scrollable(label: string, content: Piece): Markup {
  return markup`<div class="scroll" role="group" tabindex="0" aria-label="${label}">${content}</div>`;
}

/** What narrows a table. Only a script can do it, so only a script shows it. */
export function toolbar({
  table,
  filter,
  only = null,
  hint = null,
}: {
  readonly table: string;
  readonly filter: string;
  readonly only?: string | null;
  readonly hint?: string | null;
}): Markup {
  return markup`<div class="tools" data-for="${table}" hidden>
<label>${filter} <input type="search" id="${table}-filter" autocomplete="off" spellcheck="false"></label>
${only !== null && markup`<label class="only"><input type="checkbox" id="${table}-only"> ${only}</label>`}
<p class="count" role="status"></p>
${hint !== null && markup`<p class="hint">${hint}</p>`}
</div>`;
}
