import { z } from "zod";
import { EXIT_CODES } from "../exit-code.ts";

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

/** What a run ended with: one of these reasons, and the exit code of each. */
export function exitOf<const Reason extends keyof typeof EXIT_CODES>(reasons: readonly Reason[]) {
  return z.strictObject({
    code: z.literal([...new Set(reasons.map((reason) => EXIT_CODES[reason]))]).describe("The process's exit code."),
    reason: z.enum(reasons).describe("Why it is this one."),
  });
}

export const units = z.record(
  z.string(),
  z.strictObject({
    name: z.string().describe("The unit's name."),
    level: z.string().nullable().describe("The id of its level."),
  }),
);

/** Options of every document that shows results. */
export const resultOptions = {
  incomplete: z.enum(["provisional", "no-data"]).describe("Whether an incomplete result has a verdict."),
  "keep-going": z.boolean().describe("Whether errors in the data stop everything, or only what they could change."),
  "as-of": date.nullable().describe("The day by which due dates are judged; null: the window's last."),
};

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

/** Of one thing of several, such as from when until when a unit existed. */
const facts = z.record(z.string(), z.string().nullable());

export const problem = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z\d]+(-[a-z\d]+)*$/)
    .describe("What kind of problem; codes are permanent."),
  severity: z.enum(["error", "warning", "note"]).describe("error: no verdict can be trusted with it."),
  message: z.string().describe("What is wrong, in the language asked for."),
  hint: z.string().nullable().describe("What to do about it."),
  args: z
    .record(z.string(), z.union([z.string(), z.number(), z.null(), z.array(z.union([z.string(), facts]))]))
    .describe("The facts in the message, by name."),
  ...place,
  rows: z.int().min(1).describe("How many rows it concerns; the place is the first."),
  related: z.array(z.strictObject(place)).describe("Other places that have to do with it."),
});
