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

const encodedFiles = z
  .optional(texts)
  .check(z.meta({ title: "Tệp", description: "Files or patterns of exports.", examples: [["so-lieu/cu/*.csv"]] }));

/** `{ windows-1258: old/*.csv }` */
const encodings = z.strictObject(
  Object.fromEntries(ENCODINGS.map((encoding) => [encoding, encodedFiles])) as Readonly<
    Record<Encoding, typeof encodedFiles>
  >,
);

/** What stands around a report that is a document of an office. */
const report = z.strictObject({
  superior: z.optional(text).check(
    z.meta({
      title: "Cơ quan cấp trên",
      description: "The agency above, in the first line.",
      examples: ["UBND TỈNH THỪA THIÊN HUẾ"],
    }),
  ),
  agency: z.optional(text).check(
    z.meta({
      title: "Cơ quan báo cáo",
      description: "The agency that reports.",
      examples: ["SỞ THÔNG TIN VÀ TRUYỀN THÔNG"],
    }),
  ),
  number: z.optional(text).check(
    z.meta({
      title: "Số, ký hiệu",
      description: "Number and symbol of the document.",
      examples: ["125/BC-STTTT"],
    }),
  ),
  place: z
    .optional(text)
    .check(z.meta({ title: "Nơi ký", description: "Where it is signed.", examples: ["Thừa Thiên Huế"] })),
  date: z
    .optional(date)
    .check(z.meta({ title: "Ngày ký", description: "The day on which it is signed.", examples: ["2022-10-05"] })),
  recipients: z.optional(texts).check(
    z.meta({
      title: "Nơi nhận",
      description: "To whom it goes, one line each.",
      examples: [["Như trên", "Lưu: VT"]],
    }),
  ),
  signer: z
    .optional(
      z.strictObject({
        office: z
          .optional(text)
          .check(z.meta({ title: "Chức vụ", description: "The signer's office.", examples: ["GIÁM ĐỐC"] })),
        name: z
          .optional(text)
          .check(z.meta({ title: "Họ tên", description: "The signer's name.", examples: ["Nguyễn Văn A"] })),
      }),
    )
    .check(
      z.meta({
        title: "Người ký",
        description: "Who signs it.",
        examples: [{ office: "GIÁM ĐỐC", name: "Nguyễn Văn A" }],
      }),
    ),
});

/** What a run is about, so that `chitieu check` alone is enough. Paths are relative to the file. */
export const configSchema = z
  .strictObject({
    plan: z.optional(text).check(
      z.meta({
        title: "Kế hoạch",
        description: "A shipped plan's id, or a file.",
        examples: ["thua-thien-hue-2022", "ke-hoach-2023.yaml"],
      }),
    ),
    data: z.optional(texts).check(
      z.meta({
        title: "Số liệu",
        description: "Files, folders or patterns of exports, from this file's folder.",
        examples: [["so-lieu"]],
      }),
    ),
    sources: z.optional(texts).check(
      z.meta({
        title: "Nguồn số liệu riêng",
        description: "Source files of one's own, from this file's folder.",
        examples: [["nguon/van-phong.yaml"]],
      }),
    ),
    encoding: z.optional(z.union([z.enum(ENCODINGS), encodings])).check(
      z.meta({
        title: "Bảng mã",
        description: "How text is encoded that does not say it itself; or for some files, by encoding.",
        examples: ["tcvn3", { "windows-1258": "so-lieu/cu/*.csv" }],
      }),
    ),
    period: z
      .optional(period)
      .check(z.meta({ title: "Kỳ báo cáo", description: "The period to assess; without it, the latest with data." })),
    language: z
      .optional(z.enum(["vi", "en"]))
      .check(z.meta({ title: "Ngôn ngữ", description: "The language of tables and messages.", examples: ["vi"] })),
    report: z.optional(report).check(
      z.meta({
        title: "Thể thức báo cáo",
        description: "The head and the end of a report as a document (docx); what is not said is left to fill in.",
        examples: [{ superior: "UBND TỈNH THỪA THIÊN HUẾ", agency: "SỞ THÔNG TIN VÀ TRUYỀN THÔNG" }],
      }),
    ),
  })
  .check(
    z.meta({ title: "chitieu.yaml", description: "What a run is about, so that `chitieu check` alone is enough." }),
  );
