import { assess } from "./assess/assess.ts";
import { contributionsOf } from "./assess/contributions.ts";
import { trendOf } from "./assess/trend.ts";
import { calculate } from "./check.ts";
import type { Calculation, CheckRequest } from "./check.ts";
import { bareReport } from "./model.ts";
import type { Breakdown, Report, Result, Trend } from "./model.ts";

/** The same as `check`, with everything that a report shows beside the verdicts. */
export async function checkInFull(request: CheckRequest): Promise<Report> {
  return reportOf(await calculate(request));
}

/** A calculation as what reports are made of; where nothing was assessed, there is nothing to break down. */
export function reportOf(calculation: Calculation): Report {
  const { assessment } = calculation;
  if (assessment.results.length === 0) return bareReport(assessment);
  return {
    assessment,
    byLevel: brokenDown(calculation, "level"),
    byUnit: brokenDown(calculation, "unit"),
    trend: trendOfCalculation(calculation, "plan"),
    contributions: contributionsOf(calculation),
  };
}

function brokenDown(calculation: Calculation, by: Breakdown): readonly Result[] {
  const { plan, tally, window, untrusted, assessment } = calculation;
  const { results } = assess({ plan, tally, window, untrusted, options: { ...assessment.options, by } });
  return results.filter(({ scope }) => scope === "breakdown");
}

/** The periods up to the one that was assessed, side by side; `null` where nothing was assessed. */
export function trendOfCalculation(
  { wholePlan: plan, tally, window, untrusted, assessment }: Calculation,
  by: Breakdown,
): Trend | null {
  if (assessment.results.length === 0) return null;
  return trendOf({ plan, tally, untrusted, period: window.period, options: { ...assessment.options, by } });
}
