import { TOTAL_ROW } from "../model.ts";
import type { Cell, Row, Table } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem, ProblemArgs, ProblemCode } from "../problem/problem.ts";
import { foldText } from "../text/fold-text.ts";
import type { FormFit } from "./find-form.ts";
import { hasCounts, labelOf, ordinalOf, roleOf, textOf } from "./form-row.ts";
import type { FormRows } from "./form-row.ts";

/** A form as a flat table: every row says its section itself, and what is no row of data is gone. */
export interface Flat {
  readonly table: Table;
  /** How many cells every row has, the gained ones included. */
  readonly width: number;
  readonly gained: readonly { readonly name: string; readonly index: number }[];
  readonly problems: readonly Problem[];
}

/** Takes the rows below a form's header apart: sections, totals, what repeats a part of them, data, and the footer. */
export function flattenForm(table: Table, rows: readonly Row[], fit: FormFit): Flat {
  const width = widthOf(fit);
  const common = commonOf(rows, fit);
  const form = new Form(table, common, width);
  const below = withoutHeaders(rows, fit);
  for (const row of withoutFooter(below, common)) form.take(row);
  const flat = form.rows();
  return {
    table: flatTable(table, flat),
    width: width + 2,
    gained: [
      { name: "level", index: width },
      { name: TOTAL_ROW.column, index: width + 1 },
    ],
    problems: form.problems,
  };
}

function flatTable(table: Table, rows: readonly Row[]): Table {
  const { file, sheet, isHidden = false, head } = table;
  return { file, sheet, isHidden, bytes: null, head, rows: () => rows, locate: (...cell) => table.locate(...cell) };
}

/**
 * What comes after the last row with counts or a number is the footer, if that row is a total or what comes reads like
 * notes and signatures. Anything else may be a row whose counts are damaged.
 */
function withoutFooter(rows: readonly Row[], common: FormRows): readonly Row[] {
  const last = rows.findLastIndex((row) => hasCounts(row, common.counts) || ordinalOf(row, common.ordinal) !== null);
  const lastRow = rows[last];
  const isTotal = lastRow !== undefined && roleOf(lastRow, common, false).is === "total";
  const ends =
    /^(?:ghi chú|chú thích|chú giải|nguồn|người lập|lập biểu|người báo cáo|thủ trưởng|kế toán|giám đốc|chủ tịch|nơi nhận|ký tên|note|reported by)(?!\p{L})|ngày[^\p{L}]*tháng[^\p{L}]*năm/iu;
  const footer = rows.findIndex((row, index) => index > last && row.cells.some((_, at) => ends.test(textOf(row, at))));
  if (isTotal) return rows.slice(0, last + 1);
  return footer < 0 ? rows : rows.slice(0, footer);
}

function commonOf(rows: readonly Row[], { source, columns, titles, row: header }: FormFit): FormRows {
  const ordinal = columns.get("ordinal");
  return {
    source,
    ordinal,
    counts: [...columns].flatMap(([name, index]) => (source.columns[name]?.type === "count" ? [index] : [])),
    titles: new Set(titles.map(({ cells }) => JSON.stringify(cells))),
    numbered: rows.some((row) => row.at.line > header.at.line && ordinalOf(row, ordinal) !== null),
    sections: new Map(
      Object.entries(source.sections ?? {}).flatMap(([level, spellings]) =>
        spellings.map((spelling) => [foldText(spelling), level] as const),
      ),
    ),
  };
}

/** The rows below the header, without those that say it again at the top of a page. */
function withoutHeaders(rows: readonly Row[], { header, row: last }: FormFit): readonly Row[] {
  const said = new Set(header.map(({ cells }) => JSON.stringify(cells)));
  return rows.filter(({ at, cells }) => at.line > last.at.line && !said.has(JSON.stringify(cells)));
}

/** Up to the last column that has a label. */
function widthOf({ paths, columns }: FormFit): number {
  return Math.max(
    paths.findLastIndex((path) => path.length > 0) + 1,
    ...[...columns.values()].map((index) => index + 1),
  );
}

/** A total while it is not yet known whether it is its section's or the whole's. */
interface Total {
  readonly cells: readonly Cell[];
  readonly at: Row["at"];
  readonly section: string;
}

/** A section whose heading nobody knows: what stands below it has no level, and its totals are of nothing. */
const UNKNOWN = "!";

class Form {
  readonly problems: Problem[] = [];
  readonly #table: Table;
  readonly #common: FormRows;
  readonly #width: number;
  readonly #flat: Row[] = [];
  readonly #totals: Total[] = [];
  #section = "";
  #inPart = false;
  #last = 0;

  constructor(table: Table, common: FormRows, width: number) {
    this.#table = table;
    this.#common = common;
    this.#width = width;
  }

  take(row: Row): void {
    const role = roleOf(row, this.#common, this.#inPart);
    const counted = hasCounts(row, this.#common.counts);
    // A part without counts of its own begins a list of parts.
    this.#inPart = role.is === "part" && (this.#inPart || !counted);
    switch (role.is) {
      case "nothing":
      case "part":
        return;
      case "total":
        if (this.#section !== UNKNOWN) this.#totals.push({ ...this.#fit(row), section: this.#section });
        return;
      case "section":
        [this.#section, this.#last] = [role.level, 0];
        // A heading with counts is the total of what stands below it.
        if (counted) this.#push(this.#fit(row), role.level, role.level);
        return;
      case "heading":
        this.#section = UNKNOWN;
        this.#reportHeading(row, role.label);
        return;
      case "unclear":
        this.#report(row, "row-unclear", { text: role.label, why: role.why }, role.label);
        return;
      case "data":
        this.#takeData(row);
    }
  }

  /** The rows of the flat table, once no more come: totals after those that they are compared with. */
  rows(): readonly Row[] {
    const seen = new Set<string>();
    for (const total of this.#totals) {
      const scope = this.#scopeOf(total);
      this.#push(total, total.section, seen.has(scope) ? `${scope}${TOTAL_ROW.again}${total.at.line}` : scope);
      seen.add(scope);
    }
    return this.#flat;
  }

  #takeData(row: Row): void {
    const number = Number(ordinalOf(row, this.#common.ordinal) ?? 0);
    if (number === 1 && this.#last > 0 && this.#section !== "" && this.#section !== UNKNOWN) {
      const text = labelOf(row, this.#common.counts);
      this.#report(row, "row-unclear", { text, why: "restart" }, text);
      this.#section = UNKNOWN;
    }
    this.#last = number;
    const beyond = row.cells.findLastIndex((cell) => String(cell).trim() !== "") + 1;
    const isRagged = beyond > this.#width || (this.#table.bytes !== null && row.cells.length < this.#width);
    if (!isRagged) this.#push(this.#fit(row), this.#section === UNKNOWN ? "" : this.#section, "");
    else {
      const found = Math.max(beyond, Math.min(row.cells.length, this.#width));
      this.problems.push(
        problem("row-ragged", { found, expected: this.#width }, this.#table.locate(row.at, null, null)),
      );
    }
  }

  #reportHeading(row: Row, text: string): void {
    const allowed = Object.values(this.#common.source.sections ?? {}).map(([spelling = ""]) => spelling);
    this.#report(row, "section-unknown", { text, allowed }, text);
  }

  /** At the cell that holds the label. */
  #report<Code extends ProblemCode>(row: Row, code: Code, args: ProblemArgs[Code], label: string): void {
    const index = row.cells.findIndex((_, position) => textOf(row, position) === label);
    this.problems.push(problem(code, args, this.#table.locate(row.at, index < 0 ? null : index, null)));
  }

  /** Whose total a row is: its section's or the whole's; where only the sums can tell, both are named. */
  #scopeOf({ section, at }: Total): string {
    const ofSection = this.#totals.filter((other) => other.section === section);
    const isLastOfSection = ofSection.at(-1)?.at === at;
    if (section === "" || (ofSection.length > 1 && isLastOfSection)) return TOTAL_ROW.whole;
    const others = this.#totals.some((other) => other.section !== section && other.section !== "");
    if (section !== this.#section || ofSection.length > 1) return section;
    return others ? `${section}${TOTAL_ROW.either}` : TOTAL_ROW.whole;
  }

  /** The row with exactly the cells that every row has. */
  #fit({ at, cells }: Row): { readonly at: Row["at"]; readonly cells: readonly Cell[] } {
    return { at, cells: Array.from({ length: this.#width }, (_, index) => cells[index] ?? "") };
  }

  #push({ at, cells }: Pick<Total, "at" | "cells">, section: string, total: string): void {
    this.#flat.push({ at, cells: [...cells, section, total] });
  }
}
