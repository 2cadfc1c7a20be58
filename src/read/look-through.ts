import { dialectOf, endsLinesOneWay } from "./csv-table.ts";
import type { Dialect } from "./csv-table.ts";
import { isText, markOf } from "./decode.ts";
import { fileKind } from "./file-kind.ts";
import { suspectInText } from "./find-suspect.ts";
import { isOwnText } from "./own-output.ts";
import { printOf } from "./print-of.ts";
import { readSmallFile } from "./small-file.ts";

/** What a look through a small file finds. Plain data: it may have been another thread that looked. */
export interface Look {
  readonly length: number;
  /** Where its table begins, behind a mark and a `sep=` line. */
  readonly start: number;
  readonly dialect: Dialect;
  /** Its first line. */
  readonly header: string;
  readonly print: number;
  readonly sha256: string | null;
  /** Whether we wrote it ourselves. */
  readonly isOwn: boolean;
}

export interface LookedThrough {
  /** Its full path, and what problems call it. */
  readonly path: string;
  readonly name: string;
  /** Whether the user says so. */
  readonly isUtf8: boolean;
}

/**
 * Looks through a small file that may be text in UTF-8 and plain throughout, so that its lines are its rows; `null` where
 * it is anything else, or something is wrong with it. `digestOf`: what makes its digest, if it is to have one.
 */
export function lookThrough(
  { path, name, isUtf8 }: LookedThrough,
  digestOf: ((bytes: Buffer) => string) | null,
): Look | null {
  const bytes = readSmallFile(path, name);
  if (bytes === null) return null;
  const { length } = bytes;
  const mark = markOf(bytes);
  if ((mark !== undefined && mark.encoding !== "utf-8") || fileKind(bytes) !== "text") return null;
  const text = bytes.subarray(mark?.mark.length ?? 0);
  if (!isText(text) || (!isUtf8 && suspectInText(text, name) !== null)) return null;
  const { skipped, ...dialect } = dialectOf(text);
  const body = text.subarray(skipped);
  const end = body.indexOf(FEED);
  if (end <= 0 || !endsLinesOneWay(body) || !hasPlainQuotes(body, dialect.delimiter)) return null;
  return {
    length,
    start: length - body.length,
    dialect,
    header: body.toString("utf8", 0, body[end - 1] === RETURN ? end - 1 : end),
    print: printOf(body),
    sha256: digestOf?.(bytes) ?? null,
    isOwn: isOwnText(bytes),
  };
}

const FEED = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;

/** Whether quotes stand around whole cells and nowhere else, and none around a line break: lines are rows then. */
function hasPlainQuotes(body: Buffer, delimiter: string): boolean {
  const sign = delimiter.charCodeAt(0);
  const isBorder = (byte: number | undefined) =>
    byte === undefined || byte === sign || byte === FEED || byte === RETURN;
  for (let open = body.indexOf(QUOTE); open >= 0;) {
    if (!isBorder(body[open - 1])) return false;
    let close = open + 1;
    for (; ; close++) {
      const byte = body[close];
      if (byte === undefined || byte === FEED || byte === RETURN) return false;
      if (byte !== QUOTE) continue;
      if (body[close + 1] !== QUOTE) break;
      close++;
    }
    if (!isBorder(body[close + 1])) return false;
    open = body.indexOf(QUOTE, close + 1);
  }
  return true;
}
