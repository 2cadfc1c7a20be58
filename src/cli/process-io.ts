import { buffer } from "node:stream/consumers";
import type { Io } from "./io.ts";

/** How wide reports are where there is no terminal to fit. */
const PIPE_WIDTH = 100;

/** The process as an `Io`. A stream is opened when it is used. */
export function processIo(process: NodeJS.Process): Io {
  const { env } = process;
  return {
    stdout: (text) => write(process.stdout, text),
    stderr: (text) => text !== "" && write(process.stderr, text),
    readStandardInput: () => buffer(process.stdin),
    cwd: process.cwd(),
    env,
    colours: (stream) => {
      if (env["NO_COLOR"] || env["FORCE_COLOR"] === "0") return false;
      return process[stream].isTTY || Boolean(env["FORCE_COLOR"]);
    },
    width: process.stdout.columns ?? (Number(env["COLUMNS"]) || PIPE_WIDTH),
  };
}

/** A reader that has seen enough (`chitieu … | head`) is no error. */
function write(stream: NodeJS.WriteStream, text: string): void {
  if (stream.listenerCount("error") === 0) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  stream.write(text);
}
