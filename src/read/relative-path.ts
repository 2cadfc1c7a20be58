import path from "node:path";

/** A path as reports name it: relative to the working folder, with `/` on every system. */
export function relativePath(file: string, cwd: string): string {
  return path.relative(cwd, path.resolve(cwd, file)).split(path.sep).join("/");
}
