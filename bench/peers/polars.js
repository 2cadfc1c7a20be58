import process from "node:process";
import pl from "nodejs-polars";

const [kind, file] = process.argv.slice(2);
const table = pl.scanCSV(file, { inferSchemaLength: 0, hasHeader: true });
const settledOf = () =>
  kind === "A"
    ? pl.col("Đã giải quyết").cast(pl.Int64).sum()
    : pl.col("Ngày giải quyết").gt(pl.lit("")).cast(pl.Int64).sum();
const rows = (
  await table.groupBy("Mã đơn vị", "Kênh tiếp nhận").agg(settledOf().alias("settled")).collect()
).toRecords();
let settled = 0;
let online = 0;
for (const row of rows) {
  settled += Number(row.settled);
  if (row["Kênh tiếp nhận"] === "Trực tuyến") online += Number(row.settled);
}
console.log(JSON.stringify({ settled, online }));
