/** The library: what the command line itself is made of. */

export { check } from "./check.ts";
export type { CheckRequest } from "./check.ts";
export { checkInFull } from "./report-of.ts";
export { validate } from "./validate.ts";
export type { ValidateRequest } from "./validate.ts";
export { explain } from "./explain.ts";
export type { ExplainRequest } from "./explain.ts";
export { detect } from "./detect.ts";
export { loadPlan, loadSource, shippedPlanIds, shippedSources } from "./load.ts";
export { ProblemError } from "./problem/problem.ts";
export type { Problem, ProblemArgs, ProblemCode, Severity } from "./problem/problem.ts";
export { renderReport } from "./report/render-report.ts";
export type { ReportOptions } from "./report/render-report.ts";
export { renderFindings } from "./findings/render-findings.ts";
export type { FindingsOptions } from "./findings/render-findings.ts";
export { renderExplanation } from "./explain/render-explanation.ts";
export type { ExplainOptions } from "./explain/render-explanation.ts";
export type * from "./explain/explanation.ts";
export { version } from "./version.ts";
export type * from "./model.ts";
