import { z } from "zod";
import { COLUMN_TYPES, ENCODINGS, ROW_KINDS } from "../model.ts";
import { columnName, flag, id, measureName, name, text, texts, wholeNumber } from "../yaml/scalars.ts";

/** A token of a cell; it may be empty. */
const token = z.string().meta({ type: ["string", "number", "boolean", "null"] });
const tokens = z.union([token, z.array(token)]).transform((value) => (typeof value === "string" ? [value] : value));

const column = z
  .strictObject({
    header: z
      .array(text)
      .min(1, { error: "list" })
      .describe("The spellings of its header; under stacked headers the end of the path: `đã giải quyết > Quá hạn`."),
    number: wholeNumber.optional().describe("Its number in the row of column numbers of an official form."),
    rate: text
      .optional()
      .describe(
        "In a percent column: what it is the ratio of, `online / received` or `(early + on_time) / settled`. Checked, never used.",
      ),
    type: z.enum(COLUMN_TYPES).optional().describe("text (unless said otherwise), count, percent or date."),
    values: z
      .record(z.string(), tokens)
      .optional()
      .describe("Categories with their spellings; any other text is an error."),
    missing: tokens.optional().describe("Texts that mean: nothing is reported."),
    zero: tokens.optional().describe("Texts that mean: none."),
    optional: flag.optional().describe("true: files may lack it."),
  })
  .describe(
    "A column, by a name of the source's own; unit, level, period, key and measure are the ones with a meaning.",
  );

const comparison = z.strictObject({
  "at-least": token.optional().describe("The count may not be lower."),
  "more-than": token.optional().describe("The count must be higher."),
  "at-most": token.optional().describe("The count may not be higher."),
  "less-than": token.optional().describe("The count must be lower."),
  exactly: token.optional().describe("The count must be this one."),
});
const where = z.record(columnName, z.union([token, z.array(token), comparison]));
const rowPeriod = columnName.optional().describe("The date column that decides the period, if dates do.");
const rowWhere = where
  .optional()
  .describe("Which rows: a category (or several) of a column, or a comparison of its count.");

const rule = z.union([
  text.describe("In unit rows: a sum of columns, such as `online + direct`."),
  z.strictObject({
    count: z
      .union([z.literal("all"), where])
      .describe("How many rows: all, or those with a category (or several) of a column or a comparison of its count."),
    period: rowPeriod,
  }),
  z.strictObject({
    sum: columnName.describe("The sum of a count column."),
    where: rowWhere,
    period: rowPeriod,
  }),
  z.strictObject({
    distinct: columnName.describe("How many different texts of a column."),
    where: rowWhere,
    period: rowPeriod,
  }),
]);

/** The format of an export, as its YAML says it. */
export const sourceSchema = z
  .strictObject({
    format: z.literal("chitieu/source@1").describe("The format of this file."),
    id: id.describe("A name for commands: letters, digits, - and _, beginning with a letter."),
    system: text.optional().describe("The system that writes the export."),
    name: name.optional().describe("What the export is called."),
    note: text.optional().describe("What a reader of the figures should know."),
    rows: z
      .enum(ROW_KINDS)
      .describe("What a row is: unit (an agency), count, record (a dossier, a service …) or task."),
    columns: z.record(columnName, column).describe("The columns that matter; others are passed over."),
    key: texts.optional().describe("The column, or columns, that name a record."),
    covers: z.literal("all").optional().describe("all: units without a row have none of what the export lists."),
    by: z.enum(["month", "quarter"]).optional().describe("The periods into which dates fall; quarters otherwise."),
    level: id.optional().describe("The level of every unit in it."),
    form: z
      .strictObject({
        number: text.describe("As it is cited, such as II.06a/VPCP/KSTT."),
        "issued-by": text.optional().describe("The document that issued it."),
      })
      .optional()
      .describe("The official form that the export is."),
    encoding: z.enum(ENCODINGS).optional().describe("Of files that do not say it themselves; utf-8 otherwise."),
    cumulative: flag.optional().describe("true: each file holds the year up to the end of its period."),
    "unit-of": z
      .literal("file")
      .optional()
      .describe("file: a file is of one unit, which a title, the file's name or its folder names."),
    sections: z
      .strictObject({
        level: z.record(id, texts).describe("Level ids with the spellings of the headings that stand for them."),
      })
      .optional()
      .describe("Rows that stand as headings over others, and set their level."),
    ignore: texts.optional().describe("What a row begins with that repeats a part of the row above: [trong đó]."),
    balance: texts
      .optional()
      .describe(
        "What has to be equal in every row: `total = online + direct`; over periods: `carried = previous pending`.",
      ),
    totals: texts
      .optional()
      .describe(
        "What stands for the unit where a row is a total. In unit rows it is compared and never added; in count rows it is a figure of the whole.",
      ),
    thousands: z.enum([".", ","]).optional().describe('"," where its counts are written 1,234.'),
    measures: z.record(measureName, rule).optional().describe("The measures that it supplies, and how."),
  })
  .meta({ title: "chitieu source", description: "The format of an export: how its columns become measures." });

export type SourceFile = z.output<typeof sourceSchema>;
export type RuleFile = NonNullable<SourceFile["measures"]>[string];
export type WhereFile = z.output<typeof where>;
