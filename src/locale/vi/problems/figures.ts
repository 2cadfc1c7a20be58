import { formatDecimal, list, wording } from "../../locale.ts";
import type { ProblemWords } from "../../words/problems.ts";
import { count, numbers } from "../phrases.ts";
import { ofUnit } from "./phrases.ts";

/** What is said of figures. */
export const figures = {
  "figure-twice": ({ measures, unit, period }) =>
    wording(
      `${measuresOf(measures, unit)} trong ${period} được nêu hai lần`,
      "Bỏ một trong hai dòng hoặc hai tệp. Nếu mỗi nơi chỉ là một phần của số liệu thì cộng lại thành một dòng.",
    ),
  "period-overlap": ({ measures, unit, one, other }) =>
    wording(
      `${measuresOf(measures, unit)} được nêu cho ${one} và cho ${other}, hai kỳ này chồng lên nhau`,
      "Chỉ giữ một trong hai, để mỗi tháng được tính đúng một lần.",
    ),
  "whole-beside-units": ({ measure, period, unit }) =>
    wording(
      `${measure} trong ${period} được nêu cho toàn bộ và cho cả từng phần (${unit})`,
      "Chỉ giữ số của toàn bộ, hoặc số của từng phần.",
    ),
  "measure-two-sources": ({ measure, one, other }) =>
    wording(
      `hai nguồn cùng cung cấp ${measure}: ${one} và ${other}`,
      `Nêu nguồn được dùng trong kế hoạch: ${measure}: { source: ${one} }.`,
    ),
  "record-twice": ({ key, measure, period }) =>
    wording(`bản ghi “${key}” sẽ bị tính hai lần cho ${measure} trong ${period}`, "Bỏ một trong hai dòng."),
  "total-mismatch": ({ of, scope, period, stated, sum }) =>
    wording(
      `tổng ${scope === null ? "" : `của ${scope} `}ở “${of}” trong ${period} ghi ${count(stated)}, còn các phần cộng lại là ${count(sum)}: ${difference(stated, sum)}`,
      "Kết quả dùng số của các phần. Hãy hỏi nơi gửi số nào đúng.",
    ),
  "balance-mismatch": ({ equation, left, right }) =>
    wording(
      `${equation}: vế trái ${count(left)}, vế phải ${count(right)}, ${difference(left, right)}`,
      "Kết quả dùng từng số như đã ghi. Hãy hỏi nơi gửi số nào đúng.",
    ),
  "rate-mismatch": ({ printed, exact, numerator, denominator }) =>
    wording(
      `tỷ lệ ghi ${printed}, còn ${count(numerator)}/${count(denominator)} là ${formatDecimal(exact, numbers)}%`,
      "Tỷ lệ in sẵn không được dùng; kết quả tính từ hai số đếm. Hãy kiểm tra xem số nào trong ba số bị sai.",
    ),
  "carried-mismatch": ({ unit, carried, pending, period, before }) =>
    wording(
      `${unit === null ? "" : `${unit}: `}số từ kỳ trước chuyển sang ${period} là ${count(carried)}, còn số tồn cuối ${before} là ${count(pending)}: ${difference(carried, pending)}`,
      "Hãy hỏi nơi gửi vì sao số cuối kỳ trước và số đầu kỳ này khác nhau.",
    ),
  "cumulative-shrinks": ({ measure, unit, one, other, before, after }) =>
    wording(
      `${measure}${ofUnit(unit)}, lũy kế từ đầu năm, là ${count(after)} trong ${other} và là ${count(before)} trong ${one}: thiếu ${count(before - after)}`,
      "Số lũy kế không thể giảm; kết quả dùng số của kỳ sau. Hãy kiểm tra cả hai tệp.",
    ),
  "numerator-over-denominator": ({ indicator, numerator, denominator }) =>
    wording(
      `${indicator}: tử số ${count(numerator)} lớn hơn mẫu số ${count(denominator)}`,
      "Kiểm tra cả hai số; nếu trên 100% là đúng thì khai báo over-100: true trong kế hoạch.",
    ),
  "side-negative": ({ indicator, numerator, denominator }) =>
    wording(
      `${indicator}: một vế của công thức nhỏ hơn 0 (${count(numerator)}${denominator === null ? "" : ` / ${count(denominator)}`})`,
      "Kiểm tra các số đếm bị trừ trong công thức.",
    ),
  "unit-over-denominator": ({ indicator, unit, numerator, denominator }) =>
    wording(
      `${indicator}: ở ${unit} tử số ${count(numerator)} lớn hơn mẫu số ${count(denominator)}`,
      "Kiểm tra cả hai số của đơn vị này; nếu trên 100% là đúng thì khai báo over-100: true trong kế hoạch.",
    ),
  "other-year": ({ period, year }) =>
    wording(
      `${period} không thuộc năm ${year} của kế hoạch; các dòng này không được dùng`,
      "Sửa lại kỳ báo cáo, hoặc chuyển các dòng này sang kế hoạch của năm đó.",
    ),
  "stock-twice": ({ measures, unit, one, other }) =>
    wording(
      `${measuresOf(measures, unit)} có hai số khác nhau vào cuối ${one} và cuối ${other}, là cùng một ngày`,
      "Chỉ giữ lại số đúng.",
    ),
  "dates-elsewhere": ({ stated, found }) =>
    wording(
      `tệp thuộc ${stated} nhưng không có ngày nào trong kỳ đó: ngày này thuộc ${found}`,
      "Tệp có nằm nhầm thư mục không? Kết quả tính theo ngày.",
    ),
  "dates-outside": ({ year }) =>
    wording(`ngày nằm ngoài năm ${year} của kế hoạch: các bản ghi này không được tính theo ngày đó`),
  "file-without-rows": () =>
    wording(
      "tệp chỉ có dòng tiêu đề, không có dòng số liệu nào",
      "Kết xuất lại; nếu thật sự không có gì thì để nguyên.",
    ),
  "measure-unsupplied": ({ indicator, measure, other }) =>
    wording(
      `${indicator}: không tệp nào cung cấp ${measure}, trong khi đã có ${other}`,
      "Tìm tệp còn thiếu, hoặc tên số liệu viết sai trong nguồn số liệu.",
    ),
  "waiver-expired": ({ indicator, level, unit, until, document }) =>
    wording(
      `việc miễn chỉ tiêu ${indicator}${(unit ?? level) ? ` (${unit ?? level})` : ""} theo ${document} đã hết hạn sau kỳ ${until}: kết quả chưa đạt lại được tính`,
      "Nếu việc miễn được gia hạn, ghi kỳ mới vào until:; nếu không, hãy bỏ mục này.",
    ),
  "nothing-in-window": ({ period, periods }) =>
    wording(`không có số liệu nào thuộc ${period}`, `Số liệu có cho: ${list(periods)}.`),
} satisfies Partial<ProblemWords>;

/** One measure, or how many there are and the first of them. */
function measuresOf(measures: readonly string[], unit: string | null): string {
  const [first = ""] = measures;
  if (measures.length === 1) return `${first}${ofUnit(unit)}`;
  const named = `${list(measures.slice(0, 3))}${measures.length > 3 ? ", …" : ""}`;
  return `${measures.length} số liệu${ofUnit(unit)} (${named})`;
}

function difference(one: number, other: number): string {
  return `${one > other ? "thừa" : "thiếu"} ${count(Math.abs(one - other))}`;
}
