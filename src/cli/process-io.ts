import type { Io } from "./io.ts";
import { outputTo } from "./output.ts";

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

/** With more data than this, memory that is tidied up often costs more than memory that grows. */
const MUCH = 1 << 18;

/** The process as an `Io`. `makeRoom` is called once there is much to do. */
export function processIo(process: NodeJS.Process, makeRoom: () => void): ProcessIo {
  const { env } = process;
  let total = 0;
  const outputs = {
    stdout: outputTo(1, () => process.stdout),
    stderr: outputTo(2, () => process.stderr),
  };
  let interrupt: AbortSignal | null = null;
  return {
    stdout: outputs.stdout.write,
    stderr: outputs.stderr.write,
    written: () => Promise.all([outputs.stdout.written(), outputs.stderr.written()]),
    readStandardInput: () => process.stdin,
    dataRead: (bytes) => {
      if (total <= MUCH && total + bytes > MUCH) makeRoom();
      total += bytes;
    },
    cwd: process.cwd(),
    env,
    interrupted: () => {
      interrupt ??= interruptOf(process);
      return interrupt;
    },
    colours: (stream) => {
      if (env["NO_COLOR"] || env["FORCE_COLOR"] === "0") return false;
      return Boolean(env["FORCE_COLOR"]) || outputs[stream].isTerminal();
    },
    get width() {
      const columns = outputs.stdout.isTerminal() ? process.stdout.columns : 0;
      return columns || Number(env["COLUMNS"]) || PIPE_WIDTH;
    },
  };
}

/** Whoever interrupts a second time does not want to wait. */
function interruptOf(process: NodeJS.Process): AbortSignal {
  const controller = new AbortController();
  process.once("SIGINT", () => controller.abort());
  return controller.signal;
}
