import type { SourceWords } from "../words/sources.ts";

export const sources: SourceWords = {
  rows: {
    unit: "mỗi dòng là một cơ quan, đơn vị",
    count: "mỗi dòng là một số liệu",
    record: "mỗi dòng là một bản ghi",
    task: "mỗi dòng là một nhiệm vụ",
  },
  types: { text: "chữ", count: "số đếm", percent: "tỷ lệ phần trăm", date: "ngày" },
  labels: {
    system: "Hệ thống",
    form: "Mẫu biểu",
    columns: "Các cột",
    optional: "có thể không có",
    missing: "chưa báo cáo",
    zero: "không phát sinh",
    blank: "ô trống",
    rate: "được so với",
    key: "Mỗi bản ghi được xác định bởi",
    sections: "Đề mục cho biết cấp của các dòng bên dưới",
    totals: "Dòng tổng, chỉ để so sánh và không bao giờ được cộng",
    ignore: "Dòng nhắc lại một phần của dòng trên bắt đầu bằng",
    balance: "Phải bằng nhau",
    level: "Cấp của mọi đơn vị",
    cumulative: "Mỗi tệp là số lũy kế từ đầu năm đến hết kỳ.",
    coversAll: "Đơn vị không có dòng nào là đơn vị không phát sinh.",
    unitOfFile: "Mỗi tệp là của một đơn vị, nêu ở dòng tiêu đề, tên tệp hoặc tên thư mục.",
    encoding: "Bảng mã",
    thousands: "Số đếm được viết 1,234.",
    measures: "Các số liệu",
    anyMeasure: "những số liệu mà các dòng nêu tên",
    period: "Kỳ báo cáo",
    noPeriod: "theo ngày ở từng dòng",
    notRecognised: "chưa nhận ra",
  },
  number: (number) => `cột số ${number} của mẫu biểu`,
  periodFrom: {
    option: "theo --period-of",
    column: "ghi ở từng dòng",
    name: "theo tên tệp, tên thư mục hoặc tên trang tính",
    title: "theo dòng tiêu đề",
  },
  counted: (where) => `số dòng${whereIn(where)}`,
  summed: (column, where) => `tổng của “${column}”${where.length === 0 ? "" : ` ở các dòng${whereIn(where)}`}`,
  distinct: (column, where) => `số “${column}” khác nhau${where.length === 0 ? "" : ` ở các dòng${whereIn(where)}`}`,
  isOneOf: (column, values) => `“${column}” là ${values.join(" hoặc ")}`,
  byDate: (column) => `theo ngày ở “${column}”`,
};

function whereIn(conditions: readonly string[]): string {
  return conditions.length === 0 ? "" : ` có ${conditions.join(" và ")}`;
}
