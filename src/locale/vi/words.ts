import type { Words } from "../words/words.ts";
import { ROMAN, count, dateOf, numbers } from "./phrases.ts";

export const words: Words = {
  decisions: {
    amendedBy: (document, issued, from) => `Điều chỉnh, bổ sung theo ${document} ngày ${issued}, áp dụng từ ${from}`,
    changed: "sửa:",
    added: "bổ sung:",
    withdrawn: "bãi bỏ:",
    without: (names) => `không tính ${names} thì đạt`,
    waiver: "Miễn",
    waived: (until, reason, document) => `đến hết ${until}: ${reason} (${document})`,
  },
  language: "vi",
  ...numbers,
  verdicts: {
    met: "đạt",
    missed: "chưa đạt",
    "no-data": "chưa có số liệu",
    "not-applicable": "không áp dụng",
    "not-scored": "không chấm",
    invalid: "số liệu không hợp lệ",
  },
  reasons: {
    "not-reported": "chưa báo cáo",
    "none-arising": "không phát sinh",
    "keys-needed": "cần danh sách mã",
    incomplete: "báo cáo chưa đủ",
    "over-100": "tử số lớn hơn mẫu số",
    negative: "số đếm âm",
    "untrusted-data": "số liệu có lỗi",
    "outside-scope": "ngoài phạm vi áp dụng",
    withdrawn: "đã bãi bỏ",
  },
  flags: {
    provisional: "sơ bộ",
    interim: "chưa đến hạn",
    waived: "được miễn",
    advisory: "tham khảo",
    "low-base": "cỡ mẫu nhỏ",
  },
  states: { done: "đã hoàn thành", "in-progress": "đang thực hiện", "not-started": "chưa thực hiện" },
  operators: { "at-least": "≥", "more-than": ">", "at-most": "≤", "less-than": "<", exactly: "=", between: "" },
  severities: { error: "lỗi", warning: "cảnh báo", note: "ghi chú" },
  exits: {
    bug: "lỗi của chính chitieu",
    "wrong-usage": "câu lệnh, kế hoạch, nguồn số liệu hoặc cấu hình không hợp lệ",
    "untrusted-data": "số liệu không đáng tin cậy",
    missed: "có chỉ tiêu chưa đạt",
    "nothing-assessed": "không đánh giá được chỉ tiêu nào",
    "no-data": "có chỉ tiêu chưa có số liệu",
    warning: "có cảnh báo",
    "misses-tolerated": "có chỉ tiêu chưa đạt, nhưng không quyết định mã thoát",
    "none-missed": "không có chỉ tiêu nào chưa đạt",
    "errors-tolerated": "số liệu có lỗi, nhưng được yêu cầu bỏ qua",
    "no-errors": "số liệu không có lỗi",
  },
  columns: {
    indicator: "Chỉ tiêu",
    level: "Cấp",
    counts: "Số liệu",
    rate: "Kết quả",
    target: "Kế hoạch",
    gap: "Còn thiếu",
    verdict: "Đánh giá",
  },
  period(period) {
    const [year = "", part] = period.split("-");
    if (part === undefined) return `Năm ${year}`;
    if (part === "9M") return `9 tháng đầu năm ${year}`;
    const number = Number(part.replace(/\D/, ""));
    if (part.startsWith("Q")) return `Quý ${ROMAN[number - 1]}/${year}`;
    return part.startsWith("H") ? `6 tháng ${number === 1 ? "đầu" : "cuối"} năm ${year}` : `Tháng ${part}/${year}`;
  },
  date: dateOf,
  dateInText: dateOf,
  yearToDate: "lũy kế từ đầu năm",
  periodAlone: "trong kỳ",
  latest: "kỳ cuối có số liệu",
  plan: "Kế hoạch",
  over: (by) => `vượt ${by}`,
  tasks: "nhiệm vụ",
  task: "nhiệm vụ",
  taskUnreported: "chưa báo cáo",
  total: "Tổng hợp",
  whole: "toàn bộ",
  provisional: "Sơ bộ",
  missing: (missing, of, basis) =>
    basis === "whole"
      ? "còn thiếu số liệu của toàn bộ"
      : `${missing}/${of} ${basis === "roster" ? "đơn vị trong danh sách" : "đơn vị báo cáo"} còn thiếu số liệu`,
  more: (more) => `và ${more} mục khác`,
  exitCode: (code, why) => `Mã thoát ${code}: ${why}.`,
  notAssessed: "Chưa đánh giá được",
  counts: (errors, warnings) => `${count(errors)} lỗi, ${count(warnings)} cảnh báo`,
  read: (files, rows) => `${count(files)} tệp, ${count(rows)} dòng`,
  rows: (rows) => `${count(rows)} dòng`,
  seeAlso: "xem thêm",
};
