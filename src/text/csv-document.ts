import { csvCell } from "./csv-cell.ts";

/** A line of a CSV file: its cells by their columns, of which it may leave out some. */
export type CsvLine<Column extends string> = Partial<Readonly<Record<Column, string | number | null>>>;

/** A whole CSV document, of lines that may be made one after the other, with its header; as a file it says that it is UTF-8, as Excel has to be told. */
export function csvDocument<Column extends string>(
  columns: readonly Column[],
  lines: Iterable<CsvLine<Column>>,
  isFile: boolean,
): string {
  const rows = [columns.join(",")];
  for (const line of lines) rows.push(columns.map((column) => csvCell(line[column] ?? "")).join(","));
  return `${isFile ? "\u{FEFF}" : ""}${rows.join("\n")}\n`;
}
