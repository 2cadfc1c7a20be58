import { z } from "zod";
import { EXIT_CODES } from "../exit-code.ts";
import { VALIDATION_EXIT_REASONS, VALIDATION_FAIL_ON } from "../model.ts";
import { count, input, plan, problem, tool } from "../report/document-schema.ts";

/** `chitieu/validation@1`, which the format `json` prints; for its JSON Schema and the tests alone. */
export const validationSchema = z
  .strictObject({
    format: z.literal("chitieu/validation@1").describe("The format of this document."),
    tool: tool.describe("What wrote it."),
    plan: plan.nullable().describe("The plan that the data were read for; null where they were read alone."),
    options: z
      .strictObject({ "fail-on": z.enum(VALIDATION_FAIL_ON).describe("From what on the exit code is not 0.") })
      .describe("The options of the run."),
    inputs: z.array(input).describe("The files that were read, in order."),
    summary: z
      .strictObject({
        files: count.describe("How many files were read."),
        rows: count.describe("How many rows were read below their headers."),
        errors: count.describe("How many problems are errors."),
        warnings: count.describe("How many are warnings."),
        notes: count.describe("How many are notes."),
      })
      .describe("How much was read and how much of it is wrong."),
    exit: z
      .strictObject({
        code: z
          .literal([...new Set(VALIDATION_EXIT_REASONS.map((reason) => EXIT_CODES[reason]))])
          .describe("The process's exit code."),
        reason: z.enum(VALIDATION_EXIT_REASONS).describe("Why it is this one."),
      })
      .describe("What the run ended with."),
    problems: z.array(problem).describe("Everything that is wrong or worth knowing, in order of place."),
  })
  .meta({ title: "chitieu validation", description: "What is wrong with exports, and where." });
