import { z } from "zod";
import { EXIT_CODES } from "../exit-code.ts";
import { DIFF_EXIT_REASONS, FLAGS, OPERATORS, REASONS, TASK_STATES, VERDICTS } from "../model.ts";
import { count, date, period, problem, tool } from "../report/document-schema.ts";
import { PLAN_PARTS, RESULT_CHANGES } from "./differences.ts";

/** `chitieu/diff@1`, which the format `json` prints; for its JSON Schema and the tests alone. */

const sides = <Schema extends z.core.$ZodType>(schema: Schema) => ({
  before: z.nullable(schema).describe("Before; null where there was none."),
  after: z.nullable(schema).describe("After; null where there is none."),
});

const result = z.strictObject({
  verdict: z.enum(VERDICTS).describe("The verdict."),
  reason: z.enum(REASONS).nullable().describe("Why it is neither met nor missed."),
  flags: z.array(z.enum(FLAGS)).describe("What a reader must know beside the verdict."),
  formula: z
    .strictObject({
      numerator: z.string().describe("As the plan writes it; of a count, its value."),
      denominator: z.string().nullable().describe("As the plan writes it; null of a count."),
      values: z.record(z.string(), z.int()).describe("Each measure's count over the window."),
    })
    .describe("What was computed, and from which counts."),
  numerator: z.int().nullable().describe("Of a ratio, exact."),
  denominator: z.int().nullable().describe("Of a ratio, exact."),
  value: z.int().nullable().describe("Of a count, which has no numerator and denominator."),
  percent: z.string().nullable().describe("The percent shown."),
  target: z
    .strictObject({
      operator: z.enum(OPERATORS).describe("How the rate is compared."),
      value: z.string().describe("As the plan writes it."),
      due: date.describe("The last day by which it is to be reached."),
      document: z.string().nullable().describe("The number of the document that asks for it."),
    })
    .nullable()
    .describe("What the plan asks."),
  coverage: z
    .strictObject({
      expected: count.describe("How many reporters are expected."),
      reported: count.describe("How many reported everything."),
    })
    .describe("Who reported."),
});

const input = z.strictObject({
  file: z.string().describe("Its path."),
  sheet: z.string().nullable().describe("The sheet, in a workbook."),
  sha256: z.string().nullable().describe("Of its bytes."),
  rows: count.describe("How many rows were read."),
  source: z.string().nullable().describe("The source as which it was recognised."),
  period: period.nullable().describe("The period that it states."),
});

const task = z.strictObject({
  state: z.enum(TASK_STATES).nullable().describe("Its state; null: not reported."),
  percent: z.number().nullable().describe("How much of it is done."),
  evidence: z.string().nullable().describe("What the report names as evidence."),
});

const unit = z.strictObject({
  name: z.string().describe("Its name."),
  level: z.string().nullable().describe("The id of its level."),
});

const found = z.strictObject({
  code: z.string().describe("What kind of problem."),
  severity: z.enum(["error", "warning", "note"]).describe("How grave it is."),
  message: z.string().describe("What is wrong, in the language asked for."),
  file: z.string().nullable().describe("The file it stands in."),
  sheet: z.string().nullable().describe("The sheet, in a workbook."),
  line: z.int().nullable().describe("The line, from 1."),
  column: z.int().nullable().describe("The character in the line, from 1."),
});

const whose = {
  level: z.string().nullable().describe("The level it is of."),
  unit: z.string().nullable().describe("The code of the unit it is of."),
};

const ofAssessments = {
  results: z
    .array(
      z.strictObject({
        indicator: z.string().describe("The indicator's id."),
        name: z.string().describe("Its name, in the language asked for."),
        scope: z.enum(["target", "breakdown"]).describe("target: what the plan asks; breakdown: a part of it."),
        ...whose,
        changes: z.array(z.enum(RESULT_CHANGES)).describe("Everything that changed, the gravest first."),
        ...sides(result),
      }),
    )
    .describe("Results that differ, the gravest first."),
  restated: z
    .array(
      z.strictObject({
        measure: z.string().describe("The measure."),
        ...whose,
        before: z.int().describe("Its count before."),
        after: z.int().describe("Its count after."),
        reported: z
          .strictObject({ before: count.describe("Before."), after: count.describe("After.") })
          .nullable()
          .describe("How many reported, where that changed: then the figure was completed."),
      }),
    )
    .describe("Counts of the same measure over the same time that are no longer the same."),
  about: z
    .array(z.strictObject({ field: z.string().describe("What of it."), ...sides(z.string()) }))
    .describe("Plan, period, window and options, where they differ."),
  inputs: z
    .array(
      z.strictObject({
        file: z.string().describe("Its path."),
        sheet: z.string().nullable().describe("The sheet, in a workbook."),
        change: z
          .enum(["new", "gone", "restated", "renamed", "changed"])
          .describe("restated: other bytes under the same name; renamed: the same bytes under another."),
        ...sides(input),
      }),
    )
    .describe("Files that differ."),
  tasks: z
    .array(
      z.strictObject({
        task: z.string().describe("The task's id."),
        name: z.string().describe("Its name, in the language asked for."),
        ...sides(task),
      }),
    )
    .describe("Tasks whose state differs."),
  units: z
    .array(z.strictObject({ unit: z.string().describe("The unit's code."), ...sides(unit) }))
    .describe("Units that only one of them names, or that are called differently."),
  "problems-new": z.array(found).describe("Problems that were not there before."),
  "problems-gone": z.array(found).describe("Problems that are no longer there."),
};

const changes = z
  .array(
    z.strictObject({
      part: z.enum(PLAN_PARTS).describe("What part of the plan."),
      id: z.string().describe("Its id; of a target, that of its indicator."),
      ...whose,
      change: z.enum(["new", "gone", "renamed", "changed"]).describe("What happened to it."),
      field: z.string().nullable().describe("Which field of it changed."),
      ...sides(z.string()),
    }),
  )
  .describe("Of plans: everything that differs.");

const lists = z.strictObject({ ...ofAssessments, changes }).partial().shape;

export const diffSchema = z
  .strictObject({
    format: z.literal("chitieu/diff@1").describe("The format of this document."),
    tool: tool.describe("What wrote it."),
    before: z.string().describe("What was compared, as it was named."),
    after: z.string().describe("With what, as it was named."),
    kind: z
      .enum(["assessments", "plans"])
      .nullable()
      .describe("What they are; null where they could not be compared. It decides which lists follow."),
    exit: z
      .strictObject({
        code: z
          .literal([...new Set(DIFF_EXIT_REASONS.map((reason) => EXIT_CODES[reason]))])
          .describe("The process's exit code."),
        reason: z.enum(DIFF_EXIT_REASONS).describe("Why it is this one."),
      })
      .describe("What the run ended with."),
    ...lists,
    problems: z.array(problem).describe("Why they could not be compared."),
  })
  .meta({ title: "chitieu diff", description: "What differs between two assessments, or two plans." });
