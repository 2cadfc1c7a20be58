/** The process, as the program sees it. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly readStandardInput: () => Promise<Buffer>;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Colour levels of chalk: 0 for none. */
  readonly colour: { readonly stdout: 0 | 1; readonly stderr: 0 | 1 };
  /** Of the terminal, in columns. */
  readonly width: number;
}
