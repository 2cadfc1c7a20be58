import { EXIT_CODES } from "../exit-code.ts";
import { ProblemError } from "../problem/problem.ts";
import type { NewPlanOptions } from "./plan-command.ts";
import { speak } from "./speak.ts";
import { reportProblems } from "./report-problems.ts";
import { writeNewFiles } from "./write-output.ts";
import type { Io } from "./io.ts";

/** Writes a new plan and a form for its counts, and names them; nothing that is there is written over. */
export async function runPlanNew(file: string, { lang, ...request }: NewPlanOptions, io: Io): Promise<number> {
  return speak({ ...(lang && { lang }), plan: request.from }, io, async (_, locale) => {
    const { newPlan } = await import("../new-plan.ts");
    const { plan, files, problems } = await newPlan(file, request, io.cwd);
    const unwritten = writeNewFiles(files, io.cwd);
    if (unwritten.length > 0) throw new ProblemError(unwritten);
    if (problems.length > 0) await reportProblems(problems, { language: locale.language, colour: true }, io);
    for (const { file: name } of files) io.stdout(`${name}\n`);
    io.stdout(`${locale.plans.sizes(plan.indicators.length, plan.tasks.length)}\n`);
    return EXIT_CODES["no-errors"];
  });
}
