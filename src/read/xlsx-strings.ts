import { ProblemError } from "../problem/problem.ts";
import { parseXml } from "./parse-xml.ts";
import type { XmlEvents } from "./parse-xml.ts";
import { damaged } from "./unpack-limits.ts";
import type { Zip } from "./zip.ts";

/** Excel lets no cell hold more; a text that thousands of cells share could be looked at for minutes. */
const MOST_CHARACTERS = 32_767;

/** The texts that the cells of a workbook share, which name them by number. */
export async function readSharedStrings(zip: Zip, part: string | null, file: string): Promise<readonly string[]> {
  if (part === null) return [];
  const strings: string[] = [];
  const item = stringItem("si", (text) => {
    if (text.length > MOST_CHARACTERS) throw new ProblemError([damaged(`sharedStrings: ${text.length}`, file)]);
    strings.push(text);
  });
  await parseXml(zip.read(part), item, file);
  return strings;
}

/**
 * Puts a text together from its runs (`<t>`, each with letters of one kind), without the readings (`<rPh>`) that
 * stand above characters in East Asia.
 */
export function stringItem(element: string, done: (text: string) => void): Required<XmlEvents> {
  let runs: string[] = [];
  let isText = false;
  let isReading = false;
  return {
    open: (name) => {
      if (name === element) runs = [];
      else if (name === "rPh") isReading = true;
      else if (name === "t") isText = !isReading;
    },
    text: (text) => {
      if (isText) runs.push(text);
    },
    close: (name) => {
      if (name === "t") isText = false;
      else if (name === "rPh") isReading = false;
      else if (name === element) done(unescaped(runs.join("")));
    },
  };
}

/** `_x000D_` stands for a character that XML cannot hold. */
export function unescaped(text: string): string {
  return text.includes("_x")
    ? text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}
