import { buffer } from "node:stream/consumers";
import type { Io } from "./io.ts";

/** How wide reports are where there is no terminal to fit. */
const PIPE_WIDTH = 100;

/** The process as an `Io`. A reader that has seen enough (`chitieu … | head`) is no error. */
export function processIo({ stdout, stderr, stdin, env, cwd }: NodeJS.Process): Io {
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  const level = ({ isTTY }: { readonly isTTY: boolean }): 0 | 1 => {
    if (env["NO_COLOR"] || env["FORCE_COLOR"] === "0") return 0;
    return isTTY || env["FORCE_COLOR"] ? 1 : 0;
  };
  return {
    stdout: (text) => void stdout.write(text),
    stderr: (text) => void stderr.write(text),
    readStandardInput: () => buffer(stdin),
    cwd: cwd(),
    env,
    colour: { stdout: level(stdout), stderr: level(stderr) },
    width: stdout.columns ?? (Number(env["COLUMNS"]) || PIPE_WIDTH),
  };
}
