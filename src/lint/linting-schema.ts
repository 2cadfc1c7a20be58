import { z } from "zod";
import { EXIT_CODES } from "../exit-code.ts";
import { LINT_EXIT_REASONS, VALIDATION_FAIL_ON } from "../model.ts";
import { count, problem, tool } from "../report/document-schema.ts";

/** `chitieu/linting@1`, which the format `json` prints; for its JSON Schema and the tests alone. */
export const lintingSchema = z
  .strictObject({
    format: z.literal("chitieu/linting@1").describe("The format of this document."),
    tool: tool.describe("What wrote it."),
    options: z
      .strictObject({ "fail-on": z.enum(VALIDATION_FAIL_ON).describe("From what on the exit code is not 0.") })
      .describe("The options of the run."),
    plans: z
      .array(
        z.strictObject({
          named: z.string().describe("As the command or chitieu.yaml names it: a shipped id, or a file."),
          id: z.string().nullable().describe("The plan's id; null where it is not valid."),
        }),
      )
      .describe("The plans that were looked through, in order."),
    summary: z
      .strictObject({
        plans: count.describe("How many plans were looked through."),
        errors: count.describe("How many problems are errors: with one, a plan is not valid."),
        warnings: count.describe("How many are warnings: what may be meant otherwise than it is written."),
        notes: count.describe("How many are notes."),
      })
      .describe("How much of them is wrong or doubtful."),
    exit: z
      .strictObject({
        code: z
          .literal([...new Set(LINT_EXIT_REASONS.map((reason) => EXIT_CODES[reason]))])
          .describe("The process's exit code."),
        reason: z.enum(LINT_EXIT_REASONS).describe("Why it is this one."),
      })
      .describe("What the run ended with."),
    problems: z.array(problem).describe("Everything that is wrong or doubtful, plan by plan in order of place."),
  })
  .meta({ title: "chitieu linting", description: "What is wrong with plans, and what is doubtful in them." });
