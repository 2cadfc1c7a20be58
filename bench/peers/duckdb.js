import process from "node:process";
import { DuckDBInstance } from "@duckdb/node-api";

/** Groups as a source would, with all columns as text: guessing their types takes longer, and would take "007" for 7. */
const [kind, file] = process.argv.slice(2);
const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
const connection = await instance.connect();
const from = `FROM read_csv('${file}', header = true, all_varchar = true, delim = ',', quote = '"')`;
const query =
  kind === "A"
    ? `SELECT "Kênh tiếp nhận" AS channel, sum(CAST("Đã giải quyết" AS BIGINT)) AS settled, sum(CAST("Đúng hạn" AS BIGINT)) ${from} GROUP BY "Mã đơn vị", channel, substr("Ngày", 1, 7)`
    : `SELECT "Kênh tiếp nhận" AS channel, count(*) FILTER ("Ngày giải quyết" <> '') AS settled ${from} GROUP BY "Mã đơn vị", channel, substr("Ngày tiếp nhận", 4), substr("Ngày giải quyết", 4)`;
const reader = await connection.runAndReadAll(query);
let settled = 0;
let online = 0;
for (const [channel, count] of reader.getRows()) {
  settled += Number(count);
  if (channel === "Trực tuyến") online += Number(count);
}
console.log(JSON.stringify({ settled, online }));
