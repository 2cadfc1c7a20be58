import { z } from "zod";
import { EXIT_CODES } from "../exit-code.ts";
import { ACCUMULATIONS, LEFT_OUT_REASONS, ROW_FATES, TASK_STATES } from "../model.ts";
import { result } from "../report/assessment-schema.ts";
import { count, date, input, period, place, planInForce, problem, tool } from "../report/document-schema.ts";
import { EXPLAIN_EXIT_REASONS } from "./explanation.ts";

/** `chitieu/explanation@1`, which the format `json` prints; for its JSON Schema and the tests alone. */

const reporter = {
  unit: z.string().nullable().describe("The code of the unit it is of; null: a whole."),
  level: z.string().nullable().describe("The id of the level, of a level's whole."),
};
const measure = z.string().describe("The measure's name in the plan.");

const figure = z.strictObject({
  measure,
  ...reporter,
  period: period.describe("The period it is of."),
  count: count.describe("The count."),
  at: z.strictObject(place).describe("The row it comes from, or the first of several."),
});

const evidence = z.strictObject({
  measure,
  sources: z
    .array(
      z.strictObject({
        source: z.string().describe("The source's id."),
        rule: z.string().nullable().describe("How it makes the measure, in words; null where its rows name it."),
      }),
    )
    .describe("Which sources supply it, and how."),
  rows: count.describe("How many rows entered."),
  found: z
    .array(
      z.strictObject({
        ...reporter,
        period: period.describe("The period it counts for."),
        adds: count.nullable().describe("What it adds; null where it names what is counted once."),
        key: z.string().nullable().describe("What is counted once, of a distinct measure."),
        cells: z
          .array(z.strictObject({ ...place, text: z.string().describe("What is written there.") }))
          .describe("The cells that made it count."),
      }),
    )
    .describe("The rows that entered: the first, or with --all every one."),
  zeros: z.array(figure).describe("Figures of 0 that no row stands for."),
  uncounted: z
    .array(z.strictObject({ reason: z.enum(ROW_FATES).describe("Why."), rows: count.describe("How many rows.") }))
    .describe("Rows that count for nothing, by reason."),
});

const said = {
  id: z.string().describe("Its id."),
  group: z.string().nullable().describe("The id of its group."),
  name: z.string().describe("Its name, in the language asked for."),
  text: z.string().nullable().describe("The plan's own words."),
  note: z.string().nullable().describe("What in it is a reading of the plan."),
  cites: z.array(z.string()).describe("Documents other than the plan's own text that it comes from."),
};

const indicator = z.strictObject({
  ...said,
  excludes: z.string().nullable().describe("What the formula leaves out."),
  formula: z
    .strictObject({
      numerator: z.string().describe("As the plan writes it; of a count, its value."),
      denominator: z.string().nullable().describe("As the plan writes it; null of a count."),
    })
    .describe("What is computed."),
  level: z.string().nullable().describe("The level asked for."),
  unit: z.string().nullable().describe("The unit asked for."),
  results: z.array(result).describe("One for each target, or for the level or unit asked for."),
  measures: z
    .array(
      z.strictObject({
        measure,
        name: z.string().describe("Its name, in the language asked for."),
        accumulate: z.enum(ACCUMULATIONS).nullable().describe("How it runs through the year."),
        within: z.string().nullable().describe("The stock that limits a union."),
      }),
    )
    .describe("The measures whose figures decide it."),
  figures: z.array(figure).describe("The figures that entered."),
  totals: z
    .array(z.strictObject({ measure, ...reporter, count: count.describe("A sum, a stock, the size of a union.") }))
    .describe("What the figures of each reporter come to."),
  lacks: z
    .array(z.strictObject({ measure, ...reporter, periods: z.array(period).describe("When.") }))
    .describe("Who lacks which measure, and when."),
  "left-out": z
    .array(figure.extend({ reason: z.enum(LEFT_OUT_REASONS).describe("Why it did not enter.") }))
    .describe("Figures that did not enter."),
  evidence: z.array(evidence).describe("The rows and cells behind the figures, by measure."),
});

const state = z.enum(TASK_STATES);
const percent = z.number().min(0).nullable().describe("How much of it is done.");
const proof = z.string().nullable().describe("What the report names as evidence.");

const task = z.strictObject({
  ...said,
  state: state.nullable().describe("Its state in the window's last period; null: not reported."),
  percent,
  evidence: proof,
  reports: z
    .array(
      z.strictObject({
        period: period.describe("The period."),
        state: state.describe("The state then."),
        percent,
        evidence: proof,
        at: z.strictObject(place).describe("The row."),
      }),
    )
    .describe("Every report of it, in order."),
});

export const explanationSchema = z
  .strictObject({
    format: z.literal("chitieu/explanation@1").describe("The format of this document."),
    tool: tool.describe("What wrote it."),
    plan: planInForce.nullable().describe("The plan; null where none could be read."),
    period: period.nullable().describe("The period assessed; null where there is none."),
    window: z
      .strictObject({
        mode: z.enum(["year-to-date", "period"]).describe("The year up to the period's end, or the period alone."),
        periods: z.array(period).describe("What it covers, as quarters and months."),
      })
      .describe("What is looked at."),
    options: z
      .strictObject({
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
          .literal([...new Set(EXPLAIN_EXIT_REASONS.map((reason) => EXIT_CODES[reason]))])
          .describe("The process's exit code."),
        reason: z.enum(EXPLAIN_EXIT_REASONS).describe("Why it is this one."),
      })
      .describe("What the run ended with; a miss is no reason."),
    indicator: indicator.nullable().describe("The indicator; null where it is a task, or nothing was assessed."),
    task: task.nullable().describe("The task; null where it is an indicator, or nothing was assessed."),
    units: z
      .record(
        z.string(),
        z.strictObject({
          name: z.string().describe("The unit's name."),
          level: z.string().nullable().describe("The id of its level."),
        }),
      )
      .describe("The units that are named, by code."),
    problems: z.array(problem).describe("Everything that is wrong or worth knowing, in order of place."),
  })
  .meta({ title: "chitieu explanation", description: "The arithmetic and the cells behind one indicator of a plan." });
