import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { inThreads } from "../../src/fold/kernel/threads.ts";
import type { Row } from "../../src/model.ts";
import { openData } from "../../src/read/open-data.ts";
import type { DataRequest, Opened } from "../../src/read/open-data.ts";
import type { Looks } from "../../src/read/look-share.ts";
import { inFolder } from "../helpers/check-files.ts";
import type { Files } from "../helpers/check-files.ts";
import { rowsOf, workbookOf } from "./workbook-writer.ts";

const CSV = "Đơn vị,Số\nHuế,1\n\nPhú Lộc,2\n";

/** One of each that is read in a way of its own. */
const KINDS: Files = {
  "k/plain.csv": CSV,
  "k/mark.csv": `\uFEFF${CSV}`,
  "k/sep.csv": `sep=;\n${CSV.replaceAll(",", ";")}`,
  "k/mark-and-sep.csv": `\uFEFFsep=;\r\n${CSV.replaceAll(",", ";")}`,
  "k/returns.csv": CSV.replaceAll("\n", "\r\n"),
  "k/mixed-returns.csv": CSV.replace("\n", "\r"),
  "k/quoted.csv": 'Đơn vị,Số\n"Huế, ""cố đô""",1\n',
  "k/quoted-break.csv": 'Đơn vị,Số\n"Huế\ncố đô",1\nPhú Lộc,2\n',
  "k/not-closed.csv": 'Đơn vị,Số\n"Huế,1\n',
  "k/quote-within.csv": 'Đơn vị,Số\nHu"ế,1\n',
  "k/one-line.csv": "Đơn vị,Số",
  "k/blank-first.csv": "  ,\nĐơn vị,Số\nHuế,1\n",
  "k/empty.csv": "",
  "k/utf-16.csv": Buffer.from(`\uFEFF${CSV}`, "utf16le"),
  "k/invalid.csv": Buffer.from("Đơn vị,Số\nHu\xE9,1\n", "latin1"),
  "k/suspect.csv": "Đơn vị,Số\nQuáº­n Hải Châu,1\n",
  "k/packed.csv.gz": gzipSync(CSV),
  "k/page.xls": "<table><tr><td>Đơn vị<td>Số<tr><td>Huế<td>1</table>",
  "k/book.xlsx": workbookOf({ sheets: [{ name: "Quý I", rows: rowsOf([["Đơn vị"], ["Huế"]]) }] }),
  "k/ours.csv": "indicator,scope,level,unit,verdict\na,target,,,met\n",
  "k/tcvn3.txt": Buffer.from("§¬n vÞ,Số\nHuÕ,1\n".replace("Số", "Sè"), "latin1"),
  "k/large.csv": `Đơn vị,Số\n${"Huế,1\n".repeat(200_000)}`,
};

/** So many others that none is held in memory. */
const OTHERS: Files = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`o/${at}.csv`, `${CSV}Huế,${at}\n`]));

async function openedAmong(files: Files, more: Partial<DataRequest> = {}) {
  return inFolder(files, async (cwd) => {
    const readStandardInput = () => Promise.resolve(Buffer.alloc(0));
    const encodingOf = (file: string) => (file.endsWith("tcvn3.txt") ? "tcvn3" : null);
    const request = { data: ["k", "o"], cwd, digests: true, encodingOf, readStandardInput };
    const { opened, problems } = await openData({ ...request, ...more });
    return { opened: await Promise.all(opened.map(seen)), problems };
  });
}

/** What can be seen of a file, whichever way it is read. */
async function seen({ input, table, problems }: Opened) {
  // How a file was to be read that is none is a guess.
  if (table === null) return { input: { ...input, encoding: null, delimiter: null }, problems };
  const rows: Row[] = [];
  for await (const row of table.rows()) rows.push(row);
  const { bytes, head } = table;
  const last = rows.at(-1)?.at ?? { line: 0, offset: 0 };
  return {
    input,
    problems,
    head,
    rows: rows.length > 100 ? rows.length : rows,
    place: table.locate(last, 1, "Số"),
    print: bytes?.print(),
    cells: bytes?.cellsAt(last),
    at: bytes && [bytes.length, bytes.firstLine, bytes.delimiter],
  };
}

test("what is opened among many files is as it is among few", async () => {
  const few = await openedAmong({ ...KINDS, "o/0.csv": CSV });
  const isKind = ({ input }: { input: { file: string } }) => input.file.startsWith("k/");
  expect(few.opened.filter(isKind)).toHaveLength(Object.keys(KINDS).length - 1);
  const alone = await openedAmong({ ...KINDS, ...OTHERS });
  expect(alone.opened.filter(isKind)).toEqual(few.opened.filter(isKind));
  expect(alone.problems).toEqual(few.problems);
  const together = await openedAmong({ ...KINDS, ...OTHERS }, { inThreads: (job) => inThreads<Looks>(job, 2) });
  expect(together).toEqual(alone);
});
