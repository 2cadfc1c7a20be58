import type { Encoding } from "../model.ts";
import type { Problem } from "../problem/problem.ts";
import { decode, hasMark } from "./decode.ts";
import type { Decoded } from "./decoded.ts";

/** Decodes text in the encoding that is named for it, or by its own mark; UTF-8 where nothing says anything. */
export async function decodeText(bytes: Buffer, file: string, named: Encoding | null): Promise<Decoded | Problem> {
  if (named === "windows-1258" || named === "tcvn3") {
    if (!hasMark(bytes)) return (await import("./decode-legacy.ts")).decodeLegacy(bytes, named, file);
    return decode(bytes, file);
  }
  return decode(bytes, file, named ?? "utf-8");
}
