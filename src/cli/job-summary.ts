import type { Problem } from "../problem/problem.ts";
import type { FormatName, Rendered } from "../report/formats.ts";
import type { Io } from "./io.ts";
import { appendOutput } from "./write-output.ts";

/** Where GitHub Actions takes a job's summary from, and how much of it. */
const VARIABLE = "GITHUB_STEP_SUMMARY";
const MOST_BYTES = 1024 * 1024;

/** With annotations for GitHub goes the report as the job's summary, where there is a job. Returns what is wrong. */
export async function writeJobSummary(
  formats: readonly FormatName[],
  render: (format: FormatName) => Promise<Rendered>,
  { env, cwd }: Io,
): Promise<readonly Problem[]> {
  const file = env[VARIABLE];
  if (!file || !formats.some((format) => format === "github")) return [];
  const summary = String(await render("markdown"));
  if (Buffer.byteLength(summary) > MOST_BYTES) return [];
  const wrong = appendOutput(file, summary, cwd);
  return wrong === null ? [] : [wrong];
}
