import * as z from "zod/mini";
import { date, text, texts } from "./config-scalars.ts";

/** What stands around a report that is a document of an office. */
export const reportHeader = () =>
  z.strictObject({
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
      .optional(date())
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
