import { list, wording } from "../../locale.ts";
import type { ProblemWords } from "../../words/problems.ts";
import { KINDS, suggestion } from "./phrases.ts";

/** What is said of what is doubtful in a valid plan. */
export const doubts = {
  "quote-missing": ({ kind, name }) =>
    wording(
      `${KINDS[kind]} “${name}” chưa có nguyên văn của kế hoạch`,
      "Trích nguyên văn vào text: để người đọc đối chiếu được, hoặc nêu trong note: vì sao không trích.",
    ),
  "quote-without-target": ({ value, quoted }) =>
    wording(
      `mục tiêu là ${value}, còn nguyên văn ghi ${list(quoted)}`,
      "Sửa số cho khớp; nếu văn bản điều chỉnh đặt mục tiêu này thì trích nguyên văn văn bản đó vào text: của phần điều chỉnh; nếu mục tiêu là cách hiểu của bạn thì nêu con số đó trong note:.",
    ),
  "name-missing": ({ kind, name }) =>
    wording(
      `${KINDS[kind]} “${name}” chưa có tên, nên báo cáo chỉ hiện mã này`,
      "Đặt tên bằng vi: và, nếu được, bằng en:.",
    ),
  "names-untranslated": ({ language, names, first }) =>
    wording(
      `${names} tên chưa có ${language === "en" ? "tiếng Anh" : "tiếng Việt"}, đầu tiên là của “${first}”`,
      `Báo cáo ${language === "en" ? "tiếng Anh" : "tiếng Việt"} sẽ dùng tên bằng ngôn ngữ kia; bổ sung bằng ${language}:.`,
    ),
  "declared-unused": ({ kind, name }) =>
    wording(
      `${KINDS[kind]} “${name}” được khai báo nhưng không dùng ở đâu`,
      "Bỏ đi, hoặc xem có chỗ nào lẽ ra phải dùng mà viết tên khác không.",
    ),
  "level-unreported": ({ level, reported }) =>
    wording(
      `danh sách đơn vị không có đơn vị nào ở cấp “${level}”, nên sẽ không ai báo cáo cho cấp này`,
      reported.length > 0
        ? `Các cấp có đơn vị: ${list(reported)}.`
        : "Bổ sung đơn vị vào danh mục, hoặc bỏ cấp này đi.",
    ),
  "source-lacks-measure": ({ source, measure, nearest }) =>
    wording(
      `nguồn “${source}” không cung cấp số liệu “${measure}”`,
      suggestion(nearest) ?? `chitieu source show ${source} liệt kê các số liệu của nguồn này.`,
    ),
  "measures-without-source": ({ measures }) =>
    wording(
      `không nguồn nào cung cấp các số liệu: ${list(measures)}`,
      "Có thể nhập các số này bằng bảng số liệu đơn giản (kỳ báo cáo, đơn vị, cấp, số liệu, số lượng), hoặc mô tả nguồn của bạn trong sources:.",
    ),
  "target-unreachable": ({ target }) =>
    wording(
      `không số liệu nào đạt được mục tiêu “${target}”`,
      "Tỷ lệ nằm trong khoảng 0–100%; nếu tử số có thể vượt mẫu số thì khai báo over-100: true.",
    ),
  "target-always-met": ({ target }) =>
    wording(`số liệu nào cũng đạt mục tiêu “${target}”`, "Xem lại con số và phép so sánh."),
  "milestone-harder": ({ until, value, next, following }) =>
    wording(
      `mốc đến hết ${until} (${value}) khó đạt hơn yêu cầu sau đó (${next}: ${following})`,
      "Xem lại các con số: yêu cầu thường chặt dần cho đến hạn.",
    ),
  "waivers-overlap": ({ indicator, level, unit, until, document, other, lasts }) =>
    wording(
      `việc miễn chỉ tiêu ${indicator}${(unit ?? level) ? ` (${unit ?? level})` : ""} đến hết kỳ ${until} theo ${document} không có tác dụng: ${other} đã miễn cho cùng đối tượng đến hết kỳ ${lasts}`,
      "Báo cáo chỉ nêu văn bản có thời hạn dài nhất. Nếu việc miễn được gia hạn, hãy giữ một mục với until: là kỳ sau cùng và ghi cả hai số văn bản trong document:; nếu không thì sửa level, unit hoặc until.",
    ),
  "ratio-constant": ({ formula }) =>
    wording(`tử số và mẫu số đều là “${formula}”, nên tỷ lệ luôn là 100%`, "Xem lại tử số hoặc mẫu số."),
  "natures-mixed": ({ numerator, denominator, flow }) =>
    wording(
      `tỷ lệ này chia một số phát sinh trong năm cho một số tại thời điểm cuối kỳ, hoặc ngược lại (“${numerator}” và “${denominator}”)`,
      `“${flow}” được cộng dồn qua các kỳ; nếu đó là số tại thời điểm thì khai báo accumulate: last.`,
    ),
  "indicators-alike": ({ indicator, other }) =>
    wording(
      `“${indicator}” có cùng công thức và mục tiêu với “${other}”`,
      "Bỏ một chỉ tiêu, hoặc sửa công thức bị chép lại.",
    ),
  "shares-over-100": ({ indicators, sum }) =>
    wording(
      `${list(indicators)} là các phần tách rời của cùng một mẫu số, mà mục tiêu cộng lại là ${sum.replace(".", ",")}%`,
      "Không thể đạt tất cả cùng lúc: có lẽ mỗi chỉ tiêu có mẫu số riêng.",
    ),
} satisfies Partial<ProblemWords>;
