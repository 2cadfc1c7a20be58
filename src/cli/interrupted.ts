/** Signals that end a run, and its exit code then: what shells say of a process that a signal has ended. */
export const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** Thrown by work that a signal has ended. */
export class Interrupted extends Error {
  override readonly name = "AbortError";
  readonly exitCode: number;

  constructor(signal: keyof typeof SIGNALS) {
    super(`ended by ${signal}`);
    this.exitCode = SIGNALS[signal];
  }
}
