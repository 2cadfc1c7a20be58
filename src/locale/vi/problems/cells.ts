import { list, wording } from "../../locale.ts";
import type { ProblemWords } from "../../words/problems.ts";
import { DAMAGE, damage, damageThen, ofUnit, suggestion, termOf } from "./phrases.ts";

/** What is said of cells. */
export const cells = {
  "count-unreadable": ({ text }) => wording(`“${text}” không phải là số đếm`, countHint(text)),
  "count-missing": () =>
    wording(
      "ở đây thiếu số đếm",
      'Viết 0 nếu không phát sinh. Nếu chưa báo cáo thì bỏ cả dòng, hoặc khai báo missing: [""] trong nguồn số liệu.',
    ),
  "count-too-large": ({ text }) =>
    wording(`“${text}” quá lớn: số đếm chỉ chính xác đến 9.007.199.254.740.991`, "Kiểm tra lại số chữ số."),
  "sum-too-large": ({ of }) =>
    wording(`tổng của “${of}” vượt quá 9.007.199.254.740.991`, "Tìm số đếm có quá nhiều chữ số."),
  "date-unreadable": ({ text }) =>
    wording(
      `“${text}” không phải là ngày`,
      damage(text, DATE_DAMAGE) ?? "Ngày được viết 31/3/2022 hoặc 2022-03-31, và phải có trong lịch.",
    ),
  "percent-unreadable": ({ text }) =>
    wording(
      `“${text}” không phải là tỷ lệ từ 0% đến 100%`,
      damageThen(text, "Viết kèm dấu phần trăm: 60%, 95,5% hoặc 95.5%."),
    ),
  "category-unknown": ({ text, allowed }) =>
    wording(
      text === "" ? "ở đây thiếu giá trị" : `giá trị “${text}” chưa được khai báo cho cột này`,
      damageThen(text, `Đã khai báo: ${list(allowed)}. Giá trị khác thì thêm vào values trong nguồn số liệu.`),
    ),
  "cell-missing": () => wording("ô này không được để trống", "Hãy điền vào, hoặc sửa lại tệp kết xuất."),
  "measure-unknown": ({ text, nearest }) =>
    wording(
      `kế hoạch không có số liệu “${text}”; các dòng của nó không được dùng`,
      damage(text) ??
        suggestion(nearest) ??
        "Nếu kế hoạch cần số liệu này thì khai báo trong measures; nếu không thì cứ để nguyên.",
    ),
  "task-unknown": ({ text, nearest }) =>
    wording(
      `kế hoạch không có nhiệm vụ “${text}”`,
      damage(text) ?? suggestion(nearest) ?? "Viết mã hoặc tên của nhiệm vụ như trong kế hoạch.",
    ),
  "level-unknown": ({ text, allowed }) =>
    wording(`kế hoạch không có cấp “${text}”`, damageThen(text, `Các cấp: ${list(allowed)}.`)),
  "level-missing": ({ unit, allowed, nearest }) =>
    wording(
      `không có gì cho biết “${unit}” thuộc cấp nào`,
      suggestion(nearest) ?? `Thêm cột cấp (${list(allowed)}), hoặc đưa đơn vị vào danh sách của kế hoạch.`,
    ),
  "level-disagrees": ({ unit, one, other }) =>
    wording(`“${unit}” được ghi ở hai cấp: ${one} và ${other}`, "Sửa tệp kết xuất hoặc danh sách đơn vị."),
  "unit-outside-term": ({ unit, period, terms }) =>
    wording(
      `“${unit}” có số liệu ${period}, khi đơn vị không tồn tại: danh sách đơn vị ghi hiệu lực ${terms.map(termOf).join(", ")}`,
      "Sửa from (từ) hoặc until (đến) trong danh sách; hoặc ghi số liệu cho đơn vị tiếp nhận, hay cho kỳ trước đó.",
    ),
  "figure-across-levels": ({ unit, period, levels }) =>
    wording(
      `số liệu ${period} của “${unit}” trải qua thời điểm đơn vị đổi cấp (${levels.join(" → ")})`,
      "Kế hoạch giao chỉ tiêu riêng cho từng cấp: tách số liệu trước và sau khi đổi cấp.",
    ),
  "unit-ambiguous": ({ text, period, units }) =>
    wording(
      `“${text}” là tên của nhiều đơn vị${period === null ? "" : ` trong kỳ ${period}`}: ${units.map(({ unit, terms }) => `${unit} (${terms.map(termOf).join(", ")})`).join(", ")}`,
      `Ghi mã đơn vị, chẳng hạn “${units.at(-1)?.unit}”, thay cho tên${period === null ? "." : ", hoặc tách số liệu theo thời gian của từng đơn vị."}`,
    ),
  "unit-unknown": ({ text, nearest }) =>
    wording(
      `“${text}” không có trong danh sách đơn vị của kế hoạch; được tính như một đơn vị riêng`,
      damage(text) ?? suggestion(nearest) ?? "Đưa vào danh sách, hoặc ghi là tên khác của một đơn vị đã có.",
    ),
  "blank-withholds": ({ measure, unit }) =>
    wording(
      `ô này để trống nên ${measure}${ofUnit(unit)} coi như chưa báo cáo`,
      "Ghi 0 nếu không phát sinh, hoặc điền số còn thiếu.",
    ),
  "text-lost": ({ text }) =>
    wording(
      `“${text}” có ký tự đã mất do đọc sai bảng mã`,
      "Kết xuất lại tệp gốc bằng Unicode: các ký tự này không thể khôi phục.",
    ),
  "unit-damaged": ({ text }) => wording(`“${text}” là lỗi của Excel, không phải tên đơn vị`, damage(text)),
  "unit-unnamed": () =>
    wording(
      "không có gì cho biết tệp này là của đơn vị nào",
      "Ghi “Đơn vị: …” ở dòng tiêu đề; nếu kế hoạch có danh sách đơn vị (units) thì tên tệp hay thư mục theo mã hoặc tên đơn vị cũng được.",
    ),
} satisfies Partial<ProblemWords>;

const DATE_DAMAGE: typeof DAMAGE = {
  ...DAMAGE,
  "short-date": "Excel chỉ hiện ngày này ở dạng rút gọn: định dạng cột là dd/mm/yyyy rồi lưu lại.",
  date: null,
  "day-number": "Đây là số mà Excel dùng để ghi một ngày: định dạng cột là dd/mm/yyyy rồi lưu lại.",
};

/** How counts are written, for one that is not. */
function countHint(text: string): string {
  const done = damage(text);
  if (done !== null) return done;
  if (/^\d{1,3}(?:,\d{3})+$/.test(text.trim()))
    return "Số đếm được viết 1234, 1.234 hoặc 1 234; chỉ viết 1,234 nếu nguồn số liệu khai báo thousands: “,”.";
  if (/^\d{1,3}\.\d{1,3}$/.test(text.trim()))
    return "Số đếm không có phần thập phân. Nếu 1.900 đã thành 1.9 thì chương trình bảng tính đã coi dấu chấm là dấu thập phân, và 2.000 cũng đã thành 2 mà không ai thấy: lấy lại tệp gốc, và cho đọc các cột dưới dạng Văn bản (Text).";
  return "Số đếm là số nguyên không âm, được viết 1234, 1.234 hoặc 1 234.";
}
