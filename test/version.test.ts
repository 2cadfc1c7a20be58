import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { version } from "../src/version.ts";
import { runCli } from "./helpers/run-cli.ts";

test("the version is that of package.json", async () => {
  const { version: released } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  expect(version).toBe(released);
  expect(await runCli(["--version"])).toEqual({ stdout: `${released}\n`, stderr: "", exit: 0 });
});
