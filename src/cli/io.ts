/** The process, as the program sees it. */
export interface Io {
  readonly stdout: (text: string) => unknown;
  readonly stderr: (text: string) => unknown;
  readonly readStandardInput: () => Promise<Buffer> | AsyncIterable<Buffer>;
  /** Hears of all data that are read, in bytes. */
  readonly dataRead: (bytes: number) => void;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /**
   * From the first call on, a signal that would end the process (Ctrl-C) aborts it first. The reason is an AbortError,
   * which may have an `exitCode`.
   */
  readonly interrupted?: () => AbortSignal;
  /**
   * Shows a line on the terminal of the standard error that fits so many columns, until the next one or whatever else is
   * written. Where there is no terminal it does nothing.
   */
  readonly showStatus?: (line: (columns: number) => string) => void;
  /** Whether a stream shows colours. */
  readonly colours: (stream: "stdout" | "stderr") => boolean;
  /** Of the terminal, in columns. */
  readonly width: number;
}
