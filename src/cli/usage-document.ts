import { problem } from "../problem/problem.ts";
import { renderReport } from "../report/render-report.ts";
import { notAssessed } from "./not-assessed.ts";

/** The JSON document of a run whose options could not be read. */
export async function usageDocument(detail: string): Promise<string> {
  return renderReport(notAssessed(null, [problem("usage", { detail })], {}), "json");
}
