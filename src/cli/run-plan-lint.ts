import { EXIT_CODES } from "../exit-code.ts";
import { lint } from "../lint.ts";
import { LINT_FORMATS } from "../lint/formats.ts";
import { renderLinting } from "../lint/render-linting.ts";
import { shippedPlanIds } from "../load.ts";
import type { Linting } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { ownSources } from "./known-sources.ts";
import type { LintPlanOptions } from "./plan-command.ts";
import { pickLanguage } from "./pick-language.ts";
import { readConfig } from "./read-config.ts";
import { NO_CONFIG } from "../config/config.ts";
import type { Io } from "./io.ts";

/** Looks through plans, prints what is wrong or doubtful, and returns the exit code. */
export async function runPlanLint(named: readonly string[], options: LintPlanOptions, io: Io): Promise<number> {
  const { format, failOn = "error", lang } = options;
  let config = NO_CONFIG;
  let linting: Linting;
  try {
    config = await readConfig(io.cwd);
    const plans = named.length > 0 ? named : [config.plan ?? ""].filter((plan) => plan !== "");
    if (plans.length === 0) throw new ProblemError([problem("plan-not-named", { shipped: shippedPlanIds })]);
    linting = await lint({ plans, sources: await ownSources(config, io.cwd), failOn, cwd: io.cwd });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    linting = notLinted(error.problems, failOn);
  }
  const spoken = pickLanguage({ wanted: lang ?? config.language, plan: null, env: io.env });
  const language = LINT_FORMATS[format].machine ? (lang ?? "en") : spoken;
  io.stdout(await renderLinting(linting, format, { language, colour: options.color && io.colours("stdout") }));
  return linting.exit.code;
}

/** The same document of a run that could not begin. */
function notLinted(problems: readonly Problem[], failOn: Linting["failOn"] = "error"): Linting {
  return { plans: [], failOn, exit: { code: EXIT_CODES["wrong-usage"], reason: "wrong-usage" }, problems };
}
