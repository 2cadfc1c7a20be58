import type { ColumnType, Detection, RowKind } from "../../model.ts";

/** What descriptions of export formats are made of. Columns and values come in as they are written in exports. */
export interface SourceWords {
  readonly rows: Readonly<Record<RowKind, string>>;
  readonly types: Readonly<Record<ColumnType, string>>;
  readonly labels: Readonly<
    Record<
      | "system"
      | "form"
      | "columns"
      | "optional"
      | "missing"
      | "zero"
      | "blank"
      | "rate"
      | "key"
      | "sections"
      | "totals"
      | "ignore"
      | "balance"
      | "level"
      | "cumulative"
      | "coversAll"
      | "unitOfFile"
      | "encoding"
      | "thousands"
      | "measures"
      | "anyMeasure"
      | "period"
      | "noPeriod"
      | "notRecognised",
      string
    >
  >;
  readonly number: (number: number) => string;
  /** Where a file's period was found. */
  readonly periodFrom: Readonly<Record<NonNullable<Detection["periodFrom"]>, string>>;
  readonly counted: (where: readonly string[]) => string;
  readonly summed: (column: string, where: readonly string[]) => string;
  readonly distinct: (column: string, where: readonly string[]) => string;
  readonly isOneOf: (column: string, values: readonly string[]) => string;
  readonly byDate: (column: string) => string;
}
