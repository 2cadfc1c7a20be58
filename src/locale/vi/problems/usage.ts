import { list, wording } from "../../locale.ts";
import type { ProblemWords } from "../../words/problems.ts";
import { suggestion, systemSays } from "./phrases.ts";

/** What is said of the command line and the config. */
export const usage = {
  "option-wrong": ({ option, value, allowed }) =>
    wording(
      value === "" ? `${option} chưa có giá trị` : `${translated(option)} không nhận giá trị “${value}”`,
      `Viết như: ${list(allowed.map(translated))}.`,
    ),
  usage: ({ kind, detail, command, names: [name = "", value = ""], allowed, nearest }) =>
    wording(
      USAGE[kind]?.(name, value) ?? detail,
      suggestion(nearest) ??
        (allowed.length > 0
          ? `Cho phép: ${list(allowed)}.`
          : `${["chitieu", command, "--help"].filter(Boolean).join(" ")} liệt kê ${command === "" ? "các lệnh" : "các tham số"} và tùy chọn.`),
    ),
  "plan-not-named": ({ by, shipped }) =>
    wording(
      "chưa nêu kế hoạch nào",
      `Nêu ${by === "option" ? "bằng --plan" : "ngay sau lệnh"}, hoặc bằng plan: trong chitieu.yaml: một kế hoạch có sẵn (${list(shipped)}) hoặc một tệp của bạn.`,
    ),
  "year-not-named": ({ file, example }) =>
    wording(
      `không có gì cho biết kế hoạch “${file}” là của năm nào`,
      `Nêu năm bằng --year 2026, hoặc ghi năm trong tên tệp: ${example}.`,
    ),
  "plan-not-found": ({ plan, shipped, nearest }) =>
    wording(
      `không có kế hoạch “${plan}”: không phải kế hoạch có sẵn, cũng không phải một tệp`,
      suggestion(nearest) ?? `Có sẵn: ${list(shipped)}.`,
    ),
  "source-not-found": ({ source, shipped, nearest }) =>
    wording(
      `không có nguồn số liệu “${source}”: không phải nguồn có sẵn, cũng không phải một tệp`,
      suggestion(nearest) ?? `Có sẵn: ${list(shipped)}.`,
    ),
  "indicator-not-yet": ({ indicator, effective, document }) =>
    wording(
      `ở kỳ này kế hoạch chưa có chỉ tiêu “${indicator}”: ${document} bổ sung từ kỳ ${effective}`,
      `Chọn kỳ ${effective} hoặc kỳ sau bằng --period.`,
    ),
  "data-not-named": () =>
    wording(
      "chưa nêu số liệu nào",
      "Nêu tệp hoặc thư mục sau câu lệnh, hoặc bằng data: trong chitieu.yaml; - là đầu vào chuẩn.",
    ),
  "data-not-found": ({ argument, nearest }) =>
    wording(
      `không tìm thấy gì ở “${argument}”`,
      suggestion(nearest) ?? "Nêu một tệp, một thư mục, một mẫu như so-lieu/**/*.csv, hoặc - cho đầu vào chuẩn.",
    ),
  "file-not-read": ({ option, file, nearest }) =>
    wording(
      `${option} nêu “${file}”, nhưng lần chạy này không đọc tệp đó`,
      suggestion(nearest) ?? "Tùy chọn này chỉ nói thêm về một tệp: hãy nêu cả tệp đó trong số liệu, hoặc bỏ tùy chọn.",
    ),
  "data-empty": ({ argument }) =>
    wording(
      `thư mục “${argument}” không có tệp số liệu nào`,
      "Tệp số liệu có đuôi .csv, .tsv, .txt, .xlsx, .xlsm, .xls hoặc .gz; tên bắt đầu bằng ~$, . hoặc _ bị bỏ qua.",
    ),
  "assessment-wrong": ({ what, found, path }) =>
    wording(
      what === "json"
        ? "tệp không phải là JSON"
        : what === "format"
          ? `cần một bảng đánh giá chitieu/assessment@1, còn tệp này ${found === "" ? "không khai báo định dạng (format)" : `là “${found}”`}`
          : `bảng đánh giá không đúng cấu trúc${path === "" ? "" : ` tại ${path}`}`,
      "Tạo lại bằng chitieu check … -o TỆP.json với phiên bản này.",
    ),
  "not-comparable": ({ what }) =>
    wording(
      `${what === "folder" ? "đây là một thư mục" : "đây là một tệp số liệu"}, mà chỉ so sánh được kế hoạch hoặc bảng đánh giá`,
      "Hãy đánh giá từng bên trước: chitieu check SỐ_LIỆU -o truoc.json, bên kia cũng vậy; rồi so sánh hai tệp JSON. Trên cùng số liệu thì so sánh được hai kế hoạch: chitieu diff KẾ_HOẠCH KẾ_HOẠCH SỐ_LIỆU.",
    ),
  "kinds-differ": ({ plan, assessment }) =>
    wording(
      `“${plan}” là kế hoạch còn “${assessment}” là bảng đánh giá`,
      "So sánh hai kế hoạch với nhau, hoặc hai bảng đánh giá với nhau.",
    ),
  "exports-not-needed": ({ assessment }) =>
    wording(
      `“${assessment}” là bảng đánh giá đã có kết quả; số liệu kèm theo không làm thay đổi gì`,
      "Hãy bỏ số liệu và --period, hoặc so sánh hai kế hoạch trên số liệu ấy.",
    ),
  "address-wrong": ({ address }) =>
    wording(
      `“${address}” không phải là địa chỉ của cơ sở dữ liệu`,
      "Viết như: postgres://NGƯỜI-DÙNG@MÁY-CHỦ:5432/CƠ-SỞ-DỮ-LIỆU, clickhouse://MÁY-CHỦ/CƠ-SỞ-DỮ-LIỆU. Trong tên người dùng, mật khẩu và tên cơ sở dữ liệu, viết / thành %2F, ? thành %3F, # thành %23, @ thành %40 và % thành %25; biến PGPASSWORD hoặc CLICKHOUSE_PASSWORD giữ nguyên mật khẩu như vốn có.",
    ),
  "table-not-named": ({ database }) =>
    wording(
      `chưa nêu bảng nào của ${database} chứa số liệu kết xuất`,
      "Nêu tên bảng bằng --table, hoặc trong chitieu.yaml ở mục databases.",
    ),
  "password-not-set": ({ variable }) =>
    wording(
      `môi trường không có biến ${variable}, nơi lẽ ra chứa mật khẩu`,
      `Đặt biến ${variable} trước khi chạy lệnh; không ghi mật khẩu vào tệp nào.`,
    ),
  "output-unwritable": ({ detail }) =>
    wording(
      `không ghi được tệp: ${systemSays(detail)}; tệp cũ, nếu có, vẫn còn nguyên`,
      detail === "ENOENT"
        ? "Tạo thư mục trước, hoặc chọn thư mục khác."
        : detail === "EEXIST"
          ? "Chọn tên khác, hoặc xóa tệp đang có."
          : "Đóng tệp nếu đang mở trong Excel hay Word, kiểm tra quyền ghi và dung lượng còn trống, hoặc chọn tên khác.",
    ),
  "output-twice": ({ formats }) =>
    wording(
      `-o nêu tệp này ${formats.length} lần${new Set(formats).size === 1 ? "" : ` (${list(formats)})`}`,
      new Set(formats).size === 1
        ? "Chỉ nêu một lần."
        : "Mỗi tệp chỉ chứa một định dạng: đặt cho mỗi định dạng một tệp riêng.",
    ),
  "output-is-input": () => wording("tệp kết quả sẽ ghi đè lên một tệp được đọc", "Hãy chọn một tên tệp khác."),
  "period-of-other-year": ({ period, year }) =>
    wording(
      `${period} không thuộc năm ${year} của kế hoạch`,
      `Hãy nêu một kỳ như ${year}-Q1, ${year}-H1 hoặc ${year}.`,
    ),
} satisfies Partial<ProblemWords>;

/** What stands for values in the help of commands. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  FILE: "TỆP",
  SOURCE: "NGUỒN",
  PERIOD: "KỲ",
  FORMAT: "DẠNG",
};

/** "SOURCE=FILE" in Vietnamese; "FILE", which nobody has typed, too. */
function translated(text: string): string {
  return text.replaceAll(/(?<![\w])(?:FILE|SOURCE|PERIOD|FORMAT)(?!\w)/g, (word) => PLACEHOLDERS[word] ?? word);
}

/** What commander finds wrong, by its codes. */
const USAGE: Readonly<Record<string, (name: string, value: string) => string>> = {
  "commander.unknownOption": (name) => `không có tùy chọn ${name}`,
  "commander.unknownCommand": (name) => `không có lệnh “${name}”`,
  "commander.optionMissingArgument": (name) => `tùy chọn ${name} cần một giá trị`,
  "commander.invalidArgument": (name, value) => `tùy chọn ${name} không nhận giá trị “${value}”`,
  "argument-wrong": (name, value) => `tham số “${name}” không nhận giá trị “${value}”`,
  "commander.missingArgument": (name) => `thiếu tham số “${name}”`,
  "commander.conflictingOption": (name, value) => `không dùng ${name} cùng với ${value}`,
  "commander.excessArguments": (name) => `thừa tham số cho ${name}`,
};
