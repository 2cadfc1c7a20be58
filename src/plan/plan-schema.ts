import { z } from "zod";
import { ACCUMULATIONS } from "../model.ts";
import { unknownKey } from "../yaml/check-shape.ts";
import {
  date,
  flag,
  id,
  isMap,
  measureName,
  name,
  period,
  periodOrDate,
  text,
  texts,
  wholeNumber,
} from "../yaml/scalars.ts";

const amount = z
  .string()
  .describe("A percent with its sign for a ratio (80%), a plain number for a count (982).")
  .meta({ type: ["string", "number"], minimum: 0, pattern: String.raw`^\d+(\.\d+)?\s*%?$`, examples: ["80%"] });
const range = z.array(amount, { error: "pair" }).length(2, { error: "pair" });

const operators = {
  "at-least": amount.optional().describe("The rate, or the count, may not be lower."),
  "more-than": amount.optional().describe("The rate, or the count, must be higher."),
  "at-most": amount.optional().describe("The rate, or the count, may not be higher."),
  "less-than": amount.optional().describe("The rate, or the count, must be lower."),
  exactly: amount.optional().describe("The rate, or the count, must be this one."),
  between: range.optional().describe("Two ends, both included: [8.3%, 8.5%]."),
  by: periodOrDate
    .optional()
    .describe("The target is due at the end of this period, or on this day; without it, at the end of the year."),
  milestones: z
    .record(period, z.union([amount, range]))
    .optional()
    .describe("What is asked before, each value until the end of a period: { 2022-Q2: 50%, 2022-Q3: 65% }."),
};
/**
 * Where a level's target should stand, and a value does or periods do, an operator or `milestones` is misspelt; or else
 * an amount lacks its operator.
 */
const noLevel = (issue: { readonly code: string; readonly keys?: readonly string[]; readonly input?: unknown }) => {
  const isMisspelt =
    issue.code === "invalid_type" || (issue.keys?.every((key) => period.safeParse(key).success) ?? false);
  const isAmount = typeof issue.input === "string" && /^[\d.,]+\s*%?$/.test(issue.input);
  return isMisspelt ? unknownKey(Object.keys(operators), isAmount ? "target" : null) : undefined;
};

const oneTarget = z
  .strictObject(operators, { error: noLevel })
  .describe("An operator with its value, and when it is due.");

/** One target for the whole, or one for each level; `units` for single agencies. */
const target = z
  .object(
    {
      ...operators,
      units: z.record(z.string(), oneTarget).optional().describe("Targets of single agencies, by code."),
    },
    { error: isMap("target") },
  )
  .catchall(oneTarget)
  .describe("An operator with its value, or level ids with a target each.");

const applies = z.strictObject(
  {
    levels: texts.optional().describe("The levels to which it applies."),
    units: texts.optional().describe("The codes of the agencies to which it applies."),
    from: period.optional().describe("The first period for which it applies."),
    until: period.optional().describe("The last period for which it applies."),
  },
  { error: isMap("applies") },
);

const described = {
  group: id.optional().describe("The group in which it stands."),
  vi: text.optional().describe("Its name in Vietnamese."),
  en: text.optional().describe("Its name in English."),
  text: text.optional().describe("The plan's own words; parts that do not follow each other are joined by ` … `."),
  note: text.optional().describe("What in the formula is a reading of the plan, and why."),
  cites: texts.optional().describe("Documents other than the plan's own text that it comes from."),
};

const formula = text
  .describe("Measures and whole numbers, joined by + and -, with parentheses.")
  .meta({ examples: ["documents.exchanged - documents.secret"] });

const indicatorKeys = {
  ...described,
  numerator: formula.optional().describe("What is counted, of a ratio: measures and whole numbers with + and -."),
  denominator: formula.optional().describe("What it is counted of: measures and whole numbers with + and -."),
  value: formula.optional().describe("A count instead of a ratio: measures and whole numbers with + and -."),
  target,
  excludes: text.optional().describe("What the formula leaves out, in words that are printed with the rate."),
  applies: applies.optional().describe("Outside it the indicator is not applicable."),
  "low-base": wholeNumber.optional().describe("Below this denominator the result is flagged."),
  advisory: flag.optional().describe("true: it never decides the exit code."),
  "over-100": flag.optional().describe("true: the numerator may exceed the denominator."),
};
const indicator = z.strictObject(indicatorKeys).describe("What is measured: a ratio of counts, or a count.");
const indicatorChange = z
  .strictObject({ ...indicatorKeys, target: target.optional() })
  .describe("The keys that the decision changes, each as it reads from then on; the others stay as they are.");

const amendment = z
  .strictObject({
    number: text.describe("The decision's number, such as 1500/QĐ-UBND."),
    title: text.optional().describe("The decision's title."),
    issuer: text.optional().describe("Who issued it."),
    issued: date.describe("When it was issued."),
    effective: period.describe("The first period that is held against what it says."),
    changed: z.record(id, indicatorChange).optional().describe("Indicators of the plan that it changes, by id."),
    added: z.record(id, indicator).optional().describe("Indicators that it adds, each complete."),
    withdrawn: texts.optional().describe("Ids of indicators that it withdraws: they are not applicable from then on."),
  })
  .describe("A later decision that changes the plan.");

const waiver = z
  .strictObject({
    indicator: id.describe("The indicator whose misses are waived."),
    level: id.optional().describe("The level for which they are; without it, and without unit, for all."),
    unit: text.optional().describe("The code of the agency for which they are."),
    until: period.describe("The last period for which it holds."),
    reason: text.describe("Why; it is printed with every miss that it waives."),
    document: text.describe("The number of the decision that grants it."),
  })
  .describe("A decision that misses do not count until the end of a period. They stay misses.");

const measure = z
  .strictObject(
    {
      vi: text.optional().describe("Its name in Vietnamese."),
      en: text.optional().describe("Its name in English."),
      accumulate: z
        .enum(ACCUMULATIONS)
        .optional()
        .describe(
          "How it runs through the year: sum (a flow, and so unless said otherwise), first (an opening balance), last (a stock), distinct (a union of keys).",
        ),
      within: measureName.optional().describe("Of a distinct measure: the stock whose keys limit it."),
      source: id.optional().describe("The one source that may supply it."),
      constant: wholeNumber.optional().describe("A count that the plan itself fixes."),
      because: text.optional().describe("Why it is fixed."),
    },
    { error: isMap("names") },
  )
  .describe("A named count that indicators are made of.");

const year = z.strictObject(
  {
    label: z
      .string()
      .regex(/^\d{4}$/, { error: "year" })
      .describe("The year as periods name it: 2022 in 2022-Q1.")
      .meta({ type: ["string", "integer"], minimum: 1000, maximum: 9999, examples: ["2022"] }),
    starts: date
      .refine((value) => Number(value.slice(8)) <= 28, { error: "day-28" })
      .describe("Its first day, up to the 28th of a month: 2021-12-15 where quarters close on the 14th."),
  },
  { error: isMap("year-map") },
);

/** A plan, as its YAML says it. */
export const planSchema = z
  .strictObject({
    format: z.literal("chitieu/plan@1").describe("The format of this file."),
    id: id.describe("A name for commands: letters, digits, - and _, beginning with a letter."),
    number: text.optional().describe("The document's number, such as 367/KH-UBND."),
    title: text.describe("The document's title."),
    issuer: text.optional().describe("Who issued it."),
    issued: date.optional().describe("When it was issued."),
    language: z.enum(["vi", "en"]).optional().describe("The language of its reports, unless another is asked for."),
    year: year.describe("The year that it plans."),
    levels: z
      .record(
        id,
        name
          .extend({ aliases: texts.optional().describe("Other spellings of the level in exports.") })
          .describe("A level's names."),
      )
      .optional()
      .describe("The levels of agencies, by ids of your choice: tinh, huyen, xa."),
    units: text
      .optional()
      .describe(
        "A roster beside this file: a CSV with code, name and level; where they matter, aliases, from, until and parent.",
      ),
    groups: z
      .record(id, name.describe("A group's names."))
      .optional()
      .describe("Headings under which indicators and tasks stand, in order."),
    measures: z.record(measureName, measure).describe("The counts that its indicators are made of."),
    indicators: z.record(id, indicator).describe("What it measures, each with its target."),
    tasks: z
      .record(
        id,
        z
          .strictObject(described, { error: isMap("names") })
          .describe("A task without a number: shown with its state, never scored."),
      )
      .optional()
      .describe("What it asks for without a number."),
    amendments: z
      .array(amendment)
      .optional()
      .describe("Later decisions that change the plan, in the order in which they take effect."),
    waivers: z.array(waiver).optional().describe("Decisions that misses do not count for a time."),
  })
  .meta({
    title: "chitieu plan",
    description: "A government plan's targets: what is measured, and what is asked of it.",
  });

export type PlanFile = z.output<typeof planSchema>;
export type IndicatorFile = z.output<typeof indicator>;
export type IndicatorChangeFile = z.output<typeof indicatorChange>;
export type AmendmentFile = z.output<typeof amendment>;
export type WaiverFile = z.output<typeof waiver>;
export type TargetFile = z.output<typeof target>;
export type OneTargetFile = z.output<typeof oneTarget>;
