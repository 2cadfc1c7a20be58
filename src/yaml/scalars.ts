import { z } from "zod";
import type { Name } from "../model.ts";
import { parseDate } from "../text/date.ts";
import { parsePeriod } from "../text/period.ts";

/**
 * Scalars of the definitions. YAML hands every one of them over as text; what is in `meta` is for the JSON Schema, since
 * an editor's YAML reads `2022` as a number. The `error` of each is a word that the locales know.
 */
export const text = z
  .string()
  .min(1, { error: "text" })
  .meta({ type: ["string", "number", "boolean"] });

export const id = z.string().regex(/^\p{L}[\p{L}\d_-]*$/u, { error: "id" });
export const measureName = z
  .string()
  .regex(/^\p{L}[\p{L}\d_.]*$/u, { error: "measure-name" })
  .meta({ examples: ["dossiers.settled"] });
export const columnName = z.string().regex(/^\p{L}[\p{L}\d_]*$/u, { error: "column-name" });
export const flag = z
  .enum(["true", "false"])
  .transform((value) => value === "true")
  .meta({ type: "boolean", enum: [true, false] });
export const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/, { error: "whole-number" })
  .transform(Number)
  .meta({ type: ["integer", "string"], minimum: 0, maximum: 999_999_999_999_999 });
export const date = z
  .string()
  .refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && parseDate(value) !== null, { error: "date" })
  .meta({ format: "date", examples: ["2022-01-01"] });
export const period = z
  .string()
  .refine((value) => parsePeriod(value) === value, { error: "period" })
  .meta({
    type: ["string", "integer"],
    pattern: String.raw`^\d{4}(-(Q[1-4]|H[12]|9M|0[1-9]|1[0-2]))?$`,
    examples: ["2022-Q3", "2022-H1", "2022-9M", "2022-03", "2022"],
  });
export const periodOrDate = z
  .string()
  .refine((value) => parsePeriod(value) === value || date.safeParse(value).success, { error: "period-or-date" })
  .meta({
    type: ["string", "integer"],
    pattern: String.raw`^\d{4}(-(Q[1-4]|H[12]|9M|0[1-9]|1[0-2]|\d{2}-\d{2}))?$`,
    examples: ["2022-Q3", "2022-08-14"],
  });

/** What is said where something else stands than a map. */
export const isMap = (word: string) => (issue: { readonly code: string }) =>
  issue.code === "invalid_type" ? word : undefined;

export const name = z.strictObject(
  {
    vi: text.optional().meta({ title: "Tên tiếng Việt", description: "In Vietnamese.", examples: ["Cấp tỉnh"] }),
    en: text.optional().meta({
      title: "Tên tiếng Anh",
      description: "In English; where one of the two is missing, the other stands for both.",
      examples: ["Province"],
    }),
  },
  { error: isMap("names") },
);

/** A name in both languages: the other language's, or the id, where one is missing. */
export function nameOf(
  { vi, en }: { readonly vi?: string | undefined; readonly en?: string | undefined },
  fallback: string,
): Name {
  return { vi: vi ?? en ?? fallback, en: en ?? vi ?? fallback };
}

/** One text, or a list of them. */
export function oneOrMore(one: typeof text) {
  return z.union([one, z.array(one)]).transform((value) => (typeof value === "string" ? [value] : value));
}
export const texts = oneOrMore(text);
