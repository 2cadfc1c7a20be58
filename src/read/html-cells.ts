import { Parser } from "htmlparser2";
import type { Cell } from "../model.ts";
import type { SheetRow } from "./sheet-table.ts";
import { trimmed } from "./sheet-table.ts";
import type { UnpackBudget } from "./unpack-limits.ts";

/** The most that a cell may span (the HTML standard's own limits). */
const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;
/** What a cell takes in memory, at the least. */
const CELL = 8;
/** Elements that begin a line of their own outside tables. */
const BLOCKS = new Set(["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "center", "br", "caption", "title"]);
const UNSEEN = new Set(["script", "style", "title"]);

interface OpenTable {
  readonly rows: Cell[][];
  /** For each column: in how many rows below a cell from above still stands. */
  readonly spanned: number[];
  /** The rows and columns of the cell that is open, and its text; `null` between cells. */
  cell: { readonly columns: number; readonly rows: number; text: string } | null;
  readonly titles: Cell[][];
}

/**
 * The tables of a page that have more than one row, innermost first. What stands above a table, in paragraphs or
 * tables of one row, becomes its first rows, as in Excel: there the title and the period stand.
 */
export function readHtml(html: string, budget: UnpackBudget): readonly (readonly SheetRow[])[] {
  const found: (readonly SheetRow[])[] = [];
  const open: OpenTable[] = [];
  let titles: Cell[][] = [];
  let line = "";
  let unseen = 0;

  const endLine = () => {
    const text = oneLine(line);
    if (text !== "") titles.push([text]);
    line = "";
  };
  const endCell = (table: OpenTable) => {
    if (table.cell !== null) place(table, budget);
    table.cell = null;
  };
  const endTable = (table: OpenTable) => {
    endCell(table);
    if (table.rows.length > 1) found.push(asRows([...table.titles, ...table.rows]));
    else titles.push(...table.titles, ...table.rows);
  };

  const parser = new Parser(
    {
      onopentag: (name, { colspan, rowspan }) => {
        if (UNSEEN.has(name)) unseen++;
        const table = open.at(-1);
        if (name === "table") {
          endLine();
          open.push({ rows: [], spanned: [], cell: null, titles });
          titles = [];
        } else if (table === undefined) {
          if (BLOCKS.has(name)) endLine();
        } else if (name === "tr") {
          endCell(table);
          table.rows.push([]);
        } else if (name === "td" || name === "th") {
          endCell(table);
          if (table.rows.length === 0) table.rows.push([]);
          table.cell = { columns: span(colspan, MOST_COLUMNS), rows: span(rowspan, MOST_ROWS), text: "" };
        } else if (table.cell !== null && BLOCKS.has(name)) table.cell.text += " ";
      },
      ontext: (text) => {
        const table = open.at(-1);
        if (unseen > 0) return;
        if (table === undefined) line += text;
        else if (table.cell !== null) table.cell.text += text;
      },
      onclosetag: (name) => {
        if (UNSEEN.has(name)) unseen--;
        const table = open.at(-1);
        if (table === undefined) {
          if (BLOCKS.has(name)) endLine();
        } else if (name === "td" || name === "th" || name === "tr") endCell(table);
        else if (name === "table") {
          open.pop();
          endTable(table);
        }
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return found;
}

/** Puts the open cell into the last row: at the next column that no cell from above spans, with blanks for its width. */
function place({ rows, spanned, cell }: OpenTable, budget: UnpackBudget): void {
  const row = rows.at(-1);
  if (row === undefined || cell === null) return;
  while ((spanned[row.length] ?? 0) >= rows.length) {
    budget.spend(CELL);
    row.push("");
  }
  budget.spend(cell.columns * CELL);
  for (let column = 0; column < cell.columns; column++) {
    // Up to which row, counted from 1, the column is taken.
    spanned[row.length] = rows.length + cell.rows - 1;
    row.push(column === 0 ? oneLine(cell.text) : "");
  }
}

function span(attribute: string | undefined, most: number): number {
  const value = Number.parseInt(attribute ?? "1", 10);
  return value >= 1 ? Math.min(value, most) : 1;
}

function asRows(all: readonly Cell[][]): readonly SheetRow[] {
  return all.flatMap((row, index) => {
    const cells = trimmed([...row]);
    return cells === null ? [] : [{ line: index + 1, cells }];
  });
}

function oneLine(text: string): string {
  return text.replaceAll(/[ \t\r\n\f]+/g, " ").trim();
}
