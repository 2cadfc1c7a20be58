import { TOTAL_ROW } from "../model.ts";
import type { Cell, Row, Source, Table } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { foldText } from "../text/fold-text.ts";
import type { FormFit } from "./find-form.ts";

/** A form as a flat table: every row says its section itself, and what is no row of data is gone. */
export interface Flat {
  readonly table: Table;
  /** How many cells every row has, the gained ones included. */
  readonly width: number;
  readonly gained: readonly { readonly name: string; readonly index: number }[];
  readonly problems: readonly Problem[];
}

const ORDINAL = /^\(?(?:[IVXLC]+|\d{1,4}(?:\.\d{1,3})*|[a-zđ])[.)]?$/iu;
const LEADING_ORDINAL = /^\(?(?:[IVXLC]+|\d{1,4})[.)/-]\s*(?=\p{L})/u;
const BULLET = /^[-+•*–]\s*/u;

/** Takes the rows below a form's header apart: sections, totals, what repeats a part of them, data, and the footer. */
export function flattenForm(table: Table, rows: readonly Row[], fit: FormFit): Flat {
  const width = widthOf(fit);
  const form = new Form(table, fit, width);
  const below = rows.filter(({ at }) => at.line > fit.row.at.line);
  // What comes after is the footer.
  const last = below.findLastIndex((row) => form.hasCounts(row) || form.isNumbered(row));
  for (const row of below.slice(0, last + 1)) form.take(row);
  const flat = form.rows();
  return {
    table: { ...table, bytes: null, rows: () => flat },
    width: width + 2,
    gained: [
      { name: "level", index: width },
      { name: TOTAL_ROW.column, index: width + 1 },
    ],
    problems: form.problems,
  };
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
  readonly #source: Source;
  readonly #width: number;
  readonly #counts: readonly number[];
  readonly #labels: number;
  readonly #ordinal: number | undefined;
  readonly #sections: ReadonlyMap<string, string>;
  readonly #flat: Row[] = [];
  readonly #totals: Total[] = [];
  #section = "";
  #inPart = false;

  constructor(table: Table, { source, columns }: FormFit, width: number) {
    this.#table = table;
    this.#source = source;
    this.#width = width;
    this.#counts = [...columns].flatMap(([name, index]) => (source.columns[name]?.type === "count" ? [index] : []));
    this.#labels = Math.min(width, ...this.#counts);
    this.#ordinal = columns.get("ordinal");
    this.#sections = new Map(
      Object.entries(source.sections ?? {}).flatMap(([level, spellings]) =>
        spellings.map((spelling) => [foldText(spelling), level] as const),
      ),
    );
  }

  /** Whether any count is there. What has letters is none: notes, dates and signatures stand in those columns too. */
  hasCounts({ cells }: Row): boolean {
    return this.#counts.some((index) => /^[^\p{L}]*\d[^\p{L}]*$/u.test(String(cells[index] ?? "")));
  }

  /** Whether a row is numbered, as units are. */
  isNumbered({ cells }: Row): boolean {
    return this.#ordinal !== undefined && /^\(?\d/u.test(String(cells[this.#ordinal] ?? "").trim());
  }

  take(row: Row): void {
    const label = this.#labelOf(row);
    const hasCounts = this.hasCounts(row);
    const isPart = this.#inPart && BULLET.test(label);
    this.#inPart = isPart;
    if (isPart) return;
    const bare = foldText(label.replace(BULLET, "").replace(/\s*:$/u, ""));
    if (this.#source.ignore.some((word) => bare.startsWith(foldText(word)))) {
      this.#inPart = !hasCounts;
      return;
    }
    if (this.#source.totals.some((word) => foldText(word) === bare)) {
      if (hasCounts && this.#section !== UNKNOWN) this.#totals.push({ ...this.#fit(row), section: this.#section });
      return;
    }
    const section = this.#sections.get(bare) ?? this.#sections.get(foldText(label.replace(LEADING_ORDINAL, "")));
    if (section !== undefined) {
      this.#section = section;
      // A heading with counts is the total of what stands below it.
      if (hasCounts) this.#push(this.#fit(row), section, section);
      return;
    }
    if (!hasCounts && label === "") return;
    if (hasCounts || !this.#looksLikeHeading(row)) this.#takeData(row);
    else {
      this.#section = UNKNOWN;
      this.#reportSection(row, label);
    }
  }

  /** The rows of the flat table, once no more come: totals after those that they are compared with. */
  rows(): readonly Row[] {
    for (const total of this.#totals) this.#push(total, total.section, this.#scopeOf(total));
    return this.#flat;
  }

  #takeData(row: Row): void {
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

  /** What stands left of the counts, but for the row's own number. */
  #labelOf({ cells }: Row): string {
    const texts = cells
      .slice(0, this.#labels)
      .map((cell) => String(cell).normalize("NFC").replaceAll(/\s+/gu, " ").trim());
    return texts.find((text) => text !== "" && !ORDINAL.test(text)) ?? "";
  }

  /** Rows of units have a number of their own; headings have none, or a Roman one. */
  #looksLikeHeading(row: Row): boolean {
    return this.#sections.size > 0 && this.#ordinal !== undefined && !this.isNumbered(row);
  }

  #reportSection({ at, cells }: Row, text: string): void {
    const allowed = Object.values(this.#source.sections ?? {}).map(([spelling = ""]) => spelling);
    const index = cells.findIndex((cell) => String(cell).normalize("NFC").replaceAll(/\s+/gu, " ").trim() === text);
    const where = this.#table.locate(at, index < 0 ? null : index, null);
    this.problems.push(problem("section-unknown", { text, allowed }, where));
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
