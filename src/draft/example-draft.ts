import type { Draft } from "./draft.ts";

/** What a plan looks like, to be written over: a ratio and a count. */
export function exampleDraft({ id, title, year }: Pick<Draft, "id" | "title" | "year">): Draft {
  return {
    id,
    title,
    year,
    levels: {},
    groups: { nguoi_dan: "Phục vụ người dân và doanh nghiệp" },
    measures: {
      "dossiers.settled": "Hồ sơ TTHC đã giải quyết",
      "dossiers.settled_online": "Hồ sơ TTHC giải quyết trực tuyến",
      "xa.chuyen_doi_so": "Xã mẫu về chuyển đổi số",
    },
    indicators: [
      {
        id: "ho-so-truc-tuyen",
        name: "Hồ sơ TTHC được giải quyết trực tuyến",
        group: "nguoi_dan",
        text: "80% hồ sơ thủ tục hành chính được giải quyết trực tuyến",
        note: null,
        numerator: "dossiers.settled_online",
        denominator: "dossiers.settled",
        targets: { "": "{ at-least: 80% }" },
      },
      {
        id: "xa-mau",
        name: "Xã mẫu về chuyển đổi số",
        group: null,
        text: "Xây dựng ít nhất 9 xã mẫu về chuyển đổi số",
        note: null,
        numerator: "xa.chuyen_doi_so",
        denominator: null,
        targets: { "": "{ at-least: 9 }" },
      },
    ],
  };
}
