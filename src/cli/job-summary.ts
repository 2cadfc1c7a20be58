import type { Report } from "../model.ts";
import type { Problem } from "../problem/problem.ts";
import type { FormatName } from "../report/formats.ts";
import type { Io } from "./io.ts";
import { appendOutput } from "./write-output.ts";

/** Where GitHub Actions takes a job's summary from, and how much of it. */
const VARIABLE = "GITHUB_STEP_SUMMARY";
const MOST_BYTES = 1024 * 1024;

/** With annotations for GitHub goes the report as the job's summary, where there is a job. Returns what is wrong. */
export async function writeJobSummary(
  report: Report,
  formats: readonly FormatName[],
  render: (report: Report) => Promise<string>,
  { env, cwd }: Io,
): Promise<readonly Problem[]> {
  const file = env[VARIABLE];
  if (!file || !formats.some((format) => format === "github")) return [];
  const summary = await render(report);
  const fits = Buffer.byteLength(summary) <= MOST_BYTES;
  const wrong = appendOutput(file, fits ? summary : await render(withoutParts(report)), cwd);
  return wrong === null ? [] : [wrong];
}

/** What the plan asks, without the parts of it, of which there may be hundreds for each. */
function withoutParts(report: Report): Report {
  const results = report.assessment.results.filter(({ scope }) => scope === "target");
  return { ...report, assessment: { ...report.assessment, results } };
}
