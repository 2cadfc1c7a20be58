/** The process, as the program sees it. */
export interface Io {
  readonly stdout: (text: string) => unknown;
  readonly stderr: (text: string) => unknown;
  readonly readStandardInput: () => Promise<Buffer> | AsyncIterable<Buffer>;
  /** Hears of all data that are read, in bytes. */
  readonly dataRead: (bytes: number) => void;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** From the first call on, an interrupt (Ctrl-C) aborts it instead of ending the process. */
  readonly interrupted?: () => AbortSignal;
  /** Whether a stream shows colours. */
  readonly colours: (stream: "stdout" | "stderr") => boolean;
  /** Of the terminal, in columns. */
  readonly width: number;
}
