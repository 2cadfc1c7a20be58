import { z } from "zod";
import { ACCUMULATIONS } from "../model.ts";
import { unknownKey } from "../yaml/check-shape.ts";
import { FORMULA_PATTERN } from "./parse-formula.ts";
import {
  date,
  flag,
  id,
  isMap,
  measureName,
  name,
  period,
  periodOrDate,
  text,
  texts,
  wholeNumber,
} from "../yaml/scalars.ts";

const amount = z
  .string()
  .describe("A percent with its sign for a ratio (80%), a plain number for a count (982).")
  .meta({ type: ["string", "number"], minimum: 0, pattern: String.raw`^\d+(\.\d+)?\s*%?$`, examples: ["80%"] });
const range = z.array(amount, { error: "pair" }).length(2, { error: "pair" });

const operators = {
  "at-least": amount.optional().meta({ title: "Tối thiểu", description: "The rate, or the count, may not be lower." }),
  "more-than": amount.optional().meta({ title: "Trên", description: "The rate, or the count, must be higher." }),
  "at-most": amount.optional().meta({ title: "Không quá", description: "The rate, or the count, may not be higher." }),
  "less-than": amount.optional().meta({ title: "Dưới", description: "The rate, or the count, must be lower." }),
  exactly: amount.optional().meta({ title: "Đúng bằng", description: "The rate, or the count, must be this one." }),
  between: range
    .optional()
    .meta({ title: "Trong khoảng", description: "Two ends, both included.", examples: [["8.3%", "8.5%"]] }),
  by: periodOrDate.optional().meta({
    title: "Hạn hoàn thành",
    description: "The target is due at the end of this period, or on this day; without it, at the end of the year.",
    examples: ["2022-Q3", "2022-08-15"],
  }),
  milestones: z
    .record(period, z.union([amount, range]))
    .optional()
    .meta({
      title: "Các mốc",
      description: "What is asked before, each value until the end of a period.",
      examples: [{ "2022-Q2": "50%", "2022-Q3": "65%" }],
    }),
};
/**
 * Where a level's target should stand, and a value does or periods do, an operator or `milestones` is misspelt; or else
 * an amount lacks its operator.
 */
const noLevel = (issue: { readonly code: string; readonly keys?: readonly string[]; readonly input?: unknown }) => {
  const isMisspelt =
    issue.code === "invalid_type" || (issue.keys?.every((key) => period.safeParse(key).success) ?? false);
  const isAmount = typeof issue.input === "string" && /^[\d.,]+\s*%?$/.test(issue.input);
  return isMisspelt ? unknownKey(Object.keys(operators), isAmount ? "target" : null) : undefined;
};

const oneTarget = z
  .strictObject(operators, { error: noLevel })
  .describe("An operator with its value, and when it is due.");

/** One target for the whole, or one for each level; `units` for single agencies. */
const target = z
  .object(
    {
      ...operators,
      units: z
        .record(z.string(), oneTarget)
        .optional()
        .meta({
          title: "Từng đơn vị",
          description: "Targets of single agencies, by code.",
          examples: [{ "H57.15": { "at-least": "90%" } }],
        }),
    },
    { error: isMap("target") },
  )
  .catchall(oneTarget)
  .meta({
    title: "Mục tiêu",
    description: "An operator with its value, or level ids with a target each.",
    examples: [{ "at-least": "80%" }, { tinh: { "at-least": "95%" }, xa: { "at-least": "80%" } }],
  });

const applies = z.strictObject(
  {
    levels: texts.optional().meta({
      title: "Các cấp",
      description: "The levels to which it applies.",
      examples: [["tinh", "huyen"]],
    }),
    units: texts.optional().meta({
      title: "Các đơn vị",
      description: "The codes of the agencies to which it applies.",
      examples: [["H57.01", "H57.15"]],
    }),
    from: period.optional().meta({ title: "Từ kỳ", description: "The first period for which it applies." }),
    until: period.optional().meta({ title: "Đến hết kỳ", description: "The last period for which it applies." }),
  },
  { error: isMap("applies") },
);

const vi = text.optional().meta({
  title: "Tên tiếng Việt",
  description: "Its name in Vietnamese.",
  examples: ["Hồ sơ TTHC được giải quyết trực tuyến"],
});
const en = text.optional().meta({
  title: "Tên tiếng Anh",
  description: "Its name in English.",
  examples: ["Dossiers settled online"],
});

const described = {
  group: id.optional().meta({ title: "Nhóm", description: "The group in which it stands.", examples: ["citizens"] }),
  vi,
  en,
  text: text.optional().meta({
    title: "Nguyên văn",
    description: "The plan's own words; parts that do not follow each other are joined by ` … `.",
    examples: ["80% tỷ lệ hồ sơ giải quyết trực tuyến trên tổng số hồ sơ giải quyết thủ tục hành chính (TTHC)"],
  }),
  note: text.optional().meta({
    title: "Ghi chú",
    description: "What in the formula is a reading of the plan, and why.",
    examples: ["Kế hoạch không nêu mẫu số; ở đây tính trên các dịch vụ đủ điều kiện mức độ 3."],
  }),
  cites: texts.optional().meta({
    title: "Căn cứ",
    description: "Documents other than the plan's own text that it comes from.",
    examples: [["Quyết định 749/QĐ-TTg"]],
  }),
};

const formula = text.describe("Measures and whole numbers, joined by + and -, with parentheses.").meta({
  type: ["string", "integer"],
  pattern: FORMULA_PATTERN,
  examples: ["documents.exchanged - documents.secret"],
});

const indicatorKeys = {
  ...described,
  numerator: formula.optional().meta({
    title: "Tử số",
    description: "What is counted, of a ratio: measures and whole numbers with + and -.",
    examples: ["dossiers.settled_online"],
  }),
  denominator: formula.optional().meta({
    title: "Mẫu số",
    description: "What it is counted of: measures and whole numbers with + and -.",
    examples: ["dossiers.settled", "documents.exchanged - documents.secret"],
  }),
  value: formula.optional().meta({
    title: "Số đếm",
    description: "A count instead of a ratio: measures and whole numbers with + and -.",
    examples: ["communes.model"],
  }),
  target,
  excludes: text.optional().meta({
    title: "Không tính",
    description: "What the formula leaves out, in words that are printed with the rate.",
    examples: ["văn bản mật"],
  }),
  applies: applies.optional().meta({
    title: "Phạm vi áp dụng",
    description: "Outside it the indicator is not applicable.",
    examples: [{ levels: ["tinh", "huyen"] }, { from: "2022-Q3" }],
  }),
  "low-base": wholeNumber.optional().meta({
    title: "Cỡ mẫu nhỏ",
    description: "Below this denominator the result is flagged.",
    examples: [30],
  }),
  advisory: flag
    .optional()
    .meta({ title: "Tham khảo", description: "true: it never decides the exit code.", examples: [true] }),
  "over-100": flag.optional().meta({
    title: "Có thể vượt 100%",
    description: "true: the numerator may exceed the denominator.",
    examples: [true],
  }),
};
const indicator = z.strictObject(indicatorKeys).describe("What is measured: a ratio of counts, or a count.");
const indicatorChange = z
  .strictObject({ ...indicatorKeys, target: target.optional() })
  .describe("The keys that the decision changes, each as it reads from then on; the others stay as they are.");

const amendment = z
  .strictObject({
    number: text.meta({ title: "Số, ký hiệu", description: "The decision's number.", examples: ["1500/QĐ-UBND"] }),
    title: text
      .optional()
      .meta({ title: "Tên văn bản", description: "The decision's title.", examples: ["Điều chỉnh Kế hoạch số 367"] }),
    issuer: text
      .optional()
      .meta({ title: "Cơ quan ban hành", description: "Who issued it.", examples: ["UBND tỉnh Thừa Thiên Huế"] }),
    issued: date.meta({ title: "Ngày ban hành", description: "When it was issued.", examples: ["2022-06-20"] }),
    effective: period.meta({
      title: "Áp dụng từ kỳ",
      description: "The first period that is held against what it says.",
      examples: ["2022-Q3"],
    }),
    changed: z
      .record(id, indicatorChange)
      .optional()
      .meta({
        title: "Điều chỉnh",
        description: "Indicators of the plan that it changes, by id.",
        examples: [{ "online-dossiers": { target: { "at-least": "60%" } } }],
      }),
    added: z
      .record(id, indicator)
      .optional()
      .meta({
        title: "Bổ sung",
        description: "Indicators that it adds, each complete.",
        examples: [
          {
            "model-communes": { vi: "Xã mẫu về chuyển đổi số", value: "communes.model", target: { "at-least": 9 } },
          },
        ],
      }),
    withdrawn: texts.optional().meta({
      title: "Bãi bỏ",
      description: "Ids of indicators that it withdraws: they are not applicable from then on.",
      examples: [["mobile-signature"]],
    }),
  })
  .describe("A later decision that changes the plan.");

const waiver = z
  .strictObject({
    indicator: id.meta({
      title: "Chỉ tiêu",
      description: "The indicator whose misses are waived.",
      examples: ["work-files"],
    }),
    level: id.optional().meta({
      title: "Cấp",
      description: "The level for which they are; without it, and without unit, for all.",
      examples: ["xa"],
    }),
    unit: text.optional().meta({
      title: "Đơn vị",
      description: "The code of the agency for which they are.",
      examples: ["H57.15"],
    }),
    until: period.meta({
      title: "Đến hết kỳ",
      description: "The last period for which it holds.",
      examples: ["2022-Q3"],
    }),
    reason: text.meta({
      title: "Lý do",
      description: "Why; it is printed with every miss that it waives.",
      examples: ["Trụ sở bị ngập, hệ thống ngừng hoạt động hai tháng"],
    }),
    document: text.meta({
      title: "Văn bản",
      description: "The number of the decision that grants it.",
      examples: ["210/UBND-CNTT"],
    }),
  })
  .describe("A decision that misses do not count until the end of a period. They stay misses.");

const measure = z
  .strictObject(
    {
      vi: vi.meta({ examples: ["Hồ sơ TTHC đã giải quyết"] }),
      en: en.meta({ examples: ["Dossiers settled"] }),
      accumulate: z
        .enum(ACCUMULATIONS)
        .optional()
        .meta({
          title: "Cách cộng dồn",
          description:
            "How it runs through the year: sum (a flow, and so unless said otherwise), first (an opening balance), last (a stock), distinct (a union of keys).",
          examples: ["sum"],
        }),
      within: measureName.optional().meta({
        title: "Trong phạm vi",
        description: "Of a distinct measure: the stock whose keys limit it.",
        examples: ["services.level3"],
      }),
      source: id.optional().meta({
        title: "Nguồn số liệu",
        description: "The one source that may supply it.",
        examples: ["one-stop-form-06a"],
      }),
      constant: wholeNumber.optional().meta({
        title: "Số cố định",
        description: "A count that the plan itself fixes.",
        examples: [141],
      }),
      because: text.optional().meta({
        title: "Lý do",
        description: "Why it is fixed.",
        examples: ["Tỉnh có 141 xã, phường, thị trấn."],
      }),
    },
    { error: isMap("names") },
  )
  .describe("A named count that indicators are made of.");

const year = z.strictObject(
  {
    label: z
      .string()
      .regex(/^\d{4}$/, { error: "year" })
      .meta({
        title: "Tên năm",
        description: "The year as periods name it: 2022 in 2022-Q1.",
        type: ["string", "integer"],
        minimum: 1000,
        maximum: 9999,
        examples: ["2022"],
      }),
    starts: date
      .refine((value) => Number(value.slice(8)) <= 28, { error: "day-28" })
      .meta({
        title: "Ngày đầu năm",
        description: "Its first day, up to the 28th of a month: 2021-12-15 where quarters close on the 14th.",
        pattern: String.raw`^\d{4}-\d{2}-([01]\d|2[0-8])$`,
        examples: ["2022-01-01", "2021-12-15"],
      }),
  },
  { error: isMap("year-map") },
);

/** A plan, as its YAML says it. */
export const planSchema = z
  .strictObject({
    format: z
      .literal("chitieu/plan@1")
      .meta({ title: "Định dạng", description: "The format of this file.", examples: ["chitieu/plan@1"] }),
    id: id.meta({
      title: "Mã kế hoạch",
      description: "A name for commands: letters, digits, - and _, beginning with a letter.",
      examples: ["thua-thien-hue-2022"],
    }),
    number: text
      .optional()
      .meta({ title: "Số, ký hiệu", description: "The document's number.", examples: ["367/KH-UBND"] }),
    title: text.meta({
      title: "Tên văn bản",
      description: "The document's title.",
      examples: ["Ứng dụng công nghệ thông tin trong hoạt động cơ quan nhà nước năm 2022"],
    }),
    issuer: text
      .optional()
      .meta({ title: "Cơ quan ban hành", description: "Who issued it.", examples: ["UBND tỉnh Thừa Thiên Huế"] }),
    issued: date
      .optional()
      .meta({ title: "Ngày ban hành", description: "When it was issued.", examples: ["2021-12-03"] }),
    language: z
      .enum(["vi", "en"])
      .optional()
      .meta({
        title: "Ngôn ngữ",
        description: "The language of its reports, unless another is asked for.",
        examples: ["vi"],
      }),
    year: year.meta({
      title: "Năm kế hoạch",
      description: "The year that it plans.",
      examples: [{ label: "2022", starts: "2022-01-01" }],
    }),
    levels: z
      .record(
        id,
        name
          .extend({
            aliases: texts.optional().meta({
              title: "Cách viết khác",
              description: "Other spellings of the level in exports.",
              examples: [["Quận, huyện", "Huyện, thị xã, thành phố"]],
            }),
          })
          .describe("A level's names."),
      )
      .optional()
      .meta({
        title: "Các cấp",
        description: "The levels of agencies, by ids of your choice.",
        examples: [{ tinh: { vi: "Cấp tỉnh", en: "Province" }, xa: { vi: "Cấp xã", en: "Commune" } }],
      }),
    // A workbook is what an office has first.
    units: text
      .regex(/^(?!.*\.(?:xlsx?|xlsm|xlsb|ods|docx?|pdf)$)/i, { error: "roster" })
      .optional()
      .meta({
        title: "Danh mục đơn vị",
        description:
          "A roster beside this file: a CSV with code, name and level; where they matter, aliases, from, until and parent.",
        examples: ["units/thua-thien-hue.csv"],
      }),
    groups: z
      .record(id, name.describe("A group's names."))
      .optional()
      .meta({
        title: "Các nhóm",
        description: "Headings under which indicators and tasks stand, in order.",
        examples: [{ citizens: { vi: "Phục vụ người dân và doanh nghiệp", en: "Citizens and businesses" } }],
      }),
    measures: z.record(measureName, measure).meta({
      title: "Các số liệu",
      description: "The counts that its indicators are made of.",
      examples: [{ "dossiers.settled": { vi: "Hồ sơ TTHC đã giải quyết", en: "Dossiers settled", accumulate: "sum" } }],
    }),
    indicators: z.record(id, indicator).meta({
      title: "Các chỉ tiêu",
      description: "What it measures, each with its target.",
      examples: [
        {
          "online-dossiers": {
            vi: "Hồ sơ giải quyết trực tuyến",
            numerator: "dossiers.settled_online",
            denominator: "dossiers.settled",
            target: { "at-least": "80%" },
          },
        },
      ],
    }),
    tasks: z
      .record(
        id,
        z
          .strictObject(described, { error: isMap("names") })
          .describe("A task without a number: shown with its state, never scored."),
      )
      .optional()
      .meta({
        title: "Các nhiệm vụ",
        description: "What it asks for without a number.",
        examples: [{ "central-infrastructure": { vi: "Hạ tầng thông tin tập trung của tỉnh" } }],
      }),
    amendments: z
      .array(amendment)
      .optional()
      .meta({
        title: "Điều chỉnh, bổ sung",
        description: "Later decisions that change the plan, in the order in which they take effect.",
        examples: [
          [{ number: "1500/QĐ-UBND", issued: "2022-06-20", effective: "2022-Q3", withdrawn: "mobile-signature" }],
        ],
      }),
    waivers: z
      .array(waiver)
      .optional()
      .meta({
        title: "Miễn trừ",
        description: "Decisions that misses do not count for a time.",
        examples: [
          [
            {
              indicator: "work-files",
              unit: "H57.15",
              until: "2022-Q3",
              reason: "Trụ sở bị ngập",
              document: "210/UBND",
            },
          ],
        ],
      }),
  })
  .meta({
    title: "chitieu plan",
    description: "A government plan's targets: what is measured, and what is asked of it.",
  });

export type PlanFile = z.output<typeof planSchema>;
export type IndicatorFile = z.output<typeof indicator>;
export type IndicatorChangeFile = z.output<typeof indicatorChange>;
export type AmendmentFile = z.output<typeof amendment>;
export type WaiverFile = z.output<typeof waiver>;
export type TargetFile = z.output<typeof target>;
export type OneTargetFile = z.output<typeof oneTarget>;
