import { createRequire } from "node:module";
import path from "node:path";
import { Ajv } from "ajv";
import type { Log } from "sarif";
import { describe, expect, test } from "vitest";
import { inFolder } from "../helpers/check-files.ts";
import { runCli } from "../helpers/run-cli.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

async function logOf(argv: readonly string[], cwd: string): Promise<Log> {
  const { stdout } = await runCli(["validate", ...argv, "-f", "sarif"], { cwd });
  return JSON.parse(stdout) as Log;
}

const schema = createRequire(import.meta.url)("schemastore/schemas/json/sarif-2.1.0.json") as object;
const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

describe("SARIF", () => {
  test.each([["fixtures/invalid/*/*.csv"], ["fixtures/thua-thien-hue-2022"], ["no-such-file.csv"]])(
    "of %s is valid by its official schema",
    async (data) => {
      const log = await logOf([data], ROOT);
      expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
    },
  );

  test("has a rule for every code in it, and each result points at its own", async () => {
    const { runs } = await logOf(["fixtures/invalid/*/*.csv"], ROOT);
    const [run] = runs;
    const rules = run?.tool.driver.rules ?? [];
    expect(rules.length).toBeGreaterThan(10);
    for (const { ruleId, ruleIndex = -1, level } of run?.results ?? []) {
      expect(rules[ruleIndex]).toEqual({ id: ruleId, defaultConfiguration: { level } });
    }
  });

  test("counts columns in characters, and encodes paths", async () => {
    const files = { "số liệu/a b%.csv": "period,unit,measure,count\n2022-Q1,😀 Sở Y tế,n,x\n" };
    await inFolder(files, async (cwd) => {
      const [run] = (await logOf(["."], cwd)).runs;
      expect(run?.columnKind).toBe("unicodeCodePoints");
      expect(run?.results?.[0]?.locations?.[0]?.physicalLocation).toEqual({
        artifactLocation: { uri: "s%E1%BB%91%20li%E1%BB%87u/a%20b%25.csv" },
        region: { startLine: 2, startColumn: 21, endColumn: 22 },
      });
    });
  });

  test("says where else to look, and how many rows a problem concerns", async () => {
    const files = {
      "a.csv": "period,measure,count\n2022-Q1,n,1\n2022-Q1,n,2\n",
      "b.csv": "period,measure,count\nQ,m,1\nQ,m,2\n",
    };
    await inFolder(files, async (cwd) => {
      const [run] = (await logOf(["."], cwd)).runs;
      const [twice, period] = run?.results ?? [];
      expect(twice?.relatedLocations?.[0]?.physicalLocation?.region?.startLine).toBe(2);
      expect(period?.occurrenceCount).toBe(2);
    });
  });

  test("notes what is wrong with the command apart from its results", async () => {
    const [run] = (await logOf(["no-such-file.csv"], ROOT)).runs;
    expect(run?.results).toEqual([]);
    expect(run?.invocations).toMatchObject([
      {
        executionSuccessful: false,
        exitCode: 2,
        toolConfigurationNotifications: [{ descriptor: { id: "data-not-found" } }],
      },
    ]);
  });
});
