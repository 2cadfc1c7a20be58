import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { isText, markOf } from "./decode.ts";
import { fileKind } from "./file-kind.ts";
import { suspectInText } from "./find-suspect.ts";
import type { DataRequest } from "./open-data.ts";
import { UNREAD } from "./opened.ts";
import type { FileOnDisk, Opened } from "./opened.ts";
import { isOwnText } from "./own-output.ts";
import { readSmallFile, SMALL } from "./small-file.ts";
import { smallTable } from "./small-table.ts";

/**
 * A small file that stays on the disk, if it is text in UTF-8 and plain throughout: it is looked through at once, and then
 * only where it is asked for. `null` where it is anything else, or something is wrong with it. `digestOf`: what makes its
 * digest, if it is to have one.
 */
export function openSmall(
  { path, name, isNamed, all: { file, length } }: FileOnDisk,
  { encodingOf }: Pick<DataRequest, "encodingOf">,
  digestOf: ((bytes: Buffer) => string) | null,
): Opened[] | Problem | null {
  if (typeof file === "number" || length > SMALL) return null;
  const bytes = readSmallFile({ file, start: 0, length }, name);
  if (!isNamed && isOwnText(bytes))
    return problem("file-skipped", { why: "output" }, { at: { in: "file", file: name } });
  const mark = markOf(bytes);
  const named = encodingOf?.(path) ?? null;
  const encoding = mark?.encoding ?? named ?? "utf-8";
  if (encoding !== "utf-8" || fileKind(bytes) !== "text") return null;
  const start = mark?.mark.length ?? 0;
  const text = bytes.subarray(start);
  if (!isText(text) || (named === null && suspectInText(text, name) !== null)) return null;
  const table = smallTable(text, { file, start, length: text.length }, name);
  if (table === null) return null;
  const sha256 = digestOf?.(bytes) ?? null;
  const input = { ...UNREAD, file: name, bytes: length, sha256, encoding, delimiter: table.delimiter };
  return [{ path, input, table, problems: NONE }];
}

const NONE: readonly Problem[] = [];
