import * as z from "zod/mini";
import { parseDate } from "../text/date.ts";
import { parsePeriod } from "../text/period.ts";

/**
 * Written with zod's small edition, as all of the config's schema: the config is the one YAML that an ordinary run reads,
 * and the schemas of plans and sources, which need all of zod, stay unloaded.
 */
export const text = z
  .string()
  .check(z.minLength(1, { error: "text" }), z.meta({ type: ["string", "number", "boolean"] }));

/** One text, or a list of them. */
export function oneOrMore(one: typeof text) {
  return z.pipe(
    z.union([one, z.array(one)]),
    z.transform((value) => (typeof value === "string" ? [value] : value)),
  );
}
export const texts = oneOrMore(text);

export const period = () =>
  z.string().check(
    z.refine((value) => parsePeriod(value) === value, { error: "period" }),
    z.meta({
      type: ["string", "integer"],
      pattern: String.raw`^\d{4}(-(Q[1-4]|H[12]|9M|0[1-9]|1[0-2]))?$`,
      examples: ["2022-Q3", "2022-H1", "2022-9M", "2022-03", "2022"],
    }),
  );

/** A whole number, as the command line has it. */
export const seconds = () =>
  z.string().check(
    z.refine((value) => /^[1-9]\d{0,5}$/.test(value), { error: "whole-number" }),
    z.meta({ type: ["string", "integer"], pattern: String.raw`^[1-9]\d{0,5}$` }),
  );

export const date = () =>
  z.string().check(
    z.refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && parseDate(value) !== null, { error: "date" }),
    z.meta({ format: "date", examples: ["2022-10-05"] }),
  );

export const flag = () =>
  z
    .pipe(
      z.enum(["true", "false"]),
      z.transform((value) => value === "true"),
    )
    .check(z.meta({ type: "boolean", enum: [true, false] }));
