import type { PlanWords } from "../words/plans.ts";
import { count, dateOf } from "./phrases.ts";

export const plans: PlanWords = {
  labels: {
    id: "Mã",
    issuer: "Cơ quan ban hành",
    issued: "Ngày ban hành",
    year: "Năm kế hoạch",
    levels: "Các cấp",
    units: "Số đơn vị",
    measures: "Số liệu",
    asks: "Gồm",
    indicator: "Chỉ tiêu",
    task: "Nhiệm vụ",
    text: "Nguyên văn",
    formula: "Công thức",
    target: "Mục tiêu",
    note: "Ghi chú",
    cites: "Căn cứ",
    excludes: "Không tính",
    applies: "Áp dụng",
    lowBase: "Cỡ mẫu nhỏ khi mẫu số dưới",
    advisory: "Tham khảo, không quyết định mã thoát",
    over100: "Có thể vượt 100%",
    fixed: "Số cố định",
    noGroup: "Chưa xếp nhóm",
  },
  sizes: (indicators, tasks) => `${count(indicators)} chỉ tiêu, ${count(tasks)} nhiệm vụ`,
  due: (by) => `đến hết ${dateOf(by)}`,
  milestone: (until, value) => `${value} đến hết ${until}`,
  accumulate: {
    sum: "cộng dồn qua các kỳ",
    first: "số đầu năm",
    last: "số của kỳ cuối",
    distinct: "đếm một lần trong năm",
  },
  scope: (levels, units, from, until) =>
    [
      ...(levels.length > 0 ? [levels.map(ofLevel).join(", ")] : []),
      ...(units.length > 0 ? [`đơn vị ${units.join(", ")}`] : []),
      ...(from === null ? [] : [`từ ${from}`]),
      ...(until === null ? [] : [`đến hết ${until}`]),
    ].join("; "),
  linted: (some) => `${count(some)} kế hoạch`,
  counted: (errors, warnings, notes) => `${count(errors)} lỗi, ${count(warnings)} cảnh báo, ${count(notes)} ghi chú`,
  exits: {
    "wrong-usage": "kế hoạch hoặc câu lệnh không hợp lệ",
    warning: "có cảnh báo",
    "errors-tolerated": "kế hoạch có lỗi, và được yêu cầu bỏ qua",
    "no-errors": "kế hoạch không có lỗi",
  },
};

/** "Cấp tỉnh" is called so already, "Xã" is not. */
function ofLevel(name: string): string {
  return /^cấp(?!\p{L})/iu.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : `cấp ${name}`;
}
