import type { Cell, Row, Table } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { firstBeyond } from "../text/cells.ts";
import { foldText } from "../text/fold-text.ts";
import { slugOf, uniqueSlug } from "../text/slug.ts";
import type { Draft, DraftIndicator } from "./draft.ts";
import { parseAsked } from "./parse-asked.ts";
import { shapeOfAsked } from "./shape-of-asked.ts";
import { COLUMNS, columnsIn } from "./targets-columns.ts";
import type { Column, ColumnName } from "./targets-columns.ts";

/** A table of targets as a draft, with everything that is wrong with it, or is left out. */
export async function parseTargetsTable(
  table: Table,
  head: Pick<Draft, "id" | "title" | "year">,
): Promise<{ readonly draft: Draft; readonly problems: readonly Problem[] }> {
  const header = targetsHeader(table, head.year);
  const width = header?.cells.length ?? 0;
  const { used, unused } = columnsIn(header?.cells ?? [], head.year);
  const reader = new TargetsReader(table, used);
  if (header === null || !reader.isWhole(header)) {
    if (header === null) reader.lack("name", table.head[0]);
    return { draft: reader.draft(head), problems: reader.problems };
  }
  for (const { index, header: name } of unused) {
    reader.problems.push(problem("targets-unused", { what: "column", name }, table.locate(header.at, index, null)));
  }
  for await (const row of table.rows()) {
    if (row.at.line <= header.at.line) continue;
    // An unquoted comma in a name or a number moves everything behind it.
    if (firstBeyond(row.cells, width) >= 0) {
      const args = { found: row.cells.length, expected: width };
      reader.problems.push(problem("row-ragged", args, table.locate(row.at, null, null)));
    } else reader.read(row);
  }
  return { draft: reader.draft(head), problems: reader.problems };
}

/** The row of a table that says what its columns are; `null` where it holds no targets. */
export function targetsHeader(table: Table, year: string): Row | null {
  return table.head.find(({ cells }) => columnsIn(cells, year).used.some(({ is }) => is === "name")) ?? null;
}

/** How a heading among the rows is numbered: I, II, IV …, or A, B. */
const HEADING = /^(?:[IVX]+|[A-Z])[.)]?$/u;

class TargetsReader {
  readonly problems: Problem[] = [];
  readonly #table: Table;
  readonly #columns: readonly Column[];
  readonly #levels = new Map<string, string>();
  readonly #groups = new Map<string, string>();
  /** Of the rows below it, where a column does not say it. */
  #heading = "";
  /** Ids of measures by their folded names. */
  readonly #measures = new Map<string, { readonly id: string; readonly name: string }>();
  readonly #indicators: DraftIndicator[] = [];

  constructor(table: Table, columns: readonly Column[]) {
    this.#table = table;
    this.#columns = columns;
    for (const { level } of columns) {
      if (level === null) continue;
      const taken = new Set(this.#levels.values());
      this.#levels.set(level, uniqueSlug(shortOf(level), taken, { fallback: "cap" }));
    }
  }

  isWhole(header: Row): boolean {
    for (const name of ["numerator", "target"] as const) if (!this.#has(name)) this.lack(name, header);
    for (const [index, column] of this.#columns.entries()) {
      if (!this.#columns.slice(0, index).some((one) => isSame(one, column))) continue;
      const place = this.#table.locate(header.at, column.index, column.header);
      this.problems.push(problem("column-twice", { header: column.header }, place));
    }
    return this.problems.length === 0;
  }

  lack(name: ColumnName, at: Row | undefined): void {
    const place =
      at === undefined
        ? { at: { in: "file", file: this.#table.file } as const }
        : this.#table.locate(at.at, null, null);
    const key = name === "target" ? "mục tiêu" : COLUMNS[name][1];
    this.problems.push(problem("key-missing", { key }, place));
  }

  read(row: Row): void {
    const name = this.#text(row, "name");
    const numerator = this.#text(row, "numerator");
    const below = this.#text(row, "denominator");
    const isBare = this.#columns.every((column) => isOfName(column) || cellText(row, column) === "");
    if (name !== "" && isBare && HEADING.test(this.#text(row, "ordinal"))) {
      this.#heading = name;
      return;
    }
    if (name === "" || numerator === "") {
      // A footer, or a line that was left empty.
      if (name === "" && isBare) return;
      const task = name === "" ? undefined : this.#taskIn(row);
      if (task === undefined) this.#emptyCell(row, name === "" ? "name" : "numerator");
      else this.#unreadable(row, task, cellText(row, task), below !== "");
      return;
    }
    const group = this.#text(row, "group") || this.#heading;
    this.#indicators.push({
      id: uniqueSlug(name, new Set(this.#indicators.map(({ id }) => id)), { fallback: "chi-tieu" }),
      name,
      group: group === "" ? null : this.#groupOf(group),
      text: this.#text(row, "text") || null,
      note: this.#text(row, "note") || null,
      numerator: this.#formula(numerator),
      denominator: below === "" ? null : this.#formula(below),
      targets: this.#targets(row, below !== ""),
    });
  }

  draft(head: Pick<Draft, "id" | "title" | "year">): Draft {
    return {
      ...head,
      levels: Object.fromEntries([...this.#levels].map(([name, id]) => [id, name])),
      groups: Object.fromEntries([...this.#groups].map(([name, id]) => [id, name])),
      measures: Object.fromEntries([...this.#measures.values()].map(({ id, name }) => [id, name])),
      indicators: this.#indicators,
    };
  }

  #targets(row: Row, isRatio: boolean): Readonly<Record<string, string>> {
    const columns = this.#columns.filter(({ is }) => is === "target");
    const filled = columns.filter((column) => cellText(row, column) !== "");
    if (filled.length === 0) this.#emptyCell(row, "target");
    const asked = filled.flatMap((column) => {
      const cell = row.cells[column.index] ?? "";
      // A number without its % may be a share or a number of percent, and nobody can tell.
      const target = typeof cell === "number" && isRatio ? null : parseAsked(String(cell), isRatio);
      if (target === null) this.#unreadable(row, column, cell, isRatio);
      return target === null ? [] : [[this.#levels.get(column.level ?? "") ?? "", target] as const];
    });
    return Object.fromEntries(asked);
  }

  /** The column in which a row says that something is to be done, where others have a number. */
  #taskIn(row: Row): Column | undefined {
    return this.#columns.find((one) => one.is === "target" && shapeOfAsked(cellText(row, one))?.shape === "task");
  }

  #emptyCell(row: Row, name: ColumnName): void {
    const column = this.#columns.find(({ is }) => is === name);
    const place = this.#table.locate(row.at, column?.index ?? 0, column?.header ?? null);
    this.problems.push(problem("cell-missing", {}, place));
  }

  #unreadable(row: Row, { index, header }: Column, cell: Cell, isRatio: boolean): void {
    const text = String(typeof cell === "number" && cell <= 1 ? Math.round(cell * 1e6) / 1e4 : cell).trim();
    const meant = isRatio ? `${text}%` : text.replace(/\s*%$/u, "");
    const example = isRatio ? "80%, > 70%, ≤ 3%, 8.3 - 8.5%" : "9, ≤ 30";
    // "97" beside "4%" is what an unquoted comma has left of a number.
    const isTorn = /^\s*\d+\s*%/u.test(String(row.cells[index + 1] ?? ""));
    const write = !isTorn && parseAsked(meant, isRatio) !== null ? meant : example;
    const said = write === example ? shapeOfAsked(text) : null;
    const args = {
      text: String(cell),
      write: said?.value == null ? write : `≤ ${said.value}`,
      shape: said?.shape ?? null,
    };
    this.problems.push(problem("amount-unreadable", args, this.#table.locate(row.at, index, header)));
  }

  #groupOf(name: string): string {
    const known = this.#groups.get(name);
    if (known !== undefined) return known;
    const id = uniqueSlug(name, new Set(this.#groups.values()), { fallback: "nhom" });
    this.#groups.set(name, id);
    return id;
  }

  /** Measures by their ids, joined by signs, stay as they are; anything else is the name of one. */
  #formula(text: string): string {
    const ids = text.split(/\s*[-+]\s*/u);
    if (ids.every((id) => /^[a-z][a-z\d_]*\.[a-z\d_.]+$/u.test(id))) {
      for (const id of ids) this.#measures.set(foldText(id), { id, name: id });
      return text;
    }
    const known = this.#measures.get(foldText(text));
    if (known !== undefined) return known.id;
    const taken = new Set([...this.#measures.values()].map((one) => one.id));
    const id = uniqueSlug(text, taken, { separator: "_", fallback: "so_lieu" });
    this.#measures.set(foldText(text), { id, name: text });
    return id;
  }

  #text(row: Row, name: ColumnName): string {
    const column = this.#columns.find(({ is }) => is === name);
    return column === undefined ? "" : cellText(row, column);
  }

  #has(name: ColumnName): boolean {
    return this.#columns.some(({ is }) => is === name);
  }
}

function isSame(one: Column, other: Column): boolean {
  const [level, against] = [one, other].map((column) => foldText(shortOf(column.level ?? "")));
  return one.is === other.is && level === against;
}

/** A row that has nothing but a name is no indicator. */
function isOfName({ is }: Column): boolean {
  return is === "name" || is === "ordinal" || is === "note";
}

/** A level is called "Cấp xã", or "Xã". */
function shortOf(level: string): string {
  return level.replace(/^cấp\s+/iu, "");
}

function cellText(row: Row, { index }: Column): string {
  return String(row.cells[index] ?? "").trim();
}

/** The id of a plan that is called so. */
export function planId(title: string): string {
  return slugOf(title, { longest: 60 }) || "ke-hoach";
}
