import { closeSync, openSync, readSync } from "node:fs";
import { fileStatus } from "../file-status.ts";
import type { Row } from "../model.ts";
import { detectDelimiter } from "./csv-table.ts";

const BYTES = 65_536;
const LINES = 40;

/**
 * The first rows of a file that could not be read, as well as they can be made out: enough to say which export it was
 * meant to be, and so what its loss can concern. Never for figures.
 */
export function guessHead(file: string): readonly Row[] {
  const bytes = firstBytes(file);
  const text = new TextDecoder(bytes[0] === 0xff ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : "utf-8").decode(bytes);
  const delimiter = detectDelimiter(Buffer.from(text));
  return text.split(/\r\n|\n|\r/, LINES).map((line, index) => {
    const cells = line.split(delimiter).map((cell) => cell.replaceAll(/^"|"$/g, ""));
    return { at: { line: index + 1, offset: 0 }, cells };
  });
}

function firstBytes(file: string): Buffer {
  // What came through a pipe is gone, and to open one again would be to wait for it.
  if (fileStatus(file)?.isFile() !== true) return Buffer.alloc(0);
  const bytes = Buffer.alloc(BYTES);
  const descriptor = openSync(file, "r");
  try {
    return bytes.subarray(0, readSync(descriptor, bytes, 0, BYTES, 0));
  } finally {
    closeSync(descriptor);
  }
}
