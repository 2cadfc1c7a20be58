import type { Input } from "../model.ts";

/** An input as documents for machines hold it: its keys in a fixed order, whatever order it was made in. */
export function inputEntry({ file, sheet, sha256, bytes, rows, source, encoding, delimiter, period }: Input): Input {
  return { file, sheet, sha256, bytes, rows, source, encoding, delimiter, period };
}
