import type { Cell } from "../model.ts";
import { ProblemError } from "../problem/problem.ts";
import { parseCellName } from "./cell-name.ts";
import { parseXml } from "./parse-xml.ts";
import type { Attributes } from "./parse-xml.ts";
import { trimmed } from "./sheet-table.ts";
import type { SheetRow } from "./sheet-table.ts";
import { damaged } from "./unpack-limits.ts";
import type { UnpackBudget } from "./unpack-limits.ts";
import type { NumberKind } from "./xlsx-formats.ts";
import { numberCell } from "./xlsx-number.ts";
import { stringItem, unescaped } from "./xlsx-strings.ts";
import type { Zip } from "./zip.ts";

/** What the sheets of a workbook share. */
export interface Shared {
  readonly strings: readonly string[];
  readonly kinds: readonly NumberKind[];
  readonly from1904: boolean;
}

/** A sheet has no more of them (Excel's own limits). */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
/** What a cell takes in memory, at the least: gaps count as if they had been unpacked. */
const CELL = 8;

/** The rows of a sheet that hold something, in order. */
export async function readSheet(zip: Zip, part: string, shared: Shared, file: string): Promise<readonly SheetRow[]> {
  const sheet = new Sheet(shared, zip.budget, file);
  const { open, close, text } = sheet;
  await parseXml(zip.read(part), { open, close, text }, file);
  return sheet.finish();
}

class Sheet {
  readonly #shared: Shared;
  readonly #budget: UnpackBudget;
  readonly #file: string;
  readonly #rows = new Map<number, Cell[]>();
  readonly #merged: string[] = [];
  readonly #inline = stringItem("is", (text) => (this.#value = text));

  #line = 0;
  #cells: Cell[] = [];
  #index = -1;
  #type = "n";
  #style = 0;
  #value: string | null = null;
  #formula: string | null = null;
  /** Which of a cell's elements the text is in. */
  #within: "v" | "f" | "is" | null = null;

  constructor(shared: Shared, budget: UnpackBudget, file: string) {
    this.#shared = shared;
    this.#budget = budget;
    this.#file = file;
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (this.#within === "is") this.#inline.open(name, attributes);
    else if (name === "row") this.#beginRow(attributes);
    else if (name === "c") this.#beginCell(attributes);
    else if (name === "v" || name === "f") {
      this.#within = name;
      if (name === "v") this.#value = "";
      else this.#formula = "";
    } else if (name === "is") {
      this.#within = "is";
      this.#inline.open(name, attributes);
    } else if (name === "mergeCell") this.#merged.push(attributes["ref"] ?? "");
  };

  readonly text = (text: string): void => {
    if (this.#within === "v") this.#value = (this.#value ?? "") + text;
    else if (this.#within === "f") this.#formula = (this.#formula ?? "") + text;
    else if (this.#within === "is") this.#inline.text(text);
  };

  readonly close = (name: string): void => {
    if (this.#within === "is") this.#inline.close(name);
    if (name === this.#within) this.#within = null;
    else if (name === "c" && this.#within === null) this.#endCell();
  };

  #beginRow({ r }: Attributes): void {
    this.#line = r === undefined ? this.#line + 1 : Number(r);
    if (!(this.#line >= 1 && this.#line <= MOST_ROWS)) throw this.#damaged(`row ${r}`);
    if (this.#rows.has(this.#line)) throw this.#damaged(`row ${this.#line} stands in it twice`);
    this.#cells = [];
    this.#index = -1;
    this.#rows.set(this.#line, this.#cells);
    this.#budget.spend(CELL);
  }

  #beginCell({ r, t = "n", s = "0" }: Attributes): void {
    const place = r === undefined ? { index: this.#index + 1, line: this.#line } : parseCellName(r);
    if (place === null || place.line !== this.#line || place.index >= MOST_COLUMNS) throw this.#damaged(`cell ${r}`);
    this.#index = place.index;
    this.#type = t;
    this.#style = Number(s);
    this.#value = null;
    this.#formula = null;
  }

  #endCell(): void {
    const cell = this.#readCell();
    if (cell === "") return;
    const gap = this.#index - this.#cells.length;
    if (gap < 0 && this.#cells[this.#index] !== "") throw this.#damaged("a cell stands in it twice");
    if (gap > 0) this.#budget.spend(gap * CELL);
    while (this.#cells.length < this.#index) this.#cells.push("");
    this.#cells[this.#index] = cell;
  }

  #readCell(): Cell {
    const value = this.#value;
    // A formula that nothing has computed yet is shown, so that it is not taken for an empty cell.
    if (value === null || (value === "" && this.#formula !== null && this.#type !== "str"))
      return this.#formula === null ? "" : `=${this.#formula}`;
    switch (this.#type) {
      case "inlineStr":
      case "e":
        return value;
      case "str":
        return unescaped(value);
      case "s":
        return this.#sharedString(value);
      case "b":
        return value === "1" || value === "true" ? "TRUE" : "FALSE";
      case "d":
        return value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, "");
      default:
        return this.#readNumber(value);
    }
  }

  #sharedString(value: string): string {
    const text = /^\d+$/.test(value.trim()) ? this.#shared.strings[Number(value)] : undefined;
    if (text === undefined) throw this.#damaged(`no text ${value}`);
    return text;
  }

  #readNumber(text: string): Cell {
    if (text.trim() === "") return "";
    const value = Number(text);
    if (!Number.isFinite(value)) throw this.#damaged(`number ${text}`);
    return numberCell(value, this.#shared.kinds[this.#style] ?? "number", this.#shared.from1904);
  }

  /** Where cells are merged, Excel shows the first one; what others may still hold, nobody sees. */
  #emptyMerged(): void {
    for (const range of this.#merged) {
      const [first, last] = range.split(":").map(parseCellName);
      if (!first || !last) continue;
      this.#budget.spend((last.line - first.line + 1) * CELL);
      for (let line = first.line; line <= last.line; line++) {
        const cells = this.#rows.get(line) ?? [];
        const end = Math.min(last.index + 1, cells.length);
        for (let index = first.index; index < end; index++)
          if (line !== first.line || index !== first.index) cells[index] = "";
      }
    }
  }

  finish(): readonly SheetRow[] {
    this.#emptyMerged();
    return [...this.#rows]
      .sort(([one], [other]) => one - other)
      .flatMap(([line, cells]) => {
        const kept = trimmed(cells);
        return kept === null ? [] : [{ line, cells: kept }];
      });
  }

  #damaged(detail: string): ProblemError {
    return new ProblemError([damaged(detail, this.#file)]);
  }
}
