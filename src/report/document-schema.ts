import { z } from "zod";

/** What documents for machines have in common; for their JSON Schemas and the tests alone, never loaded by a run. */

export const count = z.int().min(0);
export const period = z.string().regex(/^\d{4}(-(Q[1-4]|H[12]|9M|0[1-9]|1[0-2]))?$/);
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The document of a plan. */
export const plan = z.strictObject({
  id: z.string().describe("The plan's id."),
  number: z.string().nullable().describe("The document's number."),
  title: z.string().describe("The document's title."),
  sha256: sha256.describe("Of the plan's file."),
});

const ids = z.array(z.string());

const amendment = z.strictObject({
  number: z.string().describe("The decision's number."),
  title: z.string().nullable().describe("The decision's title."),
  issuer: z.string().nullable().describe("Who issued it."),
  issued: date.describe("When it was issued."),
  effective: period.describe("The first period that is held against it."),
  changed: ids.describe("The indicators that it changed, by id."),
  added: ids.describe("Those that it added."),
  withdrawn: ids.describe("Those that it withdrew."),
});

/** A plan with what it was amended by. */
export const planInForce = plan.extend({
  amendments: z.array(amendment).describe("The later decisions that hold at the end of the window, in order."),
});

export const tool = z.strictObject({
  name: z.literal("chitieu").describe("The program."),
  version: z.string().describe("Its version."),
});

export const input = z.strictObject({
  file: z.string().describe("Its path from the working folder, with /; - is standard input."),
  sheet: z.string().nullable().describe("The sheet, in a workbook."),
  sha256: sha256.nullable().describe("Of its bytes; null where they could not be read."),
  bytes: count.nullable().describe("Its size; null of a table in a database."),
  rows: count.describe("How many rows were read below the header."),
  source: z.string().nullable().describe("The source as which it was recognised."),
  encoding: z.string().nullable().describe("Its encoding, such as utf-8."),
  delimiter: z.string().nullable().describe("What separates its fields."),
  period: period.nullable().describe("The period that its name, its folder or an option states."),
});

export const place = {
  file: z.string().nullable().describe("The file it stands in."),
  sheet: z.string().nullable().describe("The sheet, in a workbook."),
  line: z.int().min(1).nullable().describe("The line, from 1."),
  column: z.int().min(1).nullable().describe("The character in the line, from 1."),
  cell: z.string().nullable().describe("The cell, in a workbook: E12."),
  field: z.string().nullable().describe("The header of the column."),
};

export const problem = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z\d]+(-[a-z\d]+)*$/)
    .describe("What kind of problem; codes are permanent."),
  severity: z.enum(["error", "warning", "note"]).describe("error: no verdict can be trusted with it."),
  message: z.string().describe("What is wrong, in the language asked for."),
  hint: z.string().nullable().describe("What to do about it."),
  args: z
    .record(z.string(), z.union([z.string(), z.number(), z.null(), z.array(z.string())]))
    .describe("The facts in the message, by name."),
  ...place,
  rows: z.int().min(1).describe("How many rows it concerns; the place is the first."),
  related: z.array(z.strictObject(place)).describe("Other places that have to do with it."),
});
