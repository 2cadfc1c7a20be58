import type { RosterWords } from "../words/roster.ts";
import { count } from "./phrases.ts";

export const roster: RosterWords = {
  likeness: {
    marks: "chỉ khác dấu",
    "short-form": "viết tắt hoặc gọi ngắn",
    spelling: "khác một, hai chữ cái",
  },
  onRoster: "trong danh sách",
  namedIn: (sources) => `có trong ${sources.join(", ")}`,
  perhaps: (name, likeness) => `có thể cũng là “${name}”: ${likeness}`,
  found: (all, fresh) =>
    fresh === all ? `${count(all)} đơn vị` : `${count(all)} đơn vị, ${count(fresh)} chưa có trong danh sách`,
  withoutLevel: (units) => `${count(units)} đơn vị chưa rõ cấp: điền vào cột cấp (level).`,
  pairs: (pairs) => `${count(pairs)} cặp có thể là một đơn vị:`,
  decide: "Nếu đúng là một, ghi tên này vào cột tên khác (aliases) của tên kia và bỏ dòng thừa.",
};
