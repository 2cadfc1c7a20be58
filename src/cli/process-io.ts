import type { Io } from "./io.ts";

/** How wide reports are where there is no terminal to fit. */
const PIPE_WIDTH = 100;

export interface ProcessIo extends Io {
  /**
   * Resolves once the system has taken everything that was written.
   *
   * @throws what the system says where it has no room for it.
   */
  readonly written: () => Promise<unknown>;
}

/** The process as an `Io`. A stream is opened when it is used. */
export function processIo(process: NodeJS.Process): ProcessIo {
  const { env } = process;
  const writes: Promise<Error | null>[] = [];
  return {
    stdout: (text) => writes.push(write(process.stdout, text)),
    stderr: (text) => text !== "" && writes.push(write(process.stderr, text)),
    written: async () => {
      for (const error of await Promise.all(writes)) if (error !== null) throw error;
    },
    readStandardInput: () => readAll(process.stdin),
    cwd: process.cwd(),
    env,
    colours: (stream) => {
      if (env["NO_COLOR"] || env["FORCE_COLOR"] === "0") return false;
      return process[stream].isTTY || Boolean(env["FORCE_COLOR"]);
    },
    get width() {
      return process.stdout.columns ?? (Number(env["COLUMNS"]) || PIPE_WIDTH);
    },
  };
}

/** A reader that has seen enough (`chitieu … | head`) is no error. */
function write(stream: NodeJS.WriteStream, text: string): Promise<Error | null> {
  if (stream.listenerCount("error") === 0) stream.on("error", () => {});
  return new Promise((resolve) => {
    stream.write(text, (error?: NodeJS.ErrnoException | null) =>
      resolve(!error || error.code === "EPIPE" ? null : error),
    );
  });
}

async function readAll(stream: NodeJS.ReadStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
