import type { Balance, ColumnSum, FoldedRow, FoldedSum, Plan, SourceColumn } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { parsePercent } from "../text/number.ts";
import { rateMatches, shownRate } from "./printed-rate.ts";
import type { RowMeaning } from "./row-meaning.ts";
import { totalChecks } from "./total-checks.ts";

/**
 * What a file says twice, held against itself: equations between columns, printed rates, and totals. Whatever does not
 * agree is a warning with both sides: published tables often do not, and only the sender knows which is right.
 */
export function crossChecks(meaning: RowMeaning, plan: Plan): Problem[] {
  const { folding, recognised } = meaning;
  const { source } = recognised;
  const balances = source.balance.filter(({ previous }) => !previous);
  const rates = Object.entries(source.columns).flatMap(([column, { rate }]) =>
    rate === null || !meaning.has(column) ? [] : [{ column, ...rate }],
  );
  const checkRow = (row: FoldedRow) => [
    ...balances.flatMap((balance) => checkBalance(row, balance, meaning)),
    ...rates.flatMap((rate) => checkRate(row, rate, meaning)),
  ];
  const ofRows = balances.length + rates.length === 0 ? [] : folding.folded.flatMap(checkRow);
  return [...ofRows, ...totalChecks(meaning, plan)];
}

function checkBalance(row: FoldedRow, { left, terms }: Balance, meaning: RowMeaning): Problem[] {
  const stated = addUp(row, [{ column: left, factor: 1 }], meaning);
  const parts = addUp(row, terms, meaning);
  // Where a whole side is blank, nothing was said.
  if (stated === null || parts === null || stated.reported === 0 || parts.reported === 0) return [];
  const right = parts.total;
  if (right === stated.total) return [];
  const side = terms.map(({ column, factor }, index) => {
    const sign = factor < 0 ? "− " : index > 0 ? "+ " : "";
    return sign + meaning.headerOf(column);
  });
  const equation = `${meaning.headerOf(left)} = ${side.join(" ")}`;
  const related = terms.map(({ column }) => meaning.locate(row.first, column).at);
  const where = { ...meaning.locate(row.first, left), related };
  return [problem("balance-mismatch", { equation, left: stated.total, right }, where)];
}

/**
 * Columns of a row, added and subtracted; a blank among others is nothing. `null` where the file lacks one of them, or
 * one cannot be read.
 */
function addUp(row: FoldedRow, terms: ColumnSum, meaning: RowMeaning): Pick<FoldedSum, "total" | "reported"> | null {
  let [total, reported] = [0, 0];
  for (const { column, factor } of terms) {
    const sum = meaning.sumOf(row, column);
    if (sum === null || sum.unread > 0) return null;
    total += factor * sum.total;
    reported += sum.reported;
  }
  return { total, reported };
}

interface Rate extends NonNullable<SourceColumn["rate"]> {
  readonly column: string;
}

function checkRate(row: FoldedRow, rate: Rate, meaning: RowMeaning): Problem[] {
  const printed = meaning.textOf(row, rate.column);
  if (printed === null) return [];
  // Sheets hold 48.6 under a header that says "%"; what has no digit says nothing.
  const percent = parsePercent(printed) ?? parsePercent(`${printed}%`);
  if (!/\d/.test(printed)) return [];
  if (percent === null) {
    meaning.report("percent-unreadable", { text: printed }, row, rate.column);
    return [];
  }
  const [over, under] = [addUp(row, rate.numerator, meaning), addUp(row, rate.denominator, meaning)];
  // What is divided by nothing is printed in many ways (0%, 100%, blank), and none of them is wrong.
  if (over === null || under === null || over.reported === 0 || under.total <= 0) return [];
  const [numerator, denominator] = [over.total, under.total];
  if (rateMatches(percent, numerator, denominator)) return [];
  const exact = shownRate(percent, numerator, denominator);
  const terms = [...rate.numerator, ...rate.denominator];
  const related = terms.map(({ column }) => meaning.locate(row.first, column).at);
  const where = { ...meaning.locate(row.first, rate.column), related };
  return [problem("rate-mismatch", { printed, exact, numerator, denominator }, where)];
}
