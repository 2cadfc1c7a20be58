import path from "node:path";

/** A path as reports name it: relative to the working folder, with `/` on every system. */
export function relativePath(file: string, cwd: string): string {
  const relative = path.relative(cwd, path.isAbsolute(file) ? file : path.resolve(cwd, file));
  return path.sep === "/" ? relative : relative.replaceAll(path.sep, "/");
}
