/**
 * What a column holds, and so how its cells look: text that stays text, text in several lines, whole numbers, parts of
 * one as percents, or days as Excel counts them.
 */
export const COLUMN_KINDS = ["text", "wrapped", "count", "percent", "date"] as const;

/** What a colour says of a cell. */
export const TONES = ["plain", "good", "doubtful", "bad"] as const;

export interface WorkbookColumn {
  readonly kind: (typeof COLUMN_KINDS)[number];
  /** In characters. */
  readonly width: number;
}

export type Tone = (typeof TONES)[number];

export type WorkbookCell =
  | string
  | number
  | {
      readonly value: string | number;
      readonly tone?: Tone;
      /** How many decimals a percent shows; 2 unless said otherwise. */
      readonly decimals?: number;
    };

/** Cells of a column that are coloured for as long as they say this. */
export interface ColourRule {
  /** The column's index. */
  readonly column: number;
  readonly equals: string;
  readonly tone: Exclude<Tone, "plain">;
}

export interface WorkbookSheet {
  /** Whatever it is called; what Excel forbids in the names of sheets is taken out of it. */
  readonly name: string;
  readonly columns: readonly WorkbookColumn[];
  /** Lines above the header, each as long as it is. */
  readonly titles?: readonly string[];
  /** The rows that stay in sight above the others. */
  readonly header: readonly (readonly string[])[];
  readonly rows: readonly (readonly WorkbookCell[])[];
  readonly rules?: readonly ColourRule[];
}
