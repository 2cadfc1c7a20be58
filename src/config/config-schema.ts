import * as z from "zod/mini";
import { ENCODINGS } from "../model.ts";
import type { Encoding } from "../model.ts";
import { parseDate } from "../text/date.ts";
import { parsePeriod } from "../text/period.ts";

/**
 * Written with zod's small edition: the config is the one YAML that an ordinary run reads, and the schemas of plans and
 * sources, which need all of zod, stay unloaded.
 */
const text = z.string().check(z.minLength(1, { error: "text" }), z.meta({ type: ["string", "number", "boolean"] }));
const texts = z.pipe(
  z.union([text, z.array(text)]),
  z.transform((value) => (typeof value === "string" ? [value] : value)),
);
const period = z.string().check(
  z.refine((value) => parsePeriod(value) === value, { error: "period" }),
  z.meta({
    type: ["string", "integer"],
    pattern: String.raw`^\d{4}(-(Q[1-4]|H[12]|9M|0[1-9]|1[0-2]))?$`,
    examples: ["2022-Q3", "2022-H1", "2022-9M", "2022-03", "2022"],
  }),
);

const date = z.string().check(
  z.refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && parseDate(value) !== null, { error: "date" }),
  z.meta({ format: "date", examples: ["2022-10-05"] }),
);

/** `{ windows-1258: old/*.csv }` */
const encodings = z.strictObject(
  Object.fromEntries(
    ENCODINGS.map((encoding) => [encoding, z.optional(texts).check(z.describe(`Files or patterns in ${encoding}.`))]),
  ) as Readonly<Record<Encoding, z.ZodMiniOptional<typeof texts>>>,
);

/** What stands around a report that is a document of an office. */
const report = z.strictObject({
  superior: z
    .optional(text)
    .check(z.meta({ description: "The agency above, in the first line.", examples: ["UBND TỈNH THỪA THIÊN HUẾ"] })),
  agency: z
    .optional(text)
    .check(z.meta({ description: "The agency that reports.", examples: ["SỞ THÔNG TIN VÀ TRUYỀN THÔNG"] })),
  number: z
    .optional(text)
    .check(z.meta({ description: "Number and symbol of the document.", examples: ["125/BC-STTTT"] })),
  place: z.optional(text).check(z.meta({ description: "Where it is signed.", examples: ["Thừa Thiên Huế"] })),
  date: z.optional(date).check(z.describe("The day on which it is signed.")),
  recipients: z.optional(texts).check(z.describe("To whom it goes (Nơi nhận), one line each.")),
  signer: z
    .optional(
      z.strictObject({
        office: z.optional(text).check(z.meta({ description: "The signer's office.", examples: ["GIÁM ĐỐC"] })),
        name: z.optional(text).check(z.describe("The signer's name.")),
      }),
    )
    .check(z.describe("Who signs it.")),
});

/** What a run is about, so that `chitieu check` alone is enough. Paths are relative to the file. */
export const configSchema = z
  .strictObject({
    plan: z
      .optional(text)
      .check(z.meta({ description: "A shipped plan's id, or a file.", examples: ["thua-thien-hue-2022"] })),
    data: z.optional(texts).check(z.describe("Files, folders or patterns of exports, from this file's folder.")),
    sources: z.optional(texts).check(z.describe("Source files of one's own, from this file's folder.")),
    encoding: z
      .optional(z.union([z.enum(ENCODINGS), encodings]))
      .check(z.describe("How text is encoded that does not say it itself; or for some files, by encoding.")),
    period: z.optional(period).check(z.describe("The period to assess; without it, the latest with data.")),
    language: z.optional(z.enum(["vi", "en"])).check(z.describe("The language of tables and messages.")),
    report: z
      .optional(report)
      .check(z.describe("The head and the end of a report as a document (docx); what is not said is left to fill in.")),
  })
  .check(
    z.meta({ title: "chitieu.yaml", description: "What a run is about, so that `chitieu check` alone is enough." }),
  );
