import { markup } from "./markup.ts";
import type { Markup, Piece } from "./markup.ts";

/** A column of a table: `sort` makes its heading a button where scripts run. */
export interface Column {
  readonly label: Piece;
  readonly kind?: "number" | "text";
  readonly sort?: boolean;
}

/** The head of a table. Explicit roles keep the table one where a narrow screen lays its cells out as a list. */
export function tableHead(columns: readonly Column[]): Markup {
  return markup`<thead role="rowgroup"><tr role="row">${columns.map(
    ({ label, kind = "text", sort = false }) =>
      markup`<th role="columnheader" scope="col" class="${kind}"${sort && markup` data-sort`}>${label}</th>`,
  )}</tr></thead>`;
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
  readonly id?: string | null;
  /** On a narrow screen its rows become cards; otherwise it keeps its columns, and scrolls. */
  readonly cards?: boolean;
}): Markup {
  return markup`<table role="table" class="plain${cards && " cards"}"${id !== null && markup` id="${id}"`}>
<caption>${caption}</caption>
${tableHead(columns)}
<tbody role="rowgroup">${rows.map(
    (cells) =>
      markup`<tr role="row" ${id !== null && " data-item"}>${cells.map((cell, index) => {
        const column = columns[index];
        const kind = column?.kind ?? "text";
        return index === 0
          ? markup`<th role="rowheader" scope="row" class="${kind}">${cell}</th>`
          : markup`<td role="cell" class="${kind}" data-label="${plain(column?.label)}">${cell}</td>`;
      })}</tr>
`,
  )}</tbody></table>`;
}

function plain(label: Piece | undefined): string {
  return typeof label === "string" ? label : "";
}

/** Room for something wide, which can be scrolled by keyboard too. */
export function scrollable(label: string, content: Piece): Markup {
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="${label}">${content}</div>`;
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
