import { validationExit } from "./exit-code.ts";
import { foldExports } from "./gather/fold-exports.ts";
import { inputsOf } from "./gather/inputs-of.ts";
import { openExports } from "./gather/open-exports.ts";
import type { DataRequest } from "./gather/data-request.ts";
import type { Plan, Validation, ValidationFailOn } from "./model.ts";
import { likelyYear, openPlan } from "./open-plan.ts";
import { byPlace } from "./problem/problem.ts";
import type { ProblemCode } from "./problem/problem.ts";
import { sendersOf } from "./senders.ts";
import { tally } from "./tally/tally.ts";
import { unusedExports } from "./unused-exports.ts";

/** Which exports to look through, and for what. */
export interface ValidateRequest extends DataRequest {
  /** What they are to be read for: its year, its units, its levels. Without one, the exports are read alone. */
  readonly plan?: Plan | null;
  /** From what on the exit code is not 0; `error` unless said otherwise. */
  readonly failOn?: ValidationFailOn;
  /** Whether the agency behind each problem is looked up; false unless said otherwise. */
  readonly senders?: boolean;
}

/**
 * Everything that is wrong with exports, in the order of their places, and no verdict: they are opened, recognised,
 * folded and tallied as `check` does it.
 *
 * @throws ProblemError where an argument names nothing.
 */
export async function validate(request: ValidateRequest): Promise<Validation> {
  const { plan = null, failOn = "error", senders = false } = request;
  const exports = await openExports(request);
  const year = plan?.year ?? likelyYear(exports.opened.flatMap(({ table }) => table ?? []));
  const { folded, problems: unfolded } = await foldExports(exports, year);
  const { directory, problems: untallied } = tally(folded, plan ?? openPlan(folded, year));
  const unused = plan === null ? [] : unusedExports(folded, plan, exports);
  const problems = [...exports.problems, ...unfolded, ...untallied, ...unused]
    .filter(({ code }) => plan !== null || !GUESSED.has(code))
    .sort(byPlace);
  const recognised = folded.flatMap(({ files }) => files.map((one) => one.recognised));
  return {
    plan,
    inputs: inputsOf(exports.opened, folded),
    failOn,
    exit: validationExit(problems, failOn),
    problems,
    senders: senders ? await sendersOf(problems, recognised, directory) : new Map(),
  };
}

/** What only a plan can know. Without one the year is a guess, a level may have two names, and no source is chosen. */
const GUESSED: ReadonlySet<ProblemCode> = new Set([
  "dates-outside",
  "other-year",
  "level-disagrees",
  "measure-two-sources",
]);
