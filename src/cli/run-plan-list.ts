import type { Config } from "../config/config.ts";
import { listPlans } from "../describe/list-plans.ts";
import type { NamedPlan } from "../describe/list-plans.ts";
import { plansDocument } from "../describe/plan-documents.ts";
import { EXIT_CODES } from "../exit-code.ts";
import { loadPlan, shippedPlanIds } from "../load.ts";
import { version } from "../version.ts";
import type { PlanOptions } from "./plan-command.ts";
import { speak } from "./speak.ts";
import type { Io } from "./io.ts";

/** Lists the plans known. */
export async function runPlanList(options: PlanOptions, io: Io): Promise<number> {
  return speak(options, io, async (config, locale) => {
    const plans = await knownPlans(config, io.cwd);
    io.stdout(options.format === "json" ? plansDocument(plans, version) : listPlans(plans, locale, io.width));
    return EXIT_CODES["no-errors"];
  });
}

/** The one that the config names, then the shipped ones. */
async function knownPlans({ plan }: Config, cwd: string): Promise<readonly NamedPlan[]> {
  const own = plan === null || shippedPlanIds.includes(plan) ? [] : [plan];
  return Promise.all(
    [...own, ...shippedPlanIds].map(async (named) => ({ named, plan: await loadPlan(named, { cwd }) })),
  );
}
