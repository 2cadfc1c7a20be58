import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { generate } from "../bench/generate.js";
import { inFolder } from "./helpers/check-files.ts";
import { inEveryForm } from "./helpers/in-every-form.ts";
import type { Form } from "./helpers/in-every-form.ts";

/**
 * The same rows come to the same assessment, byte for byte apart from `inputs`, whatever holds them and however many
 * work on them. That PostgreSQL and ClickHouse say the same stands with the databases (database-suite.ts).
 */
const BIN = path.resolve("bin/chitieu.js");
const BENCH = path.resolve("bench/data");
const CONFIG = JSON.stringify({ plan: `${BENCH}/plan.yaml`, sources: `${BENCH}/dossiers.yaml` });
/** From 64 MiB on a table is folded by several threads. */
const ROWS = 440_000;

/** What the program says of a form, without the inputs; `before`: what it is started by. */
async function assessment({ files, data, stdin }: Form, before: readonly string[] = []): Promise<string> {
  return inFolder({ ...files, "chitieu.yaml": CONFIG }, async (cwd) => {
    const [program, ...argv] = [...before, process.execPath, BIN, "check", data, "--by", "unit", "-f", "json"];
    const child = spawn(program, argv, { cwd, stdio: ["pipe", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (piece: Buffer) => (output += piece.toString()));
    child.stdin.end(stdin ?? "");
    expect(await once(child, "close")).toEqual([0, null]);
    const { inputs, ...said } = JSON.parse(output) as { readonly inputs: readonly { readonly rows: number }[] };
    expect(inputs.reduce((sum, { rows }) => sum + rows, 0)).toBe(ROWS);
    return JSON.stringify(said, null, 2);
  });
}

test("one assessment of every form, by one worker and by many", async () => {
  const { csv, settled, online } = await inFolder({}, async (folder) => {
    const file = path.join(folder, "all.csv");
    const written = generate("B", file, ROWS);
    return { csv: readFileSync(file, "utf8"), ...written };
  });
  expect(Buffer.byteLength(csv)).toBeGreaterThan(1 << 26);
  const { "one CSV": whole, ...others } = inEveryForm(csv);
  if (whole === undefined) throw new Error("no whole");
  const expected = await assessment(whole);
  expect(expected).toContain(`"numerator": ${online},\n      "denominator": ${settled},`);
  for (const [name, form] of Object.entries(others)) expect(await assessment(form), name).toBe(expected);
  // Which leaves it one processor, and so no thread beside the first.
  if (process.platform === "linux") expect(await assessment(whole, ["taskset", "-c", "0"])).toBe(expected);
});
