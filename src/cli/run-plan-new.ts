import { EXIT_CODES } from "../exit-code.ts";
import { ProblemError } from "../problem/problem.ts";
import type { NewPlanOptions } from "./plan-command.ts";
import { speak } from "./speak.ts";
import { writeNewFile } from "./write-output.ts";
import type { Io } from "./io.ts";

/** Writes a new plan and a form for its counts, and names them; nothing that is there is written over. */
export async function runPlanNew(file: string, { lang, ...request }: NewPlanOptions, io: Io): Promise<number> {
  return speak({ ...(lang && { lang }) }, io, async (_, locale) => {
    const { newPlan } = await import("../new-plan.ts");
    const { plan, files } = await newPlan(file, request, io.cwd);
    for (const { file: name, content } of files) {
      const unwritten = writeNewFile(name, content, io.cwd);
      if (unwritten !== null) throw new ProblemError([unwritten]);
      io.stdout(`${name}\n`);
    }
    io.stdout(`${locale.plans.sizes(plan.indicators.length, plan.tasks.length)}\n`);
    return EXIT_CODES["no-errors"];
  });
}
