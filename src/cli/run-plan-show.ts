import { planDocument } from "../describe/plan-documents.ts";
import { planMarkdown } from "../describe/plan-markdown.ts";
import { showPlan } from "../describe/show-plan.ts";
import { EXIT_CODES } from "../exit-code.ts";
import { version } from "../version.ts";
import { namedPlan } from "./named-plan.ts";
import type { ShowPlanOptions } from "./plan-command.ts";
import { speak } from "./speak.ts";
import type { Io } from "./io.ts";

/** Shows one plan. */
export async function runPlanShow(named: string | undefined, options: ShowPlanOptions, io: Io): Promise<number> {
  return speak({ ...options, plan: named }, io, async (config, locale, spoken) => {
    const plan = spoken ?? (await namedPlan(named ?? config.plan, io.cwd, "argument"));
    const rendered = {
      text: () => showPlan(plan, locale, io.width),
      markdown: () => planMarkdown(plan, locale),
      json: () => planDocument(plan, version),
    } as const;
    io.stdout(rendered[options.format]());
    return EXIT_CODES["no-errors"];
  });
}
