import { z } from "zod";
import { EXIT_CODES } from "../exit-code.ts";
import { FLAGS, REASONS, TREND_EXIT_REASONS, UNPROJECTED, VERDICTS } from "../model.ts";
import { result } from "../report/assessment-schema.ts";
import { count, date, input, period, planInForce, problem, tool } from "../report/document-schema.ts";

/** `chitieu/trend@1`, which the format `json` prints; for its JSON Schema and the tests alone. */

const percent = z.string().regex(/^-?\d+\.\d{2,}$/);

const { target, waiver } = result.shape;

const point = z.strictObject({
  verdict: z.enum(VERDICTS).describe("The verdict."),
  reason: z.enum(REASONS).nullable().describe("Why it is neither met nor missed."),
  flags: z.array(z.enum(FLAGS)).describe("What a reader must know beside the verdict."),
  numerator: z.int().nullable().describe("Of a ratio, exact."),
  denominator: z.int().nullable().describe("Of a ratio, exact."),
  value: z.int().nullable().describe("Of a count, which has no numerator and denominator."),
  percent: percent.nullable().describe("The percent to show, with a point; to compute, divide the two integers."),
  target: target.describe("What the plan asked at the end of this period."),
  waiver: waiver.describe("The waiver of a miss."),
});

const projection = z
  .strictObject({
    method: z
      .literal("average-of-periods")
      .describe("The average of the complete periods, times the periods of the year."),
    periods: count.describe("From how many complete periods it was made."),
    numerator: z.int().describe("At the year's end, rounded half up; of a count, its value."),
    denominator: z.int().nullable().describe("The same; null of a count."),
    percent: percent.nullable().describe("The rate at the year's end, before the counts were rounded."),
    met: z.boolean().describe("Whether the target at the year's end would be met."),
  })
  .nullable();

const row = z.strictObject({
  indicator: z.string().describe("The indicator's id."),
  group: z.string().nullable().describe("The id of its group."),
  name: z.string().describe("Its name, in the language asked for."),
  scope: z.enum(["target", "breakdown"]).describe("target: what the plan asks; breakdown: a part of it."),
  level: z.string().nullable().describe("The level it is of."),
  unit: z.string().nullable().describe("The code of the unit it is of."),
  target: target.describe("What the plan asks at the end of the last period."),
  "final-target": target.describe("What it asks at the end of the year, where milestones lead up to it."),
  points: z
    .array(
      z.strictObject({
        period: period.describe("The period."),
        "in-period": point.describe("The period alone."),
        "to-date": point.describe("The year up to its end."),
      }),
    )
    .describe("One for each period."),
  projection: projection.describe("What the year would end with if it went on like this; it touches no verdict."),
  unprojected: z
    .enum(UNPROJECTED)
    .nullable()
    .describe("Why there is no projection; null where there is one, or nothing could be held against a target."),
  needed: z
    .strictObject({
      percent: percent.describe("Rounded up, so that it is enough."),
      reachable: z.boolean().describe("Whether a rate can be that high."),
    })
    .nullable()
    .describe("For a miss, the rate that the periods left have to reach, with denominators as before on average."),
});

export const trendSchema = z
  .strictObject({
    format: z.literal("chitieu/trend@1").describe("The format of this document."),
    tool: tool.describe("What wrote it."),
    plan: planInForce.nullable().describe("The plan; null where none could be read."),
    period: period.nullable().describe("The last period; null where there is none."),
    periods: z.array(period).describe("The periods side by side, in order."),
    options: z
      .strictObject({
        by: z.enum(["plan", "level", "unit"]).describe("How targets are broken down."),
        incomplete: z.enum(["provisional", "no-data"]).describe("Whether an incomplete result has a verdict."),
        "keep-going": z
          .boolean()
          .describe("Whether errors in the data stop everything, or only what they could change."),
        "as-of": date.nullable().describe("The day by which due dates are judged; null: the window's last."),
      })
      .describe("The options of the run."),
    inputs: z.array(input).describe("The files that were read, in order."),
    exit: z
      .strictObject({
        code: z
          .literal([...new Set(TREND_EXIT_REASONS.map((reason) => EXIT_CODES[reason]))])
          .describe("The process's exit code."),
        reason: z.enum(TREND_EXIT_REASONS).describe("Why it is this one."),
      })
      .describe("What the run ended with; a miss is no reason."),
    rows: z.array(row).describe("One for each target, and its breakdown; empty where nothing was assessed."),
    units: z
      .record(
        z.string(),
        z.strictObject({
          name: z.string().describe("The unit's name."),
          level: z.string().nullable().describe("The id of its level."),
        }),
      )
      .describe("The units that rows name, by code."),
    problems: z.array(problem).describe("Everything that is wrong or worth knowing, in order of place."),
  })
  .meta({ title: "chitieu trend", description: "A plan's targets over the periods of its year." });
