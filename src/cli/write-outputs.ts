import type { Problem } from "../problem/problem.ts";
import type { Output } from "./outputs.ts";
import { overwritten, writeOutput } from "./write-output.ts";

/** Writes every file that may be written, and says why the others are not. */
export async function writeOutputs<Format extends string>(
  outputs: readonly Output<Format>[],
  render: (format: Format) => Promise<string | Uint8Array>,
  { read, cwd }: { readonly read: readonly string[]; readonly cwd: string },
): Promise<readonly Problem[]> {
  const problems = await Promise.all(
    outputs.map(
      async ({ format, file }) => overwritten(file, read, cwd) ?? writeOutput(file, await render(format), cwd),
    ),
  );
  return problems.filter((one) => one !== null);
}
