import { z } from "zod";
import { period, text, texts } from "../yaml/scalars.ts";

/** What a run is about, so that `chitieu check` alone is enough. Paths are relative to the file. */
export const configSchema = z.strictObject({
  plan: text.optional().describe("A shipped plan's id, or a file."),
  data: texts.optional().describe("Files, folders or patterns."),
  sources: texts.optional().describe("Source files of one's own."),
  period: period.optional(),
  language: z.enum(["vi", "en"]).optional(),
});
