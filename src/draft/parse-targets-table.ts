import type { Cell, Row, Table } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { foldText } from "../text/fold-text.ts";
import { slugOf, uniqueSlug } from "../text/slug.ts";
import type { Draft, DraftIndicator } from "./draft.ts";
import { parseAsked } from "./parse-asked.ts";

/** What the columns of a table of targets are called; any other column is the target of a level. */
const COLUMNS = {
  name: ["name", "indicator", "chỉ tiêu", "tên chỉ tiêu", "nội dung", "nội dung chỉ tiêu"],
  numerator: ["numerator", "tử số", "value", "số đếm"],
  denominator: ["denominator", "mẫu số"],
  target: ["target", "mục tiêu", "kế hoạch", "mục tiêu năm", "kế hoạch năm"],
  group: ["group", "nhóm", "lĩnh vực"],
  text: ["text", "nguyên văn"],
  note: ["note", "ghi chú"],
  ordinal: ["stt", "tt", "no", "#"],
} as const;
type ColumnName = keyof typeof COLUMNS;

/** A table of targets as a draft, or everything that is wrong with it. */
export async function parseTargetsTable(
  table: Table,
  head: Pick<Draft, "id" | "title" | "year">,
): Promise<{ readonly draft: Draft; readonly problems: readonly Problem[] }> {
  const header = table.head.find(({ cells }) => columnsIn(cells).some(({ is }) => is === "name"));
  const reader = new TargetsReader(table, header === undefined ? [] : columnsIn(header.cells));
  if (header === undefined || !reader.isWhole(header)) {
    if (header === undefined) reader.lack("name", table.head[0]);
    return { draft: reader.draft(head), problems: reader.problems };
  }
  for await (const row of table.rows()) {
    if (row.at.line > header.at.line) reader.read(row);
  }
  return { draft: reader.draft(head), problems: reader.problems };
}

interface Column {
  readonly index: number;
  readonly header: string;
  /** `null`: a level's target. */
  readonly is: ColumnName | null;
}

function columnsIn(cells: readonly Cell[]): Column[] {
  return cells.flatMap((cell, index): Column[] => {
    const header = String(cell).trim();
    if (header === "") return [];
    const [is = null] =
      (Object.entries(COLUMNS) as [ColumnName, readonly string[]][]).find(([, names]) =>
        names.some((name) => foldText(name) === foldText(header)),
      ) ?? [];
    return [{ index, header, is }];
  });
}

class TargetsReader {
  readonly problems: Problem[] = [];
  readonly #table: Table;
  readonly #columns: readonly Column[];
  readonly #levels = new Map<string, string>();
  readonly #groups = new Map<string, string>();
  /** Ids of measures by their folded names. */
  readonly #measures = new Map<string, { readonly id: string; readonly name: string }>();
  readonly #indicators: DraftIndicator[] = [];

  constructor(table: Table, columns: readonly Column[]) {
    this.#table = table;
    this.#columns = columns;
    for (const { header, is } of columns) {
      if (is !== null) continue;
      const name = header.replace(/^(?:mục tiêu|kế hoạch|target)\s+/iu, "");
      this.#levels.set(
        header,
        uniqueSlug(name.replace(/^cấp\s+/iu, ""), new Set(this.#levels.values()), { fallback: "cap" }),
      );
    }
  }

  isWhole(header: Row): boolean {
    for (const name of ["numerator"] as const) if (!this.#has(name)) this.lack(name, header);
    if (!this.#has("target") && this.#levels.size === 0) this.lack("target", header);
    return this.problems.length === 0;
  }

  lack(name: ColumnName, at: Row | undefined): void {
    const place =
      at === undefined
        ? { at: { in: "file", file: this.#table.file } as const }
        : this.#table.locate(at.at, null, null);
    this.problems.push(problem("key-missing", { key: COLUMNS[name][1] }, place));
  }

  read(row: Row): void {
    const name = this.#text(row, "name");
    if (name === "") return;
    const numerator = this.#text(row, "numerator");
    const below = this.#text(row, "denominator");
    if (numerator === "") {
      const index = this.#columns.find(({ is }) => is === "numerator")?.index ?? 0;
      this.problems.push(problem("cell-missing", {}, this.#table.locate(row.at, index, COLUMNS.numerator[1])));
      return;
    }
    const group = this.#text(row, "group");
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
    const asked = this.#columns.flatMap((column) => {
      const level = column.is === null ? (this.#levels.get(column.header) ?? "") : column.is === "target" ? "" : null;
      const cell = row.cells[column.index] ?? "";
      if (level === null || String(cell).trim() === "") return [];
      // Excel keeps 80% as 0.8, and nobody can tell that from eight tenths of a percent.
      const target = typeof cell === "number" && isRatio ? null : parseAsked(String(cell), isRatio);
      if (target === null) this.#unreadable(row, column, cell, isRatio);
      return target === null ? [] : [[level, target] as const];
    });
    if (asked.length === 0 && !this.problems.some(({ at }) => at !== null && "line" in at && at.line === row.at.line)) {
      const column = this.#columns.find(({ is }) => is === "target" || is === null);
      this.problems.push(
        problem("cell-missing", {}, this.#table.locate(row.at, column?.index ?? 0, column?.header ?? null)),
      );
    }
    return Object.fromEntries(asked);
  }

  #unreadable(row: Row, { index, header }: Column, cell: Cell, isRatio: boolean): void {
    const number = Number.parseFloat(String(cell).replace(/^\D*/u, "").replace(",", "."));
    const percent = typeof cell === "number" && cell <= 1 ? Math.round(cell * 1e6) / 1e4 : number;
    const write = Number.isFinite(number) ? (isRatio ? `${percent}%` : String(number)) : isRatio ? "80%" : "80";
    this.problems.push(
      problem("amount-unreadable", { text: String(cell), write }, this.#table.locate(row.at, index, header)),
    );
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
    const index = this.#columns.find(({ is }) => is === name)?.index;
    return index === undefined ? "" : String(row.cells[index] ?? "").trim();
  }

  #has(name: ColumnName): boolean {
    return this.#columns.some(({ is }) => is === name);
  }
}

/** The id of a plan that is called so. */
export function planId(title: string): string {
  return slugOf(title, { longest: 60 }) || "ke-hoach";
}
