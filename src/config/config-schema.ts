import { z } from "zod";
import { period, text, texts } from "../yaml/scalars.ts";

/** What a run is about, so that `chitieu check` alone is enough. Paths are relative to the file. */
export const configSchema = z
  .strictObject({
    plan: text
      .optional()
      .describe("A shipped plan's id, or a file.")
      .meta({ examples: ["thua-thien-hue-2022"] }),
    data: texts.optional().describe("Files, folders or patterns of exports, from this file's folder."),
    sources: texts.optional().describe("Source files of one's own, from this file's folder."),
    period: period.optional().describe("The period to assess; without it, the latest with data."),
    language: z.enum(["vi", "en"]).optional().describe("The language of tables and messages."),
  })
  .meta({ title: "chitieu.yaml", description: "What a run is about, so that `chitieu check` alone is enough." });
