import { expect, test } from "vitest";
import { runCli } from "../helpers/run-cli.ts";
import { databaseSuite } from "./database-suite.ts";

databaseSuite("postgres", (kind) => {
  test("every server folds the rows that it has", async () => {
    const { address, cluster } = kind();
    await runCli(["check", address(), "--source", "one-stop-dossiers", "--table", "dossiers"].concat(PLAN));
    for (const server of cluster.servers.slice(1)) {
      // What postgres_fdw asks the others for is in their logs.
      expect(server.log()).toMatch(/CURSOR FOR\s+SELECT[^]*?count\(\*\)[^]*?GROUP BY/);
    }
  });

  test("nothing can be written, even by what a view calls", async () => {
    const { address, run } = kind();
    await run(`CREATE TABLE touched (at int); CREATE FUNCTION touch() RETURNS boolean LANGUAGE plpgsql AS
      'BEGIN INSERT INTO touched VALUES (1); RETURN true; END'; CREATE VIEW touching AS SELECT * FROM "hồ sơ" WHERE touch()`);
    const found = await runCli(
      ["check", address(), "--source", "one-stop-dossiers", "--table", "touching"].concat(PLAN),
    );
    expect([found.exit, found.stderr]).toEqual([3, expect.stringContaining("read-only transaction")]);
    expect(await run("SELECT count(*) FROM touched")).toEqual([["0"]]);
  });
});

const PLAN = ["-p", "thua-thien-hue-2022", "--lang", "en"];
