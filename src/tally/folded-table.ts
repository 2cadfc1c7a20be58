import type { Class, CountTest, FoldedRow, Folding, Recognised, RowPlace } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem, ProblemArgs, ProblemCode } from "../problem/problem.ts";

/** A table that was recognised and folded. */
export interface Folded {
  readonly recognised: Recognised;
  readonly folding: Folding;
}

/** The folded rows of one table by the names of its columns. What is wrong in them becomes one problem for each text. */
export class FoldedTable {
  readonly recognised: Recognised;
  readonly folding: Folding;
  readonly #positions: ReadonlyMap<string, number>;
  readonly #sums: ReadonlyMap<string, number>;
  readonly #alone: Problem[] = [];
  readonly #problems = new Map<string, { readonly found: Problem; readonly in: Set<FoldedRow> }>();

  constructor({ recognised, folding }: Folded) {
    this.recognised = recognised;
    this.folding = folding;
    this.#positions = new Map(recognised.spec.classes.map(({ name }, position) => [name, position]));
    this.#sums = new Map(recognised.spec.sums.map(({ name }, position) => [name, position]));
  }

  get problems(): readonly Problem[] {
    const each = [...this.#problems.values()].map(({ found, in: within }) => {
      return { ...found, rows: [...within].reduce((total, { rows }) => total + rows, 0) };
    });
    return [...this.#alone, ...each];
  }

  /** Whether the table has a column. */
  has(column: string): boolean {
    return this.#positions.has(column) || this.#sums.has(column);
  }

  classOf(row: FoldedRow, column: string): Class {
    const position = this.#positions.get(column);
    return position === undefined ? null : (row.classes[position] ?? null);
  }

  sumOf(row: FoldedRow, column: string): FoldedRow["sums"][number] | null {
    const position = this.#sums.get(column);
    return position === undefined ? null : (row.sums[position] ?? null);
  }

  /** The tests of a count column, one for each character of its classes. */
  testsOf(column: string): readonly CountTest[] {
    const classing = this.recognised.spec.classes.find(({ name }) => name === column)?.classing;
    return classing?.kind === "tests" ? classing.tests : [];
  }

  /** The class of a text column, or `null` where it is blank or the table lacks it. */
  textOf(row: FoldedRow, column: string): string | null {
    const found = this.classOf(row, column);
    return typeof found === "string" ? found : null;
  }

  /** One problem for each code and text of a column, at its first place. */
  report<Code extends ProblemCode>(code: Code, args: ProblemArgs[Code], row: FoldedRow, column: string): void {
    const signature = JSON.stringify([code, column, args]);
    const before = this.#problems.get(signature);
    if (before !== undefined) before.in.add(row);
    else
      this.#problems.set(signature, { found: problem(code, args, this.locate(row.first, column)), in: new Set([row]) });
  }

  /** A problem of the table as a whole, or one that stands alone. */
  reportOnce(found: Problem): void {
    this.#alone.push(found);
  }

  /** What the table calls a column. */
  headerOf(column: string): string {
    const { classes, sums } = this.recognised.spec;
    return [...classes, ...sums].find(({ name }) => name === column)?.field ?? column;
  }

  /** The place of a column in a row. */
  locate(row: RowPlace, column: string): ReturnType<Recognised["table"]["locate"]> {
    const { classes, sums } = this.recognised.spec;
    const found = [...classes, ...sums].find(({ name }) => name === column);
    // A column that a form has gained stands in no cell.
    const index = found === undefined || found.field === "" ? null : found.index;
    return this.recognised.table.locate(row, index, found?.field ?? null);
  }
}
