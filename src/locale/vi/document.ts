import type { IsoDate } from "../../text/date.ts";
import { words } from "./words.ts";
import type { DocumentWords } from "../words/document.ts";

export const document: DocumentWords = {
  labels: {
    title: "Báo cáo",
    scope: "Nội dung đánh giá và kết quả chung",
    results: "Kết quả thực hiện các chỉ tiêu",
    missed: "Các chỉ tiêu chưa đạt",
    tasks: "Tình hình thực hiện các nhiệm vụ",
    coverage: "Kết quả sơ bộ và đơn vị chưa báo cáo",
    problems: "Vấn đề về số liệu",
    provenance: "Nguồn gốc số liệu",
    row: "TT",
    inPeriod: "Trong kỳ",
    toDate: "Lũy kế",
    chart: "Biểu đồ: Kết quả so với kế hoạch",
    task: "Nhiệm vụ",
    state: "Tình trạng",
    progress: "Tiến độ",
    evidence: "Minh chứng",
    reported: "Đã báo cáo đủ",
    unreported: "Đơn vị còn thiếu số liệu (kỳ)",
    readings: "Cách hiểu các chỉ tiêu",
    othersReported: "Các chỉ tiêu có số liệu hợp lệ đã được báo cáo đủ.",
    otherIndicators: "Chỉ tiêu khác",
    otherTasks: "Nhiệm vụ khác",
    noneMissed: "Không có chỉ tiêu nào chưa đạt.",
    recipients: "Nơi nhận:",
    signature: "CHỨC VỤ CỦA NGƯỜI KÝ",
    appendix: "Phụ lục",
    byAgency: "Kết quả của từng cơ quan, đơn vị",
    inputs: "Các tệp số liệu đã sử dụng",
    agency: "Cơ quan, đơn vị",
    metOf: "Đạt / có đánh giá",
    source: "Nguồn số liệu",
    rows: "Số dòng",
    digest: "Mã SHA-256",
    result: "Kết quả",
    whole: "toàn bộ",
  },
  republic: null,
  number: (number) => `Số: ${number ?? "……/BC-……"}`,
  signedAt: (place, date) => `${place ?? "…………"}, ${longDate(date)}`,
  planNamed: ({ number, title, issued, issuer }) =>
    [
      number === null ? `Kế hoạch “${title}”` : `Kế hoạch số ${number}`,
      issued === null ? "" : ` ${longDate(issued)}`,
      issuer === null ? "" : ` của ${issuer}`,
    ].join(""),
  subject: (plan, period) =>
    `Kết quả thực hiện các chỉ tiêu${plan === null ? "" : ` của ${plan}`}${period === null ? "" : `, ${withinSentence(words.period(period))}`}`,
  planIs: (plan, title) => `Kế hoạch được đánh giá: ${plan} về “${title}”.`,
  periodIs: (period, isLatest, mode, window) =>
    `Kỳ báo cáo: ${withinSentence(words.period(period))}${isLatest ? " (kỳ cuối có số liệu)" : ""}. ${mode === "period" ? "Đánh giá theo số liệu trong kỳ" : "Đánh giá theo số liệu lũy kế từ đầu năm"} (${window}).`,
  inputsAre: (files, rows) => `Nguồn số liệu: ${files} tệp, ${rows} dòng, liệt kê ở phụ lục.`,
  headline: (targets, indicators, verdicts) =>
    `Trong ${targets === indicators ? `${targets} chỉ tiêu` : `${targets} mục tiêu của ${indicators} chỉ tiêu`}: ${verdicts.join(", ")}.`,
  tasksAre: (tasks, states) => `Trong ${tasks} nhiệm vụ không có mục tiêu bằng số: ${states.join(", ")}.`,
  waivedAre: (waived) => `${waived} mục tiêu chưa đạt được miễn.`,
  troubled: (errors) =>
    `Số liệu có ${errors} lỗi: chỉ tiêu nào có thể bị lỗi làm thay đổi thì ghi là số liệu không hợp lệ và không được đánh giá.`,
  missedBy: (rate, counts, target) => `kết quả ${rate}${counts === "" ? "" : ` (${counts})`}, kế hoạch ${target}`,
  chartNote: "Số thứ tự như trong các bảng trên. Cột màu đỏ là kết quả chưa đạt.",
  provisionalAre: (results) =>
    `${results} kết quả sau đây là sơ bộ, vì còn đơn vị chưa báo cáo; số liệu đã báo cáo vẫn được tính.`,
  problemsAre: (errors, warnings, notes) => `Có ${errors} lỗi, ${warnings} cảnh báo và ${notes} ghi chú.`,
  problemsCut: (shown, all) =>
    `Bảng này nêu ${shown} trong ${all} vấn đề, lỗi trước; lệnh chitieu validate liệt kê tất cả.`,
  origin: (version, planFile) =>
    `Các kết quả được tính chính xác từ số đếm, bằng chitieu ${version}. Mã SHA-256 của tệp kế hoạch: ${planFile}. Cùng các tệp nêu ở phụ lục và cùng kế hoạch này luôn cho cùng kết quả.`,
  closing: (subject) => `Trên đây là báo cáo ${withinSentence(subject)}./.`,
  attached: (number, date, agency) =>
    `(Kèm theo Báo cáo số ${number ?? "……/BC-……"} ${longDate(date)} của ${agency ?? "……………………"})`,
  columnsAre: "Số ở đầu cột là số thứ tự của chỉ tiêu:",
  cellsAre:
    "Ô in đậm trên nền xám: chưa đạt. Dấu *: sơ bộ. Dấu –: không phát sinh. Dấu …: chưa báo cáo hoặc không có số liệu. Dấu !: số liệu không hợp lệ. Ô trống: không áp dụng.",
  notAssessed: (why) => `Chưa đánh giá được: ${why}. Báo cáo này không có kết quả nào; các vấn đề cần xử lý như sau.`,
};

/** "ngày 05 tháng 01 năm 2023", as documents are dated; what is not known is left to fill in. */
function longDate(date: IsoDate | null): string {
  if (date === null) return "ngày …… tháng …… năm ………";
  const [year = "", month = "", day = ""] = date.split("-");
  // Days below 10 and the first two months have a zero in front (Nghị định 30/2020/NĐ-CP).
  return `ngày ${day} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`;
}

/** What begins with a capital alone, inside a sentence. */
function withinSentence(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
