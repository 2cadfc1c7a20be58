/** How far an export is, in bytes. All exports are opened before the first of them is folded. */
export interface Step {
  readonly doing: "opening" | "folding";
  readonly file: string;
  readonly done: number;
  /** `null` where nobody knows. */
  readonly total: number | null;
}

/** Hears of the steps of a run. */
export type Watch = (step: Step) => void;
