/** How far a long run is, on one line of a terminal. */
export interface ProgressWords {
  readonly opening: (file: string) => string;
  readonly folding: (file: string) => string;
  readonly rate: (megabytes: string) => string;
  readonly left: (seconds: number) => string;
}
