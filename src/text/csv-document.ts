import { csvCell } from "./csv-cell.ts";

/** A line of a CSV file: its cells by their columns, of which it may leave out some. */
export type CsvLine<Column extends string> = Partial<Readonly<Record<Column, string | number | null>>>;

/** A whole CSV document with its header; as a file it says that it is UTF-8, as Excel has to be told. */
export function csvDocument<Column extends string>(
  columns: readonly Column[],
  lines: readonly CsvLine<Column>[],
  isFile: boolean,
): string {
  const rows = lines.map((line) => columns.map((column) => csvCell(line[column] ?? "")).join(","));
  return `${isFile ? "\u{FEFF}" : ""}${[columns.join(","), ...rows].join("\n")}\n`;
}
