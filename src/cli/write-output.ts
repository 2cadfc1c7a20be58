import {
  appendFileSync,
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import type { BigIntStats } from "node:fs";
import path from "node:path";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { relativePath } from "../read/relative-path.ts";

/**
 * Writes a file whole or not at all: beside its place first, then by one step into it, so that nobody ever finds half of
 * it and a failure leaves what was there. Returns the problem where that cannot be done.
 */
export function writeOutput(file: string, content: string | Uint8Array, cwd: string): Problem | null {
  try {
    const full = path.resolve(cwd, file);
    const status = statusOf(full);
    // A pipe or a device takes bytes as they come.
    if (status !== null && !status.isFile() && !status.isDirectory()) writeFileSync(full, content);
    else replace(status === null ? full : realpathSync(full), content);
    return null;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return problem("output-unwritable", { detail: code ?? message }, at(file, cwd));
  }
}

/** The same, but never in the place of a file that is there: somebody may have filled it in. */
export function writeNewFile(file: string, content: string | Uint8Array, cwd: string): Problem | null {
  return statusOf(path.resolve(cwd, file)) === null
    ? writeOutput(file, content, cwd)
    : problem("output-unwritable", { detail: "EEXIST" }, at(file, cwd));
}

/** Several new files, all of them or none, with everything that stands against it. */
export function writeNewFiles(
  files: readonly { readonly file: string; readonly content: string | Uint8Array }[],
  cwd: string,
): readonly Problem[] {
  const there = files.filter(({ file }) => statusOf(path.resolve(cwd, file)) !== null);
  if (there.length > 0) {
    return there.map(({ file }) => problem("output-unwritable", { detail: "EEXIST" }, at(file, cwd)));
  }
  for (const [index, { file, content }] of files.entries()) {
    const unwritten = writeOutput(file, content, cwd);
    if (unwritten === null) continue;
    for (const written of files.slice(0, index)) rmSync(path.resolve(cwd, written.file), { force: true });
    return [unwritten];
  }
  return [];
}

/** Adds to the end of a file that others write as well. */
export function appendOutput(file: string, content: string, cwd: string): Problem | null {
  try {
    appendFileSync(path.resolve(cwd, file), content);
    return null;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return problem("output-unwritable", { detail: code ?? message }, at(file, cwd));
  }
}

function replace(target: string, content: string | Uint8Array): void {
  const { temporary, descriptor } = openBeside(target);
  try {
    try {
      writeFileSync(descriptor, content);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * A new file beside another. Its name begins with a dot, so that a folder of exports that is read meanwhile passes it
 * over. A process of the same number may have left one behind, or be at work in another container.
 */
function openBeside(target: string): { readonly temporary: string; readonly descriptor: number } {
  for (let attempt = 0; ; attempt++) {
    const name = `.${path.basename(target)}.${process.pid}${attempt === 0 ? "" : `-${attempt}`}.tmp`;
    const temporary = path.join(path.dirname(target), name);
    try {
      return { temporary, descriptor: openSync(temporary, "wx") };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

const MOST_ATTEMPTS = 100;

/** Whether a file to be written is one of those that were read, whatever both are called; then what is wrong. */
export function overwritten(file: string, read: readonly string[], cwd: string): Problem | null {
  const status = statusOf(path.resolve(cwd, file));
  if (status === null || !status.isFile()) return null;
  const real = realpathSync(path.resolve(cwd, file));
  const isRead = read.some((one) => {
    const other = statusOf(path.resolve(cwd, one));
    if (other === null || !other.isFile()) return false;
    const sameNode = status.ino !== 0n && status.ino === other.ino && status.dev === other.dev;
    return sameNode || realpathSync(path.resolve(cwd, one)) === real;
  });
  return isRead ? problem("output-is-input", {}, at(file, cwd)) : null;
}

function statusOf(file: string): BigIntStats | null {
  try {
    return statSync(file, { bigint: true });
  } catch {
    return null;
  }
}

function at(file: string, cwd: string) {
  return { at: { in: "file", file: relativePath(file, cwd) } } as const;
}
