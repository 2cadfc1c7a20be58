import { z } from "zod";
import { ACCUMULATIONS } from "../model.ts";
import { date, flag, id, measureName, name, period, text, texts, wholeNumber } from "../yaml/scalars.ts";

const amount = z.string().describe("A percent with its sign for a ratio (80%), a plain number for a count (982).");
const range = z.array(amount).length(2, { error: "pair" });

const operators = {
  "at-least": amount.optional().describe("The rate may not be lower."),
  "more-than": amount.optional().describe("The rate must be higher."),
  "at-most": amount.optional().describe("The rate may not be higher."),
  "less-than": amount.optional().describe("The rate must be lower."),
  exactly: amount.optional(),
  between: range.optional().describe("Both ends included: [8.3%, 8.5%]."),
  by: period.optional().describe("The target is due at the end of this period; without it, at the end of the year."),
  milestones: z
    .record(period, z.union([amount, range]))
    .optional()
    .describe("Earlier values, each until the end of a period."),
};
export const oneTarget = z.strictObject(operators);

/** One target for the whole, or one for each level; `units` for single agencies. */
const target = z
  .object({
    ...operators,
    units: z.record(z.string(), oneTarget).optional().describe("Targets of single agencies, by code."),
  })
  .catchall(oneTarget)
  .describe("An operator with its value, or level ids with a target each.");

const applies = z.strictObject({
  levels: texts.optional(),
  units: texts.optional(),
  from: period.optional(),
  until: period.optional(),
});

const described = {
  group: id.optional().describe("The group in which it stands."),
  vi: text,
  en: text,
  text: text.optional().describe("The plan's own words; parts that do not follow each other are joined by ` … `."),
  note: text.optional().describe("What in the formula is a reading of the plan, and why."),
  cites: texts.optional().describe("Documents other than the plan's own text that it comes from."),
};

const formula = text.describe("Measures and whole numbers, joined by + and -, with parentheses.");

export const indicatorSchema = z.strictObject({
  ...described,
  numerator: formula.optional(),
  denominator: formula.optional(),
  value: formula.optional().describe("A count instead of a ratio."),
  target,
  excludes: text.optional().describe("What the formula leaves out, in words that are printed with the rate."),
  applies: applies.optional().describe("Outside it the indicator is not applicable."),
  "low-base": wholeNumber.optional().describe("Below this denominator the result is flagged."),
  advisory: flag.optional().describe("Never decides the exit code."),
  "over-100": flag.optional().describe("The numerator may exceed the denominator."),
});

export const measureSchema = z.strictObject({
  vi: text,
  en: text,
  accumulate: z
    .enum(ACCUMULATIONS)
    .optional()
    .describe(
      "How it runs through the year: sum (a flow), first (an opening balance), last (a stock), distinct (a union of keys).",
    ),
  within: measureName.optional().describe("Of a distinct measure: the stock that limits it."),
  source: id.optional().describe("The one source that may supply it."),
  constant: wholeNumber.optional().describe("A count that the plan itself fixes."),
  because: text.optional().describe("Why it is fixed."),
});

/** A plan, as its YAML says it. */
export const planSchema = z.strictObject({
  format: z.literal("chitieu/plan@1"),
  id,
  number: text.optional(),
  title: text,
  issuer: text.optional(),
  issued: date.optional(),
  language: z.enum(["vi", "en"]).optional(),
  year: z.strictObject({
    label: z.string().regex(/^\d{4}$/, { error: "year" }),
    starts: date.refine((value) => Number(value.slice(8)) <= 28, { error: "day-28" }),
  }),
  levels: z
    .record(id, name.extend({ aliases: texts.optional().describe("Other spellings of the level in exports.") }))
    .optional(),
  units: text.optional().describe("A roster: a CSV with code, name, level and aliases, beside this file."),
  groups: z.record(id, name).optional(),
  measures: z.record(measureName, measureSchema),
  indicators: z.record(id, indicatorSchema),
  tasks: z.record(id, z.strictObject(described)).optional(),
});

export type PlanFile = z.output<typeof planSchema>;
export type TargetFile = z.output<typeof target>;
export type OneTargetFile = z.output<typeof oneTarget>;
