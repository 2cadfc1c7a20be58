import { expect, test } from "vitest";
import { runCli } from "../helpers/run-cli.ts";
import { databaseSuite } from "./database-suite.ts";

databaseSuite("clickhouse", (kind) => {
  test("an account that may change no setting is told which profile it needs", async () => {
    const address = new URL(kind().address());
    [address.username, address.password] = ["reader", ""];
    const { exit, stderr } = await runCli(
      ["check", address.href, "--source", "one-stop-dossiers", "--table", "hồ sơ"].concat(PLAN),
    );
    expect([exit, stderr]).toEqual([3, expect.stringContaining("readonly = 2")]);
  });

  test("texts of a fixed length have no padding", async () => {
    const { address, run } = kind();
    await run(`CREATE TABLE fixed (unit FixedString(10), code FixedString(6), channel Nullable(FixedString(20)),
      system String, received Date, settled Date) ENGINE = MergeTree ORDER BY tuple()`);
    const row = "('H57.02', 'A1', 'Trực tuyến', 'Cấp tỉnh', '2022-01-03', '2022-02-01')";
    await run(`INSERT INTO fixed VALUES ${row}, ${row}`);
    const found = await runCli(
      ["validate", address(), "--source", "one-stop-dossiers", "--table", "fixed", "-f", "json"].concat(PLAN),
    );
    const { problems } = JSON.parse(found.stdout) as { problems: { code: string; args: { key?: string } }[] };
    expect(new Set(problems.map(({ code, args }) => `${code} ${args.key}`))).toEqual(new Set(["record-twice A1"]));
  });
});

const PLAN = ["-p", "thua-thien-hue-2022", "--lang", "en"];
