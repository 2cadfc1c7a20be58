import { main } from "../../src/cli/main.ts";

export interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

export interface Terminal {
  readonly cwd?: string;
  readonly stdin?: string | Buffer;
  readonly colour?: boolean;
  readonly width?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the program in this process: 80 columns, no colour and an empty environment unless said otherwise. */
export async function runCli(
  argv: readonly string[],
  { cwd = process.cwd(), stdin = "", colour = false, width = 80, env = {} }: Terminal = {},
): Promise<Run> {
  let [stdout, stderr] = ["", ""];
  const exit = await main(argv, {
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
    dataRead: () => {},
    readStandardInput: () => Promise.resolve(Buffer.from(stdin)),
    cwd,
    env,
    colours: () => colour,
    width,
  });
  return { stdout, stderr, exit };
}
