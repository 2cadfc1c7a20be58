import type { Cell, Class, FoldedRow, FoldSpec, RowPlace } from "../../model.ts";
import { byCodeUnit } from "../../text/by-code-unit.ts";
import { groupBy } from "../../text/group-by.ts";
import { classify, readCount } from "../classify.ts";
import type { Answer, FoldContext, Group } from "./fold-query.ts";
import type { GroupCell } from "./group-cells.ts";

/** A folded row with the groups that it was made of. */
export interface FoldedGroups {
  readonly row: FoldedRow;
  readonly groups: readonly Group[];
}

/** The spec of a fold, with how the cells of its answers are to be taken. */
type Reading = Pick<FoldContext, "spec"> & { readonly query: Pick<FoldContext["query"], "cells"> };

/**
 * Gives groups the classes that going row by row would give their rows, and puts together those of equal ones. A
 * database has no order of rows, so they come in the order of their classes, and the first row is the one of least name.
 */
export function foldGroups(groups: readonly Group[], reading: Reading): FoldedGroups[] {
  return [...groupBy(groups, ({ cells }) => signatureOf(cells, reading))]
    .sort(([one], [other]) => byCodeUnit(one, other))
    .map(([, alike], index) => ({ row: foldedRow(alike, reading, index), groups: alike }));
}

/** What tells the rows of one folded row from those of another. */
export function signatureOf(answer: Answer, reading: Reading): string {
  return JSON.stringify(classesOf(answer, reading));
}

/** Finds the folded row that a row went into. */
export function indexFolded(
  folded: readonly FoldedGroups[],
  reading: Reading,
): (answer: Answer) => FoldedGroups | undefined {
  const bySignature = new Map(folded.map((one) => [JSON.stringify(one.row.classes), one]));
  return (answer) => bySignature.get(signatureOf(answer, reading));
}

function classesOf(answer: Answer, { spec, query }: Reading): Class[] {
  return spec.classes.map(({ classing }, position) => classify(classing, cellAt(answer, query.cells, position)));
}

/** A cell of an answer as a table would have it. */
export function cellAt(answer: Answer, cells: readonly GroupCell[], position: number): Cell {
  const text = answer[position] ?? "";
  return text !== "" && cells[position]?.isNumber ? Number(text) : text;
}

function foldedRow(groups: readonly Group[], reading: Reading, index: number): FoldedRow {
  const { spec } = reading;
  const [one] = groups;
  const rows = groups.reduce((total, group) => total + group.rows, 0);
  const names = groups.flatMap(({ first, last }) => [first ?? "", last ?? ""]).sort(byCodeUnit);
  const line = spec.headerLine + 1 + index * 2;
  const place = (name = "", at: number): RowPlace => {
    return { line: at, offset: 0, row: name === "" ? describe(one?.cells ?? [], spec) : name };
  };
  return {
    classes: classesOf(one?.cells ?? [], reading),
    sums: spec.sums.map((_, position) => sumOf(groups, reading, position)),
    rows,
    first: place(names[0], line),
    second: rows > 1 ? place(names.at(-1), line + 1) : null,
  };
}

/** Where nothing names a row, what it says does. */
function describe(cells: Answer, { classes }: FoldSpec): string {
  const said = classes.flatMap(({ field, classing: { kind } }, position) => {
    const text = cells[position] ?? "";
    // Of a date or a compared count there is only what stands for it.
    return text === "" || kind === "date" || kind === "tests" ? [] : [`${field}=${text}`];
  });
  return said.join(", ");
}

/** Exact, as far as a number can be: what is past 2^53−1 is for the caller to refuse. */
function sumOf(groups: readonly Group[], { spec: { classes, sums }, query }: Reading, position: number) {
  const numbers = sums[position]?.numbers;
  let [total, reported, unread] = [0n, 0, 0];
  for (const { cells, rows, sums: totals } of groups) {
    const rest =
      numbers === undefined ? null : readCount(cellAt(cells, query.cells, classes.length + position), numbers);
    total += totals[position] ?? 0n;
    if (typeof rest === "string") unread += rows;
    if (typeof rest !== "number") continue;
    total += BigInt(rest) * BigInt(rows);
    reported += rows;
  }
  return { total: Number(total), reported, unread };
}
