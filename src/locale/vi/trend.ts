import type { TrendWords } from "../words/trend.ts";
import { ROMAN } from "./phrases.ts";

export const trend: TrendWords = {
  title: "Kết quả qua các kỳ",
  inPeriod: "trong kỳ",
  toDate: "lũy kế",
  line: "diễn biến",
  shortPeriod(period) {
    const [year = "", part] = period.split("-");
    if (part === undefined) return year;
    const number = Number(part.replace(/\D/, ""));
    if (part.startsWith("Q")) return `Quý ${ROMAN[number - 1]}`;
    if (part === "9M") return "9 tháng";
    return part.startsWith("H") ? `6T ${number === 1 ? "đầu" : "cuối"}` : `T${part}`;
  },
  projection: "Ước thực hiện cả năm",
  methods: { "average-of-periods": "trung bình các kỳ đã có × số kỳ của năm" },
  projectionNote: (method) => `≈ Ước thực hiện cả năm: ${method}. Chỉ để tham khảo, không ảnh hưởng đến đánh giá.`,
  wouldBe: { met: "ước đạt", missed: "ước chưa đạt" },
  unprojected: {
    "too-few-periods": "chưa đủ hai kỳ có số liệu đầy đủ",
    "no-flow": "công thức có số liệu không cộng dồn qua các kỳ",
    "year-over": "năm kế hoạch đã kết thúc",
    "none-arising": "không phát sinh",
    "too-large": "số vượt quá 9.007.199.254.740.991",
  },
  unprojectedCount: (targets, why) => `Không ước thực hiện cả năm cho ${targets} mục tiêu: ${why}.`,
  neededTitle: "Các kỳ còn lại cần đạt",
  needed: (percent) => `các kỳ còn lại cần đạt từ ${percent}% trở lên`,
  unreachable: (percent) => `không còn khả năng đạt: các kỳ còn lại phải đạt ${percent}%`,
  neededNote:
    "Mức các kỳ còn lại cần đạt: tính đến hạn của mục tiêu, với giả định mẫu số mỗi kỳ còn lại bằng trung bình các kỳ đã có; làm tròn lên.",
  provisionalNote: "* Sơ bộ: còn đơn vị thiếu số liệu.",
  hidden: (periods) => `Màn hình hẹp, không hiện ${periods}; -f json hoặc -f csv có đủ các kỳ.`,
  noPeriods: "Không có kỳ nào có số liệu.",
};
