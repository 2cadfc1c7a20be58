import { readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { EXPLAIN_FORMATS } from "../../src/explain/formats.ts";
import { FORMATS } from "../../src/report/formats.ts";
import { TREND_FORMATS } from "../../src/trend/formats.ts";
import { inFolder } from "../helpers/check-files.ts";
import { runCli } from "../helpers/run-cli.ts";

const CASE = path.resolve(import.meta.dirname, "../../fixtures/cases/decisions-vi");
const FILES = Object.fromEntries(
  ["plan.yaml", "counts.csv"].map((name) => [name, readFileSync(path.join(CASE, name), "utf8")]),
);

/** What a command writes in a format, archives by the text of their parts. */
async function written(argv: readonly string[], format: string): Promise<string> {
  return inFolder(FILES, async (cwd) => {
    const { exit } = await runCli(
      [...argv, "counts.csv", "-p", "plan.yaml", "--period", "2022-Q3", "-o", `${format}:out`],
      { cwd },
    );
    expect(exit).toBe(0);
    const bytes = readFileSync(path.join(cwd, "out"));
    if (bytes.subarray(0, 2).toString() !== "PK") return bytes.toString();
    return Object.values(unzipSync(bytes))
      .map((part) => strFromU8(part))
      .join("\n");
  });
}

/** The decision that changed the target, and the one that waives the miss. */
function expectBoth(text: string): void {
  for (const document of ["45/QĐ-UBND", "77/UBND"]) expect(text.replaceAll(/\\(?=-)/g, "")).toContain(document);
  expect(text).toMatch(/bão số 4/u);
}

describe("a report names the decisions that it rests on", () => {
  test.each(Object.keys(FORMATS))("check, %s", async (format) => {
    expectBoth(await written(["check"], format));
  });

  test.each(Object.keys(EXPLAIN_FORMATS))("explain, %s", async (format) => {
    const text = await inFolder(FILES, async (cwd) => {
      const argv = ["explain", "online", "counts.csv", "-p", "plan.yaml", "--period", "2022-Q3", "-f", format];
      return (await runCli(argv, { cwd })).stdout;
    });
    expectBoth(text);
  });

  test.each(Object.keys(TREND_FORMATS))("trend, %s", async (format) => {
    expectBoth(await written(["trend"], format));
  });
});
