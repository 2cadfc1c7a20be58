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

  test("a unique index tells texts apart that are one key, with blanks or marks", async () => {
    const { address, create, run } = kind();
    const row = (code: string) => ["H57.02", code, "Trực tuyến", "Cấp tỉnh", "2022-01-03", "2022-02-01"];
    const columns = {
      unit: "text",
      code: "text",
      channel: "text",
      system: "text",
      received: "date",
      settled: "date",
    } as const;
    for (const [name, codes] of Object.entries({
      "by blanks": ["A1", "A1 ", "B"],
      "by marks": ["Số 1", "Số 1".normalize("NFD"), "B"],
      neither: ["A1", "Số 1", "B"],
    })) {
      await create({ name, columns, rows: codes.map(row) });
      await run(`CREATE UNIQUE INDEX ON "${name}" (code)`);
      const found = await runCli(
        ["validate", address(), "--source", "one-stop-dossiers", "--table", name, "-f", "json"].concat(PLAN),
      );
      const { problems } = JSON.parse(found.stdout) as { problems: { code: string }[] };
      const twice = problems.filter(({ code }) => code === "record-twice").length;
      expect([name, twice > 0]).toEqual([name, name !== "neither"]);
    }
  });

  test("a record in a table and in one that inherits from it is found twice, whatever is unique in each", async () => {
    const { address, create, run } = kind();
    const text = "text" as const;
    const columns = { unit: text, code: text, channel: text, system: text, received: "date", settled: "date" } as const;
    const row = ["H57.02", "A1", "Trực tuyến", "Cấp tỉnh", "2022-01-03", "2022-02-01"];
    const twiceIn = async (name: string) => {
      const found = await runCli(
        ["validate", address(), "--source", "one-stop-dossiers", "--table", name, "-f", "json"].concat(PLAN),
      );
      const { problems } = JSON.parse(found.stdout) as { problems: { code: string; args: { key?: string } }[] };
      return [...new Set(problems.filter(({ code }) => code === "record-twice").map(({ args }) => args.key))];
    };
    await create({ name: "parent", columns, rows: [row] });
    await run("ALTER TABLE parent ADD PRIMARY KEY (code)");
    expect(await twiceIn("parent")).toEqual([]);
    await run("CREATE TABLE heir (PRIMARY KEY (code)) INHERITS (parent); INSERT INTO heir SELECT * FROM parent");
    expect(await twiceIn("parent")).toEqual(["A1"]);
    expect(await twiceIn("heir")).toEqual([]);
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
