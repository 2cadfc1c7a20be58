/** What a new plan is written from. */
export interface Draft {
  readonly id: string;
  readonly title: string;
  readonly year: string;
  readonly levels: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
  /** Ids of measures with what they are called. */
  readonly measures: Readonly<Record<string, string>>;
  readonly indicators: readonly DraftIndicator[];
}

export interface DraftIndicator {
  readonly id: string;
  readonly name: string;
  readonly group: string | null;
  readonly text: string | null;
  readonly note: string | null;
  readonly numerator: string;
  /** `null` of a count. */
  readonly denominator: string | null;
  /** As YAML writes it, by level; `""` for the whole. */
  readonly targets: Readonly<Record<string, string>>;
}
