import type { SettingWords } from "../words/settings.ts";

export const settings: SettingWords = {
  noFile: "Không có chitieu.yaml ở đây và ở các thư mục bên trên.",
  nothing: "–",
  unsaid: {
    period: "kỳ cuối có số liệu",
    "as-of": "ngày cuối của khoảng được tính",
    encoding: "theo tệp, theo nguồn, rồi utf-8",
    language: "theo kế hoạch, rồi theo hệ thống",
  },
  origins: { argument: "dòng lệnh", default: "mặc định" },
};
