import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { shippedSources } from "../../src/index.ts";
import { brief, checkFiles } from "../helpers/check-files.ts";

const FOLDER = "fixtures/thua-thien-hue-2022/2022-Q2";
const sources = await shippedSources();
const countHeaders = new Set(
  sources.flatMap(({ columns }) =>
    Object.values(columns).flatMap(({ type, header }) => (type === "count" ? header : [])),
  ),
);
const files = Object.fromEntries(readdirSync(FOLDER).map((file) => [file, readFileSync(`${FOLDER}/${file}`, "utf8")]));

/** Fields of a line, each with the column at which it begins. */
function fieldsOf(line: string): { readonly text: string; readonly column: number }[] {
  let column = 1;
  return (line.match(/(?:"(?:[^"]|"")*"|[^;"])+|(?<=;|^)(?=;|$)/g) ?? []).map((text) => {
    const field = { text, column };
    column += [...text].length + 1;
    return field;
  });
}

/** For each count column of each file: one row with a digit of it replaced. */
const damages = Object.entries(files).flatMap(([file, content]) => {
  const lines = content.replace("\uFEFF", "").split("\r\n");
  const header = fieldsOf(lines[0] ?? "").map(({ text }) => text.normalize("NFC"));
  return header.flatMap((name, index) => {
    if (!countHeaders.has(name)) return [];
    const row = 1 + ((index * 7) % (lines.length - 2));
    const { text = "", column = 0 } = fieldsOf(lines[row] ?? "")[index] ?? {};
    const at = column - 1 + text.length - 1;
    const line = lines[row] ?? "";
    const damaged = [...lines.slice(0, row), `${line.slice(0, at)}x${line.slice(at + 1)}`, ...lines.slice(row + 1)];
    return [{ file, name, line: row + 1, column, content: `\uFEFF${damaged.join("\r\n")}` }];
  });
});

test("the sample exports have count columns in seven files", () => {
  expect(new Set(damages.map(({ file }) => file)).size).toBe(7);
});

test.each(damages)("$file, $name: one digit replaced at $line:$column", async ({ file, line, column, content }) => {
  const data = Object.fromEntries(Object.entries(files).map(([name, text]) => [`2022-Q2/${name}`, text]));
  const { problems, exit, results } = await checkFiles(
    { ...data, [`2022-Q2/${file}`]: content },
    { plan: "thua-thien-hue-2022", data: ["2022-Q2"] },
  );
  expect(brief(problems)).toEqual([`error count-unreadable 2022-Q2/${file}:${line}:${column}`]);
  expect(exit).toEqual({ code: 3, reason: "untrusted-data" });
  expect(results).toEqual([]);
});
