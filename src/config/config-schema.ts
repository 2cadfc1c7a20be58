import * as z from "zod/mini";
import { BREAKDOWNS, ENCODINGS, FAIL_ON, INCOMPLETE, WINDOW_MODES } from "../model.ts";
import type { Encoding } from "../model.ts";
import { date, flag, period, seconds, text, texts } from "./config-scalars.ts";
import { database } from "./database-section.ts";
import { failOn, format, outputs } from "./document-section.ts";
import { reportHeader } from "./report-header-schema.ts";

const files = z
  .optional(texts)
  .check(z.meta({ title: "Tệp", description: "Files or patterns of exports.", examples: [["so-lieu/cu/*.csv"]] }));

/** `{ windows-1258: old/*.csv }` */
const encodings = () =>
  z.strictObject(
    Object.fromEntries(ENCODINGS.map((encoding) => [encoding, files])) as Readonly<Record<Encoding, typeof files>>,
  );

/**
 * The keys of a `chitieu.yaml`, each as a function: to make a schema takes longer than to hold a file against it, so an
 * ordinary run makes that of the keys which its file has.
 */
const KEYS = {
  plan: () =>
    z.optional(text).check(
      z.meta({
        title: "Kế hoạch",
        description: "A shipped plan's id, or a file.",
        examples: ["thua-thien-hue-2022", "ke-hoach-2023.yaml"],
      }),
    ),
  data: () =>
    z.optional(texts).check(
      z.meta({
        title: "Số liệu",
        description: "Files, folders or patterns of exports, from this file's folder.",
        examples: [["so-lieu"]],
      }),
    ),
  sources: () =>
    z.optional(texts).check(
      z.meta({
        title: "Nguồn số liệu riêng",
        description: "Source files of one's own, from this file's folder.",
        examples: [["nguon/van-phong.yaml"]],
      }),
    ),
  "source-of": () =>
    z.optional(z.record(text, texts)).check(
      z.meta({
        title: "Tệp thuộc nguồn nào",
        description: "Which source files are: a shipped id, one of sources or a source's file, with the files.",
        examples: [{ "one-stop-dossiers": ["so-lieu/ho-so-*.csv"] }],
      }),
    ),
  "period-of": () =>
    z.optional(z.record(period(), texts)).check(
      z.meta({
        title: "Tệp thuộc kỳ nào",
        description: "Which period files are for, with the files.",
        examples: [{ "2022-Q1": ["so-lieu/bao-cao-dau-nam.xlsx"] }],
      }),
    ),
  databases: () =>
    z.optional(z.record(text, database())).check(
      z.meta({
        title: "Bảng trong cơ sở dữ liệu",
        description: "Tables in databases, by a name that stands for each among the data.",
        examples: [{ dossiers: { url: "postgres://reader@10.0.0.5/onestop", table: "dossiers" } }],
      }),
    ),
  hash: () =>
    z.optional(flag()).check(
      z.meta({
        title: "Mã SHA-256 của cả tệp lớn",
        description: "true: inputs above 256 MiB get their SHA-256 too.",
        examples: [true],
      }),
    ),
  timeout: () =>
    z.optional(seconds()).check(
      z.meta({
        title: "Thời hạn",
        description: "How many seconds a database may take for an answer.",
        examples: [3600],
      }),
    ),
  encoding: () =>
    z.optional(z.union([z.enum(ENCODINGS), encodings()])).check(
      z.meta({
        title: "Bảng mã",
        description: "How text is encoded that does not say it itself; or for some files, by encoding.",
        examples: ["tcvn3", { "windows-1258": "so-lieu/cu/*.csv" }],
      }),
    ),
  period: () =>
    z
      .optional(period())
      .check(z.meta({ title: "Kỳ báo cáo", description: "The period to assess; without it, the latest with data." })),
  window: () =>
    z.optional(z.enum(WINDOW_MODES)).check(
      z.meta({
        title: "Cách tính",
        description: "What a verdict looks at: the year to date, or the period alone.",
        examples: ["period"],
      }),
    ),
  by: () =>
    z
      .optional(z.enum(BREAKDOWNS))
      .check(z.meta({ title: "Chi tiết theo", description: "How every result is broken down.", examples: ["level"] })),
  "as-of": () =>
    z.optional(date()).check(
      z.meta({
        title: "Xét đến ngày",
        description: "The day by which due dates are judged; without it the window's last.",
        examples: ["2022-10-05"],
      }),
    ),
  incomplete: () =>
    z.optional(z.enum(INCOMPLETE)).check(
      z.meta({
        title: "Khi báo cáo chưa đủ",
        description: "Whether an incomplete result has a verdict.",
        examples: ["no-data"],
      }),
    ),
  "keep-going": () =>
    z.optional(flag()).check(
      z.meta({
        title: "Tiếp tục khi số liệu có lỗi",
        description: "true: what no error in the data could change is assessed.",
        examples: [true],
      }),
    ),
  "fail-on": () =>
    z.optional(z.enum(FAIL_ON)).check(
      z.meta({
        title: "Mã thoát khác 0 từ",
        description: "From what on the exit code of check is not 0; missed unless said otherwise.",
        examples: ["warning"],
      }),
    ),
  format: () => format("check"),
  outputs: () => outputs("check"),
  language: () =>
    z
      .optional(z.enum(["vi", "en"]))
      .check(z.meta({ title: "Ngôn ngữ", description: "The language of tables and messages.", examples: ["vi"] })),
  color: () =>
    z.optional(flag()).check(
      z.meta({
        title: "Màu",
        description: "false: plain text, also where the terminal has colours.",
        examples: [false],
      }),
    ),
  quiet: () =>
    z.optional(flag()).check(
      z.meta({
        title: "Chỉ in lỗi",
        description: "true: errors alone, and no document for people but in files.",
        examples: [true],
      }),
    ),
  report: () =>
    z.optional(reportHeader()).check(
      z.meta({
        title: "Thể thức báo cáo",
        description: "The head and the end of a report as a document (docx); what is not said is left to fill in.",
        examples: [{ superior: "UBND TỈNH THỪA THIÊN HUẾ", agency: "SỞ THÔNG TIN VÀ TRUYỀN THÔNG" }],
      }),
    ),
  validate: () =>
    z.optional(z.strictObject({ format: format("validate"), outputs: outputs("validate"), "fail-on": failOn })).check(
      z.meta({
        title: "Kiểm tra số liệu",
        description: "What holds for chitieu validate alone.",
        examples: [{ outputs: ["loi.xlsx"], "fail-on": "warning" }],
      }),
    ),
  explain: () =>
    z.optional(z.strictObject({ format: format("explain"), outputs: outputs("explain") })).check(
      z.meta({
        title: "Diễn giải",
        description: "What holds for chitieu explain alone.",
        examples: [{ format: "json" }],
      }),
    ),
  trend: () =>
    z.optional(z.strictObject({ format: format("trend"), outputs: outputs("trend") })).check(
      z.meta({
        title: "Diễn biến",
        description: "What holds for chitieu trend alone.",
        examples: [{ format: "csv" }],
      }),
    ),
  diff: () =>
    z.optional(z.strictObject({ format: format("diff"), outputs: outputs("diff") })).check(
      z.meta({
        title: "So sánh",
        description: "What holds for chitieu diff alone.",
        examples: [{ format: "markdown" }],
      }),
    ),
  lint: () =>
    z.optional(z.strictObject({ format: format("lint"), "fail-on": failOn })).check(
      z.meta({
        title: "Rà soát kế hoạch",
        description: "What holds for chitieu plan lint alone.",
        examples: [{ "fail-on": "warning" }],
      }),
    ),
};

type Keys = { readonly [Key in keyof typeof KEYS]: ReturnType<(typeof KEYS)[Key]> };

/**
 * What a run is about, so that `chitieu check` alone is enough. Paths are relative to the file.
 *
 * @param value The file's content, for the schema of its keys alone; one with an unknown key needs them all.
 */
export function configSchema(value?: unknown) {
  const said = typeof value === "object" && value !== null ? Object.keys(value) : [""];
  const names = said.every((key) => Object.hasOwn(KEYS, key)) ? said : Object.keys(KEYS);
  const shape = Object.fromEntries(names.map((key) => [key, KEYS[key as keyof Keys]()])) as unknown as Keys;
  return z.strictObject(shape).check(
    z.meta({
      title: "chitieu.yaml",
      description:
        "What a run is about, so that `chitieu check` alone is enough. A key holds for every command that has its option; the command line wins.",
    }),
  );
}
