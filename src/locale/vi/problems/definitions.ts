import type { AskedShape } from "../../../model.ts";
import { list, wording } from "../../locale.ts";
import type { ProblemWords } from "../../words/problems.ts";
import { dateOf } from "../phrases.ts";
import { KINDS, suggestion } from "./phrases.ts";

/** What is said of definitions in YAML, and rosters. */
export const definitions = {
  "yaml-syntax": ({ kind, detail }) =>
    wording(
      `YAML không hợp lệ: ${YAML[kind] ?? detail}`,
      YAML_HINTS[kind] ?? "So lại độ thụt dòng và dấu nháy với các dòng xung quanh.",
    ),
  "key-unknown": ({ key, allowed, nearest }) =>
    wording(`khóa “${key}” không dùng được ở đây`, suggestion(nearest) ?? `Các khóa dùng được: ${list(allowed)}.`),
  "key-missing": ({ key, example }) =>
    wording(`ở đây thiếu khóa “${key}”`, example === undefined ? "Hãy bổ sung." : `Hãy bổ sung, ví dụ ${example}.`),
  "value-wrong": ({ found, expected: words }) =>
    wording(`${FOUND[found] ?? `“${found}”`} không đúng với nội dung cần có ở đây`, `Cần: ${expected(words)}.`),
  "name-unknown": ({ kind, name, allowed, nearest }) =>
    wording(
      name === ""
        ? `ở đây thiếu ${KINDS[kind]}`
        : kind === "table"
          ? `không có bảng “${name}”`
          : `${KINDS[kind]} “${name}” chưa được khai báo`,
      suggestion(nearest) ??
        (kind === "table"
          ? allowed.length > 0
            ? `Các bảng hiện có: ${list(allowed)}.`
            : "Không có bảng nào, hoặc không có bảng nào mà bạn được xem."
          : allowed.length > 0
            ? `Đã khai báo: ${list(allowed)}.`
            : `Chưa khai báo ${KINDS[kind]} nào${kind === "level" || kind === "group" ? `: khai báo trong ${kind}s: của kế hoạch` : ""}.`),
    ),
  "formula-wrong": ({ text, expected: what }) =>
    wording(
      `không đọc được công thức “${text}”: ${FORMULA[what] ?? what}`,
      "Nối các số liệu và số nguyên bằng + và -, ví dụ documents.exchanged - documents.secret.",
    ),
  "amount-unreadable": ({ text, write, shape }) =>
    wording(`không đọc được mục tiêu “${text}”`, shape === null ? `Hãy viết ${write}.` : ASKED[shape](write)),
  "percent-sign-missing": ({ text, write }) =>
    wording(`“${text}” là mục tiêu của một tỷ lệ nhưng thiếu dấu %`, `Hãy viết ${write}.`),
  "percent-sign-unexpected": ({ text, write }) =>
    wording(
      `“${text}” là mục tiêu của một số đếm, mà số đếm thì không có dấu %`,
      `Hãy viết ${write}, hoặc dùng numerator và denominator thay cho value.`,
    ),
  "operator-count": ({ found, allowed }) =>
    wording(
      found.length === 0 ? "mục tiêu này chưa có phép so sánh" : `mục tiêu này có nhiều phép so sánh: ${list(found)}`,
      `Dùng một trong: ${list(allowed)}.`,
    ),
  "value-beside-ratio": ({ key }) =>
    wording(`“${key}” không đi cùng “value”`, "Số đếm dùng value; tỷ lệ dùng numerator và denominator."),
  "milestone-order": ({ until, other, due }) =>
    other === null
      ? wording(
          `mốc ${until} không kết thúc trước hạn của mục tiêu là ngày ${dateOf(due)}`,
          "Hãy bỏ mốc này, hoặc ghi hạn của chính mục tiêu bằng by:.",
        )
      : wording(`hai mốc ${other} và ${until} kết thúc cùng một ngày`, "Chỉ giữ lại một trong hai."),
  "indicator-twice": ({ id }) =>
    wording(
      `kế hoạch đã có chỉ tiêu “${id}”`,
      "Ghi phần quyết định sửa của chỉ tiêu này vào changed:, hoặc đặt mã khác cho chỉ tiêu mới.",
    ),
  "level-beside-unit": () =>
    wording(
      "việc miễn áp dụng cho một cấp hoặc một đơn vị, không cho cả hai",
      "Chỉ giữ lại một, hoặc tách thành hai mục.",
    ),
  "name-twice": ({ name, first, of }) =>
    wording(
      `“${name}” đã là một cách viết của “${first}”`,
      {
        unit: "Nếu đơn vị này thay thế đơn vị kia, ghi until (đến) ở đơn vị trước và from (từ) ở đơn vị sau. Nếu cả hai cùng tồn tại, thêm một từ vào tên của một trong hai; báo cáo ghi mã của đơn vị đó, hoặc tên đã thêm từ ấy.",
        column:
          "Mỗi tiêu đề chỉ thuộc một cột: bỏ tiêu đề này ở một trong hai cột, hoặc ghi đầy đủ hơn (“Tiếp nhận > Tổng số”).",
        category: "Mỗi giá trị chỉ thuộc một loại: bỏ giá trị này ở một trong hai loại.",
      }[of],
    ),
  "unit-twice": ({ unit }) =>
    wording(
      `“${unit}” có hai dòng cùng hiệu lực trong một thời gian`,
      "Nếu đơn vị thay đổi trong năm, ghi until (đến) ở dòng trước và from (từ) ở dòng sau; nếu không thì bỏ một dòng.",
    ),
  "parent-wrong": ({ unit, parent, why, periods }) =>
    why === "gone"
      ? wording(
          `“${unit}” trực thuộc “${parent}”, nhưng đơn vị này không tồn tại trong ${list(periods)}`,
          "Thêm một dòng riêng cho thời gian đó với đơn vị cấp trên khác, hoặc để trống.",
        )
      : wording(`“${unit}” trực thuộc “${parent}”, mà “${parent}” lại trực thuộc “${unit}”`, "Sửa một trong hai."),
} satisfies Partial<ProblemWords>;

/** The words by which the schemas name what they expect. */
const EXPECTED: Readonly<Record<string, string>> = {
  string: "một chuỗi ký tự",
  text: "một chuỗi ký tự",
  output: "một tệp kết quả có đuôi quen thuộc, hoặc có dạng kết quả đứng trước, như bao-cao.docx hoặc json:ket-qua",
  object: "một nhóm khóa – giá trị",
  record: "một nhóm khóa – giá trị",
  array: "một danh sách",
  list: "một danh sách không rỗng",
  target: "một phép so sánh với giá trị, như { at-least: 80% }, hoặc một mục tiêu cho mỗi cấp",
  ascending: "giá trị nhỏ đứng trước",
  pair: "một danh sách hai giá trị",
  id: "một mã: chữ cái, chữ số, - và _, bắt đầu bằng chữ cái",
  "measure-name": "tên số liệu: chữ cái, chữ số, _ và ., bắt đầu bằng chữ cái",
  "column-name": "tên cột: chữ cái, chữ số và _, bắt đầu bằng chữ cái",
  "whole-number": "một số nguyên không âm",
  date: "ngày dạng YYYY-MM-DD",
  day: "ngày (2025-07-01, 1/7/2025) hoặc kỳ (2025-Q3)",
  names: "các tên gọi, như { vi: Cấp tỉnh, en: Province }",
  "year-map": "nhãn năm và ngày đầu năm, như { label: 2026, starts: 2026-01-01 }",
  applies: "phạm vi áp dụng, như { levels: [tinh, xa] }",
  "until-after-from": "ngày sau ngày from (từ)",
  "day-28": "ngày trong tháng từ 1 đến 28",
  year: "năm gồm bốn chữ số",
  roster: "một tệp CSV như don-vi.csv (trong Excel: lưu dạng “CSV UTF-8”)",
  period: "kỳ báo cáo như 2022-Q3, 2022-H1 hoặc 2022-03",
  "period-or-date": "kỳ báo cáo như 2022-Q3, hoặc ngày dạng YYYY-MM-DD",
  "database-url": "địa chỉ như postgres://NGƯỜI-DÙNG@MÁY-CHỦ/CƠ-SỞ-DỮ-LIỆU, không kèm mật khẩu",
  "record-rule": "quy tắc như { count: all } hoặc { sum: cột }",
  rate: "thương của hai cột hoặc của các tổng trong ngoặc, ví dụ online / received hoặc (early + on_time) / settled",
  balance: "đẳng thức giữa các cột, ví dụ total = online + direct hoặc carried = previous pending",
  "sum-of-columns": "tổng các cột, ví dụ online + direct",
};

/** What stands where something else is due, if it is more than one text. */
const FOUND: Readonly<Record<string, string>> = { map: "một nhóm khóa – giá trị", list: "một danh sách" };

const FORMULA: Readonly<Record<string, string>> = {
  operand: "ở đây phải là một số liệu, một số nguyên hoặc dấu (",
  operator: "giữa hai số liệu phải có dấu + hoặc -",
  ")": "thiếu dấu đóng ngoặc",
  exact: "hằng số vượt quá 9.007.199.254.740.991",
  deep: "dấu ngoặc lồng nhau quá 100 lớp; hãy bỏ những dấu ngoặc không cần thiết",
};

const YAML: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "khóa này xuất hiện hai lần trong cùng một nhóm",
  TAB_AS_INDENT: "dòng thụt vào bằng phím Tab; YAML chỉ cho phép dấu cách",
  BAD_INDENT: "độ thụt dòng không khớp với các dòng phía trên",
  BLOCK_AS_IMPLICIT_KEY: "đoạn chữ có “: ” bên trong phải đặt trong dấu nháy",
  MULTILINE_IMPLICIT_KEY: "khóa và dấu hai chấm của nó phải nằm trên một dòng",
  MISSING_CHAR: "thiếu dấu nháy hoặc dấu ngoặc đóng",
  ALIAS_UNKNOWN: "bí danh (*tên) trỏ tới một neo (&tên) không có",
  TOO_DEEP: "tệp lồng nhau quá sâu",
  MULTIPLE_DOCS: "tệp chứa nhiều tài liệu (---); chỉ được có một",
  BAD_SCALAR_START: "đoạn chữ bắt đầu bằng > | @ % hoặc dấu huyền phải đặt trong dấu nháy",
  UNEXPECTED_TOKEN: "phần này không đúng chỗ; hãy so lại dấu ngoặc, dấu phẩy và dấu nháy phía trước",
  ALIASES: "tệp lặp lại bí danh (alias) quá mức",
};

/** What to do about the slips that have a way out of their own. */
const YAML_HINTS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "Chỉ giữ lại một trong hai.",
  TAB_AS_INDENT: "Thay phím Tab bằng dấu cách.",
  MULTILINE_IMPLICIT_KEY: "Viết khóa trên một dòng, sau dấu hai chấm phải có dấu cách.",
  BLOCK_AS_IMPLICIT_KEY: 'Đặt cả đoạn chữ trong dấu nháy: "…".',
  MISSING_CHAR: "Đóng dấu nháy hoặc dấu ngoặc đã mở ở dòng này hay các dòng phía trên.",
  BAD_SCALAR_START: 'Đặt cả đoạn chữ trong dấu nháy: "…".',
  MULTIPLE_DOCS: "Chỉ giữ một tài liệu ở đây, các tài liệu khác để ở tệp riêng.",
};

/** How a target is written that no cell of a table can say. */
const ASKED: Readonly<Record<AskedShape, (write: string) => string>> = {
  rank: (write) => `Thứ hạng là một con số riêng: viết ${write} và để trống mẫu số.`,
  task: () =>
    "Mục tiêu này không có con số: ghi số, hoặc bỏ dòng khỏi bảng và đưa vào mục tasks: (nhiệm vụ) của kế hoạch.",
  several: () =>
    "Mỗi ô một giá trị: mỗi cấp một cột riêng (“Mục tiêu cấp xã”), hoặc ghi giá trị cuối cùng và đưa các mốc trước đó vào milestones: của kế hoạch.",
  time: () =>
    "Ở đây mới có thời hạn, chưa có mức phải đạt: ghi mức phải đạt (9, hoặc 100% của một tổng) và ghi thời hạn ở by: trong kế hoạch.",
};

function expected(words: string): string {
  return words
    .split(" | ")
    .map((word) => EXPECTED[word] ?? word)
    .join(" hoặc ");
}
