import { z } from "zod";
import { parseDate } from "../text/date.ts";
import { parsePeriod } from "../text/period.ts";

/**
 * Scalars of the definitions. YAML hands every one of them over as text; the `type` in `meta` is for the JSON Schema,
 * since an editor's YAML reads `2022` as a number. The `error` of each is a word that the locales know.
 */
export const text = z
  .string()
  .min(1, { error: "text" })
  .meta({ type: ["string", "number"] });

export const id = z.string().regex(/^\p{L}[\p{L}\d_-]*$/u, { error: "id" });
export const measureName = z.string().regex(/^\p{L}[\p{L}\d_.]*$/u, { error: "measure-name" });
export const columnName = z.string().regex(/^\p{L}[\p{L}\d_]*$/u, { error: "column-name" });
export const flag = z.enum(["true", "false"]).transform((value) => value === "true");
export const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/, { error: "whole-number" })
  .transform(Number);
export const date = z
  .string()
  .refine((value) => /^\d{4}-/.test(value) && parseDate(value) !== null, { error: "date" })
  .meta({ format: "date" });
export const period = z.string().refine((value) => parsePeriod(value) === value, { error: "period" });

export const name = z.strictObject({ vi: text, en: text });

/** One text, or a list of them. */
export const texts = z.union([text, z.array(text)]).transform((value) => (typeof value === "string" ? [value] : value));
