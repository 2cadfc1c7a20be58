import { createReadStream } from "node:fs";
import process from "node:process";
import { parse } from "csv-parse";

const [kind, file] = process.argv.slice(2);
let settled = 0;
let online = 0;
for await (const row of createReadStream(file).pipe(parse({ columns: false, from_line: 2 }))) {
  const count = kind === "A" ? Number(row[4]) : row[7] === "" ? 0 : 1;
  settled += count;
  if (row[kind === "A" ? 2 : 4] === "Trực tuyến") online += count;
}
console.log(JSON.stringify({ settled, online }));
