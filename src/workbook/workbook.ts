/** What a column holds, and so how its cells look: text that stays text, text in several lines, or whole numbers. */
export const COLUMN_KINDS = ["text", "wrapped", "count"] as const;

/** What a colour says of a cell. */
export const TONES = ["plain", "good", "doubtful", "bad"] as const;

export interface WorkbookColumn {
  readonly kind: (typeof COLUMN_KINDS)[number];
  /** In characters. */
  readonly width: number;
}

export type WorkbookCell = string | number | { readonly value: string | number; readonly tone: (typeof TONES)[number] };

export interface WorkbookSheet {
  /** Whatever it is called; what Excel forbids in the names of sheets is taken out of it. */
  readonly name: string;
  readonly columns: readonly WorkbookColumn[];
  /** The rows that stay in sight above the others. */
  readonly header: readonly (readonly string[])[];
  readonly rows: readonly (readonly WorkbookCell[])[];
}
