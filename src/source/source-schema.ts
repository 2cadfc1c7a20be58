import { z } from "zod";
import { COLUMN_TYPES, ENCODINGS, ROW_KINDS } from "../model.ts";
import { columnName, flag, id, measureName, name, oneOrMore, text, texts, wholeNumber } from "../yaml/scalars.ts";

const COLUMN = String.raw`\p{L}[\p{L}\d_]*`;
const sumOfColumns = text.meta({
  description: "In unit rows: a sum of columns.",
  pattern: String.raw`^\s*${COLUMN}(\s*\+\s*${COLUMN})*\s*$`,
  examples: ["online + direct"],
});
const equation = text.meta({
  pattern: String.raw`^\s*${COLUMN}\s*=\s*(previous\s+)?${COLUMN}(\s*[-+]\s*${COLUMN})*\s*$`,
});

/** A token of a cell; it may be empty. */
const token = z.string().meta({ type: ["string", "number", "boolean", "null"] });
const tokens = z.union([token, z.array(token)]).transform((value) => (typeof value === "string" ? [value] : value));

const column = z
  .strictObject({
    header: z
      .array(text)
      .min(1, { error: "list" })
      .meta({
        title: "Tiêu đề cột",
        description:
          "The spellings of its header; under stacked headers the end of the path: `đã giải quyết > Quá hạn`.",
        examples: [["Đơn vị", "Tên đơn vị"], ["đã giải quyết > Quá hạn"]],
      }),
    number: wholeNumber.optional().meta({
      title: "Số của cột",
      description: "Its number in the row of column numbers of an official form.",
      examples: [3],
    }),
    rate: text.optional().meta({
      title: "Tỷ lệ in sẵn",
      pattern: String.raw`^[^/]+/[^/]+$`,
      description:
        "In a percent column: what it is the ratio of, `online / received` or `(early + on_time) / settled`. Checked, never used.",
      examples: ["online / received", "(early + on_time) / settled"],
    }),
    type: z
      .enum(COLUMN_TYPES)
      .optional()
      .meta({
        title: "Kiểu",
        description: "text (unless said otherwise), count, percent or date.",
        examples: ["count"],
      }),
    values: z
      .record(z.string(), tokens)
      .optional()
      .meta({
        title: "Các giá trị",
        description: "Categories with their spellings; any other text is an error.",
        examples: [{ online: ["Trực tuyến"], post: ["Bưu chính", "BCCI"] }],
      }),
    missing: tokens.optional().meta({
      title: "Chưa báo cáo",
      description: "Texts that mean: nothing is reported.",
      examples: [[""], ["-", "x"]],
    }),
    zero: tokens.optional().meta({ title: "Bằng không", description: "Texts that mean: none.", examples: [["-"]] }),
    optional: flag
      .optional()
      .meta({ title: "Có thể thiếu", description: "true: files may lack it.", examples: [true] }),
  })
  .describe(
    "A column, by a name of the source's own; unit, level, period, key and measure are the ones with a meaning.",
  );

const comparison = z.strictObject({
  "at-least": token.optional().meta({ title: "Tối thiểu", description: "The count may not be lower.", examples: [1] }),
  "more-than": token.optional().meta({ title: "Trên", description: "The count must be higher.", examples: [0] }),
  "at-most": token.optional().meta({ title: "Không quá", description: "The count may not be higher.", examples: [5] }),
  "less-than": token.optional().meta({ title: "Dưới", description: "The count must be lower.", examples: [5] }),
  exactly: token.optional().meta({ title: "Đúng bằng", description: "The count must be this one.", examples: [0] }),
});
const where = z.record(columnName, z.union([token, z.array(token), comparison]));
const rowPeriod = columnName.optional().meta({
  title: "Ngày tính kỳ",
  description: "The date column that decides the period, if dates do.",
  examples: ["settled"],
});
const rowWhere = where.optional().meta({
  title: "Điều kiện",
  description: "Which rows: a category (or several) of a column, or a comparison of its count.",
  examples: [{ degree: "3", dossiers: { "more-than": 0 } }],
});

const rule = z.union([
  sumOfColumns,
  z.strictObject({
    count: z.union([z.literal("all"), where]).meta({
      title: "Số dòng",
      description:
        "How many rows: all, or those with a category (or several) of a column or a comparison of its count.",
      examples: ["all", { channel: "online" }, { degree: ["3", "4"] }],
    }),
    period: rowPeriod,
  }),
  z.strictObject({
    sum: columnName.meta({ title: "Tổng của cột", description: "The sum of a count column.", examples: ["dossiers"] }),
    where: rowWhere,
    period: rowPeriod,
  }),
  z.strictObject({
    distinct: columnName.meta({
      title: "Số giá trị khác nhau",
      description: "How many different texts of a column.",
      examples: ["code"],
    }),
    where: rowWhere,
    period: rowPeriod,
  }),
]);

/** The format of an export, as its YAML says it. */
export const sourceSchema = z
  .strictObject({
    format: z
      .literal("chitieu/source@1")
      .meta({ title: "Định dạng", description: "The format of this file.", examples: ["chitieu/source@1"] }),
    id: id.meta({
      title: "Mã nguồn số liệu",
      description: "A name for commands: letters, digits, - and _, beginning with a letter.",
      examples: ["one-stop-form-06a"],
    }),
    system: text.optional().meta({
      title: "Hệ thống",
      description: "The system that writes the export.",
      examples: ["Hệ thống thông tin một cửa điện tử"],
    }),
    name: name.optional().meta({
      title: "Tên",
      description: "What the export is called.",
      examples: [{ vi: "Hồ sơ công việc theo đơn vị", en: "Work files by unit" }],
    }),
    note: text.optional().meta({
      title: "Ghi chú",
      description: "What a reader of the figures should know.",
      examples: ["Cột (3) gồm cả hồ sơ từ kỳ trước."],
    }),
    rows: z.enum(ROW_KINDS).meta({
      title: "Mỗi dòng là",
      description: "What a row is: unit (an agency), count, record (a dossier, a service …) or task.",
      examples: ["unit", "record"],
    }),
    columns: z.record(columnName, column).meta({
      title: "Các cột",
      description: "The columns that matter; others are passed over.",
      examples: [{ unit: { header: ["Đơn vị"] }, total: { header: ["Tổng số"], type: "count" } }],
    }),
    key: texts.optional().meta({
      title: "Khóa",
      description: "The column, or columns, that name a record.",
      examples: ["code", ["unit", "code"]],
    }),
    covers: z
      .literal("all")
      .optional()
      .meta({
        title: "Bao quát",
        description: "all: units without a row have none of what the export lists.",
        examples: ["all"],
      }),
    by: z
      .enum(["month", "quarter"])
      .optional()
      .meta({
        title: "Ngày tính theo",
        description: "The periods into which dates fall; quarters otherwise.",
        examples: ["month"],
      }),
    level: id.optional().meta({ title: "Cấp", description: "The level of every unit in it.", examples: ["xa"] }),
    form: z
      .strictObject({
        number: text.meta({
          title: "Số biểu",
          description: "As it is cited, such as II.06a/VPCP/KSTT.",
          examples: ["II.06a/VPCP/KSTT"],
        }),
        "issued-by": text.optional().meta({
          title: "Ban hành theo",
          description: "The document that issued it.",
          examples: ["Thông tư 01/2020/TT-VPCP"],
        }),
      })
      .optional()
      .meta({
        title: "Biểu mẫu",
        description: "The official form that the export is.",
        examples: [{ number: "II.06a/VPCP/KSTT", "issued-by": "Thông tư 01/2020/TT-VPCP" }],
      }),
    encoding: z
      .enum(ENCODINGS)
      .optional()
      .meta({
        title: "Bảng mã",
        description: "Of files that do not say it themselves; utf-8 otherwise.",
        examples: ["windows-1258"],
      }),
    cumulative: flag.optional().meta({
      title: "Lũy kế",
      description: "true: each file holds the year up to the end of its period.",
      examples: [true],
    }),
    "unit-of": z
      .literal("file")
      .optional()
      .meta({
        title: "Đơn vị theo",
        description: "file: a file is of one unit, which a title, the file's name or its folder names.",
        examples: ["file"],
      }),
    sections: z
      .strictObject({
        level: z.record(id, texts).meta({
          title: "Đề mục theo cấp",
          description: "Level ids with the spellings of the headings that stand for them.",
          examples: [{ tinh: ["Sở ban ngành"], xa: ["Xã, phường, thị trấn"] }],
        }),
      })
      .optional()
      .meta({
        title: "Đề mục",
        description: "Rows that stand as headings over others, and set their level.",
        examples: [{ level: { tinh: ["Sở ban ngành"], xa: ["Xã, phường, thị trấn"] } }],
      }),
    ignore: texts.optional().meta({
      title: "Bỏ qua",
      description: "What a row begins with that repeats a part of the row above: [trong đó].",
      examples: [["trong đó"]],
    }),
    balance: oneOrMore(equation)
      .optional()
      .meta({
        title: "Cân đối",
        description:
          "What has to be equal in every row: `total = online + direct`; over periods: `carried = previous pending`.",
        examples: [["total = online + direct", "carried = previous pending"]],
      }),
    totals: texts.optional().meta({
      title: "Dòng tổng",
      description:
        "What stands for the unit where a row is a total. In unit rows it is compared and never added; in count rows it is a figure of the whole.",
      examples: [["Tổng số", "Tổng cộng", "Cộng"]],
    }),
    thousands: z
      .enum([".", ","])
      .optional()
      .meta({
        title: "Dấu phân nhóm",
        description: '"," where its counts are written 1,234.',
        examples: [","],
      }),
    measures: z
      .record(measureName, rule)
      .optional()
      .meta({
        title: "Các số liệu",
        description: "The measures that it supplies, and how.",
        examples: [{ "dossiers.settled": "settled" }, { "dossiers.settled": { count: "all", period: "settled" } }],
      }),
  })
  .meta({ title: "chitieu source", description: "The format of an export: how its columns become measures." });

export type SourceFile = z.output<typeof sourceSchema>;
export type RuleFile = NonNullable<SourceFile["measures"]>[string];
export type WhereFile = z.output<typeof where>;
