import { Interrupted, SIGNALS } from "./interrupted.ts";
import type { Io } from "./io.ts";
import { outputTo } from "./output.ts";

/** How wide reports are where there is no terminal to fit. */
const PIPE_WIDTH = 100;
/** And a terminal that does not know its own. */
const TERMINAL_WIDTH = 80;

export interface ProcessIo extends Io {
  /**
   * Resolves once the system has taken everything that was written.
   *
   * @throws what the system says where it has no room for it.
   */
  readonly written: () => Promise<unknown>;
}

const ERASE_LINE = "\r\u001B[K";
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
  let isStatusShown = false;
  const clearStatus = () => {
    if (isStatusShown) process.stderr.write(ERASE_LINE);
    isStatusShown = false;
  };
  let interrupt: AbortController | null = null;
  // Whatever is written in one go is whole by the time that it is heard: no file is left half-written.
  for (const name of Object.keys(SIGNALS) as (keyof typeof SIGNALS)[])
    process.on(name, () => {
      clearStatus();
      // Whoever interrupts a second time does not want to wait.
      if (interrupt === null || interrupt.signal.aborted) process.exit(SIGNALS[name]);
      interrupt.abort(new Interrupted(name));
    });
  return {
    stdout: (text) => {
      clearStatus();
      outputs.stdout.write(text);
    },
    stderr: (text) => {
      clearStatus();
      outputs.stderr.write(text);
    },
    written: () => Promise.all([outputs.stdout.written(), outputs.stderr.written()]),
    readStandardInput: () => process.stdin,
    dataRead: (bytes) => {
      if (total <= MUCH && total + bytes > MUCH) makeRoom();
      total += bytes;
    },
    cwd: process.cwd(),
    env,
    interrupted: () => {
      interrupt ??= new AbortController();
      return interrupt.signal;
    },
    showStatus: (line) => {
      if (!outputs.stderr.isTerminal() || env["TERM"] === "dumb") return;
      process.stderr.write(`${ERASE_LINE}${line(process.stderr.columns || TERMINAL_WIDTH)}`);
      isStatusShown = true;
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
