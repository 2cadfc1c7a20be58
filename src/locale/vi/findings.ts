import type { FindingWords } from "../words/findings.ts";

export const findings: FindingWords = {
  overview: "Tổng hợp",
  sender: "Cơ quan gửi hoặc tệp",
  general: "Chung",
  file: "Tệp",
  sheet: "Trang tính",
  cell: "Ô",
  lineColumn: "Dòng:cột",
  place: "Ô hoặc dòng:cột",
  field: "Cột",
  found: "Đang ghi",
  wrong: "Sai ở đâu",
  hint: "Cách sửa",
  severity: "Mức độ",
  code: "Mã",
  errors: "Lỗi",
  warnings: "Cảnh báo",
  notes: "Ghi chú",
};
