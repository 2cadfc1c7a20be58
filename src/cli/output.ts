import { fstatSync, statSync, writeSync } from "node:fs";

/** Where the process writes: standard output or standard error. */
export interface Output {
  readonly isTerminal: () => boolean;
  readonly write: (text: string) => void;
  /**
   * Resolves once the system has taken everything.
   *
   * @throws what the system says where it has no room for it.
   */
  readonly written: () => Promise<void>;
}

/**
 * Writes to a file or a pipe at once, since a stream takes longer to load than to use. A terminal has its stream, and so
 * has a pipe that does not wait for its reader.
 */
export function outputTo(descriptor: number, stream: () => NodeJS.WriteStream): Output {
  const isTerminal = () => isDevice(descriptor) && stream().isTTY;
  const streamed: Promise<void>[] = [];
  let failed: Error | null = null;
  return {
    isTerminal,
    write: (text) => {
      if (text === "" || failed !== null) return;
      let rest: Buffer = Buffer.from(text);
      try {
        if (streamed.length === 0 && !isTerminal()) rest = writeNow(descriptor, rest);
      } catch (error) {
        failed = error as Error;
        return;
      }
      if (rest.length > 0) streamed.push(writeTo(stream(), rest));
    },
    written: async () => {
      if (failed !== null) throw failed;
      await Promise.all(streamed);
    },
  };
}

/** Whether it may be a terminal; some systems cannot tell. */
function isDevice(descriptor: number): boolean {
  try {
    const status = fstatSync(descriptor);
    return status.isCharacterDevice() && status.rdev !== statSync("/dev/null").rdev;
  } catch {
    return true;
  }
}

/** What of the bytes the system does not take at once. */
function writeNow(descriptor: number, bytes: Buffer): Buffer {
  let at = 0;
  try {
    while (at < bytes.length) at += writeSync(descriptor, bytes, at);
  } catch (error) {
    if (isGone(error)) return bytes.subarray(bytes.length);
    if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
  }
  return bytes.subarray(at);
}

function writeTo(stream: NodeJS.WriteStream, bytes: Buffer): Promise<void> {
  if (stream.listenerCount("error") === 0) stream.on("error", () => {});
  return new Promise((resolve, reject) => {
    stream.write(bytes, (error) => {
      if (error && !isGone(error)) reject(error);
      else resolve();
    });
  });
}

/** A reader that has seen enough (`chitieu … | head`) is no error. */
function isGone(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "EPIPE" || code === "EOF";
}
