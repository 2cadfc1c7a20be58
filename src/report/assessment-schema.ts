import { z } from "zod";
import { EXIT_CODES } from "../exit-code.ts";
import { EXIT_REASONS, FAIL_ON, FLAGS, OPERATORS, REASONS, TASK_STATES, VERDICTS } from "../model.ts";
import { count, date, input, period, planInForce, problem, tool } from "./document-schema.ts";

/** The document that the format `json` prints; for its JSON Schema and the tests alone, never loaded by a run. */

const options = z.strictObject({
  by: z.enum(["plan", "level", "unit"]).describe("How results are broken down."),
  incomplete: z.enum(["provisional", "no-data"]).describe("Whether an incomplete result has a verdict."),
  "keep-going": z.boolean().describe("Whether errors in the data stop every verdict, or only those they could change."),
  "as-of": date.nullable().describe("The day by which due dates are judged; null: the window's last."),
  "fail-on": z.enum(FAIL_ON).describe("From what on the exit code is not 0."),
});

const summary = z.strictObject({
  ...(Object.fromEntries(
    VERDICTS.map((verdict) => [verdict, count.describe(`How many targets are ${verdict}.`)]),
  ) as Record<(typeof VERDICTS)[number], typeof count>),
  "not-scored": count.describe("How many targets are not-scored, and all tasks."),
  waived: count.describe("How many misses are waived."),
});

const exit = z.strictObject({
  code: z.literal([...new Set(EXIT_REASONS.map((reason) => EXIT_CODES[reason]))]).describe("The process's exit code."),
  reason: z.enum(EXIT_REASONS).describe("Why it is this one."),
});

const formula = z.strictObject({
  numerator: z.string().describe("As the plan writes it; of a count, its value."),
  denominator: z.string().nullable().describe("As the plan writes it; null of a count."),
  values: z.record(z.string(), z.int()).describe("Each measure's count over the window."),
});

const target = z.strictObject({
  operator: z.enum(OPERATORS).describe("How the rate is compared."),
  value: z.string().describe("As the plan writes it, with % for a ratio; both ends joined by – for between."),
  due: date.describe("The last day by which it is to be reached."),
  document: z.string().nullable().describe("The number of the document that asks for it, or that withdrew it."),
});

const gap = z.strictObject({
  fixed: z.int().nullable().describe("What the numerator lacks (or exceeds) with the denominator as it is."),
  growing: z.int().nullable().describe("The same, where each addition counts in the denominator as well."),
});

const coverage = z.strictObject({
  basis: z
    .enum(["roster", "reporters", "whole"])
    .describe("Who is expected: the roster, whoever reported in the year, or the whole itself."),
  expected: count.describe("How many reporters are expected."),
  reported: count.describe("How many reported everything."),
  missing: z
    .array(
      z.strictObject({
        unit: z.string().nullable().describe("The code of a unit, or the id of a level; null: the whole."),
        periods: z.array(period).describe("For which it lacks figures."),
      }),
    )
    .describe("Who lacks figures, and when."),
});

export const result = z.strictObject({
  indicator: z.string().describe("The indicator's id."),
  group: z.string().nullable().describe("The id of its group."),
  name: z.string().describe("Its name, in the language asked for."),
  text: z.string().nullable().describe("The plan's own words."),
  note: z.string().nullable().describe("What in the formula is a reading of the plan."),
  excludes: z.string().nullable().describe("What the formula leaves out."),
  scope: z
    .enum(["target", "breakdown"])
    .describe("target: what the plan asks; breakdown: a part of it, which decides nothing."),
  level: z.string().nullable().describe("The level it is of."),
  unit: z.string().nullable().describe("The code of the unit it is of."),
  verdict: z.enum(VERDICTS).describe("The verdict."),
  reason: z.enum(REASONS).nullable().describe("Why it is neither met nor missed."),
  flags: z.array(z.enum(FLAGS)).describe("What a reader must know beside the verdict."),
  formula: formula.describe("What was computed, and from which counts."),
  numerator: z.int().nullable().describe("Of a ratio, exact."),
  denominator: z.int().nullable().describe("Of a ratio, exact."),
  value: z.int().nullable().describe("Of a count, which has no numerator and denominator."),
  percent: z
    .string()
    .regex(/^-?\d+\.\d{2,}$/)
    .nullable()
    .describe("The percent to show, with a point; to compute, divide the two integers."),
  target: target.nullable().describe("What the plan asks."),
  gap: gap.nullable().describe("How much a miss lacks."),
  headroom: z.int().nullable().describe("How many the numerator may lose (or gain) and still meet the target."),
  waiver: z
    .strictObject({
      until: period.describe("The last period for which it holds; of several waivers, the first to end."),
      reason: z.string().describe("Why the miss is waived."),
      document: z.string().describe("The decision that waives it."),
      without: z
        .array(
          z.strictObject({
            level: z.string().nullable().describe("The id of a level that is waived."),
            unit: z.string().nullable().describe("The code of an agency that is waived."),
          }),
        )
        .describe("The parts that are waived, and without whose figures the target would be met; none: all of it is."),
    })
    .nullable()
    .describe("The waiver of a miss."),
  coverage: coverage.describe("Who reported, of those expected."),
});

const task = z.strictObject({
  task: z.string().describe("The task's id."),
  group: z.string().nullable().describe("The id of its group."),
  name: z.string().describe("Its name, in the language asked for."),
  text: z.string().nullable().describe("The plan's own words."),
  state: z.enum(TASK_STATES).nullable().describe("Its state in the window's last period; null: not reported."),
  percent: z.number().min(0).nullable().describe("How much of it is done."),
  evidence: z.string().nullable().describe("What the report names as evidence."),
});

const names = z.record(
  z.string(),
  z.strictObject({ vi: z.string().describe("In Vietnamese."), en: z.string().describe("In English.") }),
);

/** `chitieu/assessment@1` */
export const assessmentSchema = z
  .strictObject({
    format: z.literal("chitieu/assessment@1").describe("The format of this document."),
    tool: tool.describe("What wrote it."),
    plan: planInForce.nullable().describe("The plan; null where none could be read."),
    period: period.nullable().describe("The period assessed; null where there is none."),
    window: z
      .strictObject({
        mode: z.enum(["year-to-date", "period"]).describe("The year up to the period's end, or the period alone."),
        periods: z.array(period).describe("What it covers, as quarters and months."),
      })
      .describe("What the verdicts look at."),
    options: options.describe("The options of the run."),
    inputs: z.array(input).describe("The files that were read, in order."),
    summary: summary.describe("How many targets have each verdict."),
    exit: exit.describe("What the run ended with."),
    results: z.array(result).describe("One for each target, and its breakdown; empty where nothing was assessed."),
    tasks: z.array(task).describe("What the plan asks for without a number."),
    names: z
      .strictObject({
        levels: names.describe("Of the plan's levels, by id."),
        measures: names.describe("Of its measures, by id."),
        indicators: names.describe("Of its indicators, by id."),
        tasks: names.describe("Of its tasks, by id."),
      })
      .optional()
      .describe("What the plan calls things, in both languages."),
    units: z
      .record(
        z.string(),
        z.strictObject({
          name: z.string().describe("The unit's name."),
          level: z.string().nullable().describe("The id of its level; of the last, where it held several."),
          terms: z
            .array(
              z.strictObject({
                level: z.string().nullable().describe("The id of its level in that time."),
                parent: z.string().nullable().describe("The code of the unit above it."),
                from: date.nullable().describe("Its first day; null: without beginning."),
                until: date.nullable().describe("Its last day; null: without end."),
              }),
            )
            .optional()
            .describe("What it is when, where the roster says that."),
        }),
      )
      .describe("The units that results name, by code."),
    problems: z.array(problem).describe("Everything that is wrong or worth knowing, in order of place."),
  })
  .meta({ title: "chitieu assessment", description: "The verdicts of a plan over its data." });
