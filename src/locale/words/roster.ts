import type { Likeness } from "../../model.ts";

/** What is said of who reports. */
export interface RosterWords {
  readonly likeness: { readonly [Kind in Likeness]: string };
  readonly onRoster: string;
  readonly namedIn: (sources: readonly string[]) => string;
  readonly perhaps: (name: string, likeness: string) => string;
  readonly found: (all: number, fresh: number) => string;
  readonly withoutLevel: (units: number) => string;
  readonly pairs: (pairs: number) => string;
  readonly decide: string;
}
