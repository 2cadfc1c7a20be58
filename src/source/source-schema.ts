import { z } from "zod";
import { COLUMN_TYPES, ROW_KINDS } from "../model.ts";
import { columnName, flag, id, measureName, name, text, texts } from "../yaml/scalars.ts";

/** A token of a cell; it may be empty. */
const token = z.string().meta({ type: ["string", "number"] });
const tokens = z.union([token, z.array(token)]).transform((value) => (typeof value === "string" ? [value] : value));

const column = z.strictObject({
  header: z.array(text).min(1, { error: "list" }).describe("The spellings of its header."),
  type: z.enum(COLUMN_TYPES).optional().describe("text (unless said otherwise), count, percent or date."),
  values: z
    .record(z.string(), tokens)
    .optional()
    .describe("Categories with their spellings; any other text is an error."),
  missing: tokens.optional().describe("Tokens that mean: nothing is reported."),
  zero: tokens.optional().describe("Tokens that mean: none."),
  optional: flag.optional().describe("Files may lack it."),
});

const comparison = z.strictObject({
  "at-least": token.optional(),
  "more-than": token.optional(),
  "at-most": token.optional(),
  "less-than": token.optional(),
  exactly: token.optional(),
});
const where = z.record(columnName, z.union([token, z.array(token), comparison]));
const whereOrAll = z.union([z.literal("all"), where]);

const rule = z.union([
  text.describe("In unit rows: a sum of columns, such as `online + direct`."),
  z.strictObject({ count: whereOrAll, period: columnName.optional() }),
  z.strictObject({ sum: columnName, where: where.optional(), period: columnName.optional() }),
  z.strictObject({ distinct: columnName, where: where.optional(), period: columnName.optional() }),
]);

/** The format of an export, as its YAML says it. */
export const sourceSchema = z.strictObject({
  format: z.literal("chitieu/source@1"),
  id,
  system: text.optional().describe("The system that writes the export."),
  name: name.optional(),
  note: text.optional(),
  rows: z.enum(ROW_KINDS).describe("What a row is: unit, count, record or task."),
  columns: z.record(columnName, column),
  key: texts.optional().describe("The column, or columns, that name a record."),
  covers: z.literal("all").optional().describe("Units without a row have none of what the export lists."),
  by: z.enum(["month", "quarter"]).optional().describe("The periods into which dates fall."),
  level: id.optional().describe("The level of every unit in it."),
  thousands: z.enum([".", ","]).optional().describe('"," where its counts are written 1,234.'),
  measures: z.record(measureName, rule).optional(),
});

export type SourceFile = z.output<typeof sourceSchema>;
export type RuleFile = NonNullable<SourceFile["measures"]>[string];
export type WhereFile = z.output<typeof where>;
