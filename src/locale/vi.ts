import type { AskedShape } from "../model.ts";
import type { NameKind } from "../problem/problem.ts";
import type { IsoDate } from "../text/date.ts";
import { excelDamage } from "../text/excel-damage.ts";
import type { ExcelDamage } from "../text/excel-damage.ts";
import { formatCount, formatDecimal, list, wording } from "./locale.ts";
import type { Locale } from "./locale.ts";

const ROMAN = ["I", "II", "III", "IV"];
const numbers = { group: ".", decimal: "," };
const count = (value: number) => formatCount(value, numbers);

const KINDS: Readonly<Record<NameKind, string>> = {
  level: "cấp",
  group: "nhóm",
  measure: "số liệu",
  indicator: "chỉ tiêu",
  task: "nhiệm vụ",
  unit: "đơn vị",
  column: "cột",
  category: "giá trị",
  source: "nguồn số liệu",
  target: "chỉ tiêu hoặc nhiệm vụ",
  table: "bảng",
};

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

/** What systems say of files, by their codes. */
const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: "không có tệp hoặc thư mục này",
  EACCES: "không có quyền truy cập",
  EEXIST: "đã có tệp mang tên đó",
  EPERM: "hệ thống không cho phép",
  EBUSY: "chương trình khác đang sử dụng",
  EISDIR: "đây là một thư mục",
  ENOTDIR: "một phần của đường dẫn không phải là thư mục",
  ENOSPC: "ổ đĩa đã đầy",
  EROFS: "ổ đĩa chỉ cho phép đọc",
};

/** What zlib says of compressed files most often. */
const ARCHIVE: Readonly<Record<string, string>> = {
  "unexpected end of file": "thiếu phần cuối",
  "unexpected bytes at the end": "thừa dữ liệu ở cuối",
  "incorrect data check": "sai mã kiểm tra",
  "incorrect length check": "sai độ dài",
};

const QUOTES = {
  "not-closed": "ô mở dấu nháy kép nhưng không đóng cho đến hết tệp",
  "after-text": "dấu nháy kép nằm trong ô không được đặt trong nháy kép",
  "before-text": "có chữ đứng ngay sau dấu nháy kép đóng",
};
const DOUBLED = 'dấu nháy kép bên trong được viết hai lần: "như ""thế này"" đây"';

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

/** A day as people write it; what is no day stays as it is. */
function dateOf(date: string): string {
  return date.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3/$2/$1");
}

/** A stretch of days, either end of which may be open. */
function termOf({ from, until }: { readonly from: string | null; readonly until: string | null }): string {
  if (from === null) return until === null ? "luôn có" : `đến ${dateOf(until)}`;
  return until === null ? `từ ${dateOf(from)}` : `từ ${dateOf(from)} đến ${dateOf(until)}`;
}

function expected(words: string): string {
  return words
    .split(" | ")
    .map((word) => EXPECTED[word] ?? word)
    .join(" hoặc ");
}

function suggestion(nearest: string | null): string | null {
  return nearest === null ? null : `Có phải ý bạn là “${nearest}”?`;
}

function ofUnit(unit: string | null): string {
  return unit === null ? "" : ` của ${unit}`;
}

/** One measure, or how many there are and the first of them. */
function measuresOf(measures: readonly string[], unit: string | null): string {
  const [first = ""] = measures;
  if (measures.length === 1) return `${first}${ofUnit(unit)}`;
  const named = `${list(measures.slice(0, 3))}${measures.length > 3 ? ", …" : ""}`;
  return `${measures.length} số liệu${ofUnit(unit)} (${named})`;
}

/** Cells that Excel has changed, and no longer holds as they were typed. */
const DAMAGE: Readonly<Record<ExcelDamage, string | null>> = {
  "short-date": "Excel đã đổi nội dung được nhập thành ngày tháng: định dạng cột là Văn bản (Text) rồi nhập lại.",
  date: "Đây là ngày tháng: hoặc các cột bị lệch, hoặc Excel đã đổi nội dung được nhập thành ngày tháng; khi đó định dạng cột là Văn bản (Text) rồi nhập lại.",
  "day-number": null,
  scientific:
    "Excel đã ghi số này ở dạng mũ nên mất chữ số: trong bảng tính gốc, định dạng cột là Số (Number) không có phần thập phân rồi lưu lại.",
  formula: "Đây là lỗi của một công thức: sửa công thức trong bảng tính gốc rồi lưu lại.",
  width: "Cột trong Excel quá hẹp so với giá trị: mở rộng cột rồi lưu lại.",
};

const DATE_DAMAGE: typeof DAMAGE = {
  ...DAMAGE,
  "short-date": "Excel chỉ hiện ngày này ở dạng rút gọn: định dạng cột là dd/mm/yyyy rồi lưu lại.",
  date: null,
  "day-number": "Đây là số mà Excel dùng để ghi một ngày: định dạng cột là dd/mm/yyyy rồi lưu lại.",
};

function damage(text: string, hints = DAMAGE): string | null {
  const kind = excelDamage(text);
  return kind === null ? null : hints[kind];
}

/** What Excel has done to a cell, if anything, before what may be written there. */
function damageThen(text: string, hint: string): string {
  const done = damage(text);
  return done === null ? hint : `${done} ${hint}`;
}

/** How counts are written, for one that is not. */
function countHint(text: string): string {
  const done = damage(text);
  if (done !== null) return done;
  if (/^\d{1,3}(?:,\d{3})+$/.test(text.trim()))
    return "Số đếm được viết 1234, 1.234 hoặc 1 234; chỉ viết 1,234 nếu nguồn số liệu khai báo thousands: “,”.";
  if (/^\d{1,3}\.\d{1,3}$/.test(text.trim()))
    return "Số đếm không có phần thập phân. Nếu 1.900 đã thành 1.9 thì chương trình bảng tính đã coi dấu chấm là dấu thập phân, và 2.000 cũng đã thành 2 mà không ai thấy: lấy lại tệp gốc, và cho đọc các cột dưới dạng Văn bản (Text).";
  return "Số đếm là số nguyên không âm, được viết 1234, 1.234 hoặc 1 234.";
}

/** Why the system does not read or write a file. */
function systemSays(detail: string): string {
  const words = SYSTEM[detail];
  return words === undefined ? detail : `${words} (${detail})`;
}

function whereIn(conditions: readonly string[]): string {
  return conditions.length === 0 ? "" : ` có ${conditions.join(" và ")}`;
}

function difference(one: number, other: number): string {
  return `${one > other ? "thừa" : "thiếu"} ${count(Math.abs(one - other))}`;
}

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

export const vi: Locale = {
  decisions: {
    amendedBy: (document, issued, from) => `Điều chỉnh, bổ sung theo ${document} ngày ${issued}, áp dụng từ ${from}`,
    changed: "sửa:",
    added: "bổ sung:",
    withdrawn: "bãi bỏ:",
    without: (names) => `không tính ${names} thì đạt`,
  },
  language: "vi",
  ...numbers,
  verdicts: {
    met: "đạt",
    missed: "chưa đạt",
    "no-data": "chưa có số liệu",
    "not-applicable": "không áp dụng",
    "not-scored": "không chấm",
    invalid: "số liệu không hợp lệ",
  },
  reasons: {
    "not-reported": "chưa báo cáo",
    "none-arising": "không phát sinh",
    "keys-needed": "cần danh sách mã",
    incomplete: "báo cáo chưa đủ",
    "over-100": "tử số lớn hơn mẫu số",
    negative: "số đếm âm",
    "untrusted-data": "số liệu có lỗi",
    "outside-scope": "ngoài phạm vi áp dụng",
    withdrawn: "đã bãi bỏ",
  },
  flags: {
    provisional: "sơ bộ",
    interim: "chưa đến hạn",
    waived: "được miễn",
    advisory: "tham khảo",
    "low-base": "cỡ mẫu nhỏ",
  },
  states: { done: "đã hoàn thành", "in-progress": "đang thực hiện", "not-started": "chưa thực hiện" },
  operators: { "at-least": "≥", "more-than": ">", "at-most": "≤", "less-than": "<", exactly: "=", between: "" },
  severities: { error: "lỗi", warning: "cảnh báo", note: "ghi chú" },
  exits: {
    bug: "lỗi của chính chitieu",
    "wrong-usage": "câu lệnh, kế hoạch, nguồn số liệu hoặc cấu hình không hợp lệ",
    "untrusted-data": "số liệu không đáng tin cậy",
    missed: "có chỉ tiêu chưa đạt",
    "nothing-assessed": "không đánh giá được chỉ tiêu nào",
    "no-data": "có chỉ tiêu chưa có số liệu",
    warning: "có cảnh báo",
    "misses-tolerated": "có chỉ tiêu chưa đạt, nhưng không quyết định mã thoát",
    "none-missed": "không có chỉ tiêu nào chưa đạt",
    "errors-tolerated": "số liệu có lỗi, nhưng được yêu cầu bỏ qua",
    "no-errors": "số liệu không có lỗi",
  },
  columns: {
    indicator: "Chỉ tiêu",
    level: "Cấp",
    counts: "Số liệu",
    rate: "Kết quả",
    target: "Kế hoạch",
    gap: "Còn thiếu",
    verdict: "Đánh giá",
  },
  period(period) {
    const [year = "", part] = period.split("-");
    if (part === undefined) return `Năm ${year}`;
    if (part === "9M") return `9 tháng đầu năm ${year}`;
    const number = Number(part.replace(/\D/, ""));
    if (part.startsWith("Q")) return `Quý ${ROMAN[number - 1]}/${year}`;
    return part.startsWith("H") ? `6 tháng ${number === 1 ? "đầu" : "cuối"} năm ${year}` : `Tháng ${part}/${year}`;
  },
  date: dateOf,
  yearToDate: "lũy kế từ đầu năm",
  periodAlone: "trong kỳ",
  latest: "kỳ cuối có số liệu",
  plan: "Kế hoạch",
  over: (by) => `vượt ${by}`,
  tasks: "nhiệm vụ",
  task: "nhiệm vụ",
  taskUnreported: "chưa báo cáo",
  total: "Tổng hợp",
  whole: "toàn bộ",
  provisional: "Sơ bộ",
  missing: (missing, of, basis) =>
    basis === "whole"
      ? "còn thiếu số liệu của toàn bộ"
      : `${missing}/${of} ${basis === "roster" ? "đơn vị trong danh sách" : "đơn vị báo cáo"} còn thiếu số liệu`,
  more: (more) => `và ${more} mục khác`,
  exitCode: (code, why) => `Mã thoát ${code}: ${why}.`,
  notAssessed: "Chưa đánh giá được",
  counts: (errors, warnings) => `${count(errors)} lỗi, ${count(warnings)} cảnh báo`,
  read: (files, rows) => `${count(files)} tệp, ${count(rows)} dòng`,
  rows: (rows) => `${count(rows)} dòng`,
  seeAlso: "xem thêm",
  findings: {
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
  },
  roster: {
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
  },
  settings: {
    noFile: "Không có chitieu.yaml ở đây và ở các thư mục bên trên.",
    nothing: "–",
    unsaid: {
      period: "kỳ cuối có số liệu",
      "as-of": "ngày cuối của khoảng được tính",
      encoding: "theo tệp, theo nguồn, rồi utf-8",
      language: "theo kế hoạch, rồi theo hệ thống",
    },
    origins: { argument: "dòng lệnh", default: "mặc định" },
  },
  plans: {
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
        ...(levels.length > 0 ? [`cấp ${levels.join(", ")}`] : []),
        ...(units.length > 0 ? [`đơn vị ${units.join(", ")}`] : []),
        ...(from === null ? [] : [`từ ${from}`]),
        ...(until === null ? [] : [`đến hết ${until}`]),
      ].join("; "),
    linted: (plans) => `${count(plans)} kế hoạch`,
    counted: (errors, warnings, notes) => `${count(errors)} lỗi, ${count(warnings)} cảnh báo, ${count(notes)} ghi chú`,
    exits: {
      "wrong-usage": "kế hoạch hoặc câu lệnh không hợp lệ",
      warning: "có cảnh báo",
      "errors-tolerated": "kế hoạch có lỗi, và được yêu cầu bỏ qua",
      "no-errors": "kế hoạch không có lỗi",
    },
  },
  sources: {
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
  },
  document: {
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
      `Kết quả thực hiện các chỉ tiêu${plan === null ? "" : ` của ${plan}`}${period === null ? "" : `, ${withinSentence(vi.period(period))}`}`,
    planIs: (plan, title) => `Kế hoạch được đánh giá: ${plan} về “${title}”.`,
    periodIs: (period, isLatest, mode, window) =>
      `Kỳ báo cáo: ${withinSentence(vi.period(period))}${isLatest ? " (kỳ cuối có số liệu)" : ""}. ${mode === "period" ? "Đánh giá theo số liệu trong kỳ" : "Đánh giá theo số liệu lũy kế từ đầu năm"} (${window}).`,
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
  },
  html: {
    labels: {
      title: "Báo cáo kết quả thực hiện chỉ tiêu",
      skip: "Đến bảng chỉ tiêu",
      contents: "Mục lục",
      targets: "Kết quả theo chỉ tiêu",
      breakdown: "Theo cấp và cơ quan, đơn vị",
      trend: "Diễn biến qua các kỳ và ước thực hiện cả năm",
      course: "Diễn biến qua các kỳ",
      missing: "Cơ quan, đơn vị chưa báo cáo đủ",
      problems: "Các vấn đề đã phát hiện",
      provenance: "Nguồn gốc số liệu",
      number: "TT",
      chart: "So với kế hoạch",
      periods: "Các kỳ",
      missingPeriods: "Kỳ còn thiếu",
      unit: "Cơ quan, đơn vị",
      state: "Tình trạng",
      done: "Đã thực hiện",
      evidence: "Minh chứng",
      open: "Cách tính và nguồn số liệu",
      formula: "Công thức",
      figures: "Số liệu đưa vào công thức",
      figure: "Số lượng",
      measure: "Số liệu",
      text: "Kế hoạch ghi",
      note: "Cách hiểu",
      excludes: "Không tính",
      waiver: "Miễn",
      due: "Thời hạn",
      document: "Văn bản",
      coverage: "Báo cáo",
      gap: "Còn thiếu",
      headroom: "Mức dư",
      byUnit: "Kết quả của từng cấp, cơ quan, đơn vị",
      places: "Tệp và dòng",
      placesMany: "Nhiều dòng cộng lại: nêu dòng đầu tiên.",
      period: "Kỳ báo cáo",
      line: "Dòng:cột hoặc ô",
      filter: "Tìm chỉ tiêu",
      filterUnits: "Tìm cơ quan, đơn vị",
      filterProblems: "Tìm trong danh sách",
      onlyMissed: "Chỉ hiện chưa đạt",
      sortHint: "Bấm tiêu đề cột để sắp xếp; bấm lần thứ ba để trở lại thứ tự của kế hoạch. Tìm không cần gõ dấu.",
      legend: "Chú giải",
      closeToTarget: "thiếu dưới 5 điểm %",
      far: "thiếu từ 5 đến dưới 20 điểm %",
      veryFar: "thiếu từ 20 điểm % trở lên",
      noLevel: "Không thuộc cấp nào",
      noUnit: "Toàn bộ",
      projection: "Ước cả năm",
      needed: "Phần còn lại của năm cần đạt",
      withinReach: "còn có thể đạt",
      outOfReach: "không thể đạt được nữa",
      everyoneReported: "Tất cả đã báo cáo đủ.",
      noProblems: "Không phát hiện vấn đề nào về số liệu.",
      source: "Nguồn số liệu",
      rows: "Số dòng",
      size: "Kích thước",
      planFile: "Tệp kế hoạch",
      madeBy: "Lập bằng",
      window: "Phạm vi số liệu",
      asOf: "Xét thời hạn tại ngày",
      result: "Kết quả chung",
      fullName: "Số ở đầu cột là số thứ tự của chỉ tiêu trong bảng kết quả",
      scrolls: "Bảng rộng, có thể cuộn ngang",
    },
    date: dateOf,
    headline: (met, of) => `Đạt ${count(met)}/${count(of)} chỉ tiêu`,
    shown: (shown, of) => `Hiện ${shown}/${of} dòng`,
    agencies: (units) => `${units} cơ quan`,
    placesSummed: (most, indicator) =>
      `Trên ${most} cơ quan thì ở đây chỉ ghi tổng; dòng của từng cơ quan có trong bảng tính (trang “Số liệu”) và khi chạy: chitieu explain ${indicator} --all.`,
    otherUnits: (others) =>
      `Ở đây là những nơi còn thiếu nhiều nhất; ${others} nơi khác xem ở mục “Theo cấp và cơ quan, đơn vị”, kèm số liệu trong bảng tính.`,
    against: (rate, target) => `Kết quả ${rate}, kế hoạch ${target}`,
    gapFixed: (by) => `cần thêm ${by} ở tử số, với mẫu số như hiện nay`,
    gapGrowing: (by) => `cần thêm ${by}, nếu mỗi trường hợp thêm cũng tính vào mẫu số`,
    excessFixed: (by) => `vượt ${by} ở tử số, với mẫu số như hiện nay`,
    headroom: (by) => `tử số có thể thay đổi ${by} mà vẫn đạt`,
    reported: (reported, due, basis) =>
      basis === "whole"
        ? "số liệu chung của toàn bộ"
        : `${reported}/${due} ${basis === "roster" ? "đơn vị trong danh sách" : "đơn vị báo cáo trong năm"} đã báo cáo đủ`,
    waived: (until, reason, document) => `đến hết ${until}: ${reason} (${document})`,
    bytes: (bytes) => `${bytes} byte`,
    unprojected: {
      "too-few-periods": "chưa đủ kỳ báo cáo để ước",
      "no-flow": "không ước: số liệu không cộng dồn theo kỳ",
      "none-arising": "không ước: chưa phát sinh",
      "too-large": "không ước: số quá lớn",
      "year-over": "đã hết năm",
    },
  },
  reports: {
    labels: {
      results: "Kết quả",
      missed: "Chỉ tiêu chưa đạt",
      coverage: "Đơn vị còn thiếu số liệu",
      byUnit: "Theo đơn vị",
      measures: "Số liệu",
      problems: "Vấn đề của số liệu",
      provenance: "Nguồn gốc",
      group: "Nhóm",
      unit: "Đơn vị",
      numerator: "Tử số",
      denominator: "Mẫu số",
      value: "Số lượng",
      due: "Thời hạn",
      gapFixed: "Còn thiếu (mẫu số giữ nguyên)",
      gapGrowing: "Còn thiếu (mẫu số tăng theo)",
      headroom: "Còn dư",
      remarks: "Lưu ý",
      expected: "Đơn vị phải báo cáo",
      reported: "Đã báo cáo đủ",
      measure: "Số liệu",
      measureId: "Mã số liệu",
      period: "Kỳ báo cáo",
      count: "Số lượng",
      source: "Nguồn số liệu",
      rows: "Số dòng",
      bytes: "Kích thước (byte)",
      encoding: "Bảng mã",
      planFile: "Tệp kế hoạch",
      window: "Khoảng đánh giá",
      accumulation: "Cách tính qua các kỳ",
      noRow: "không có dòng nào: tệp nói thay cho tất cả",
    },
    short: (fixed, growing) =>
      `còn thiếu ${fixed} nếu mẫu số giữ nguyên${growing === null ? "" : `, ${growing} nếu mẫu số tăng theo`}`,
    tooMany: (fixed) => `vượt ${fixed} nếu mẫu số giữ nguyên`,
    shortCount: (fixed) => `còn thiếu ${fixed}`,
    tooManyCount: (fixed) => `vượt ${fixed}`,
  },
  trend: {
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
  },
  explain: {
    labels: {
      says: "Kế hoạch viết",
      note: "Cách hiểu",
      cites: "Căn cứ khác",
      excludes: "Không tính",
      formula: "Công thức",
      target: "Mục tiêu",
      gap: "Để đạt",
      headroom: "Còn dư",
      figures: "Số liệu theo đơn vị và kỳ báo cáo",
      lacking: "Chưa báo cáo đủ",
      leftOut: "Không được tính, và vì sao",
      evidence: "Các ô số liệu",
      total: "Tổng",
      union: "Hợp",
      reports: "Các lần báo cáo",
      noEvidence: "không nêu minh chứng",
      applies: "Chỉ áp dụng cho",
      from: "từ",
      until: "đến hết",
    },
    or: "hoặc",
    accumulate: {
      sum: "cộng các kỳ",
      first: "tính của kỳ đầu",
      last: "tính của kỳ cuối",
      distinct: "hợp các kỳ, mỗi mục một lần",
    },
    within: (stock) => `chỉ những mục còn trong ${stock} ở kỳ cuối`,
    due: (date) => `hạn ${date}`,
    nearMiss: (rounded, exact, against, isExact) =>
      `Làm tròn là ${rounded}; số đúng ${isExact ? "" : "khoảng "}${exact} ${against}`,
    lacksFixed: (more, numerator, denominator) => `thêm ${more} ${numerator} trong số ${denominator} đã có`,
    lacksGrowing: (more, numerator, denominator) => `thêm ${more} ${denominator} mới, tất cả đều là ${numerator}`,
    lacksCount: (more, value) => `thêm ${more} ${value}`,
    exceedsFixed: (less, numerator, denominator) => `bớt ${less} ${numerator}, với ${denominator} như hiện có`,
    exceedsGrowing: (more, numerator, denominator) => `thêm ${more} ${denominator} mới, không mục nào là ${numerator}`,
    exceedsCount: (less, value) => `bớt ${less} ${value}`,
    neverFixed: "không thể đạt với mẫu số như hiện có",
    neverGrowing: "thêm mới bao nhiêu cũng không đủ",
    mayLose: (most, numerator) =>
      most === "0" ? `không còn, ${numerator} giảm 1 là không đạt` : `${numerator} có thể giảm ${most} mà vẫn đạt`,
    mayGain: (most, numerator) =>
      most === "0" ? `không còn, ${numerator} tăng 1 là không đạt` : `${numerator} có thể tăng ${most} mà vẫn đạt`,
    fixed: (measure, fixed, because) =>
      `${measure}: kế hoạch cố định là ${fixed}${because === null ? "" : `, vì ${because}`}`,
    leftOut: {
      "outside-scope": (figures) => `${count(figures)} số liệu ngoài phạm vi áp dụng`,
      "outside-window": (figures) => `${count(figures)} số liệu ngoài thời gian được xét`,
      lacking: (figures) => `${count(figures)} số liệu có phần chưa báo cáo`,
      unpaired: (figures) => `${count(figures)} số liệu thiếu số đi kèm trong kỳ`,
      superseded: (figures) => `${count(figures)} số lũy kế đã nằm trong số của kỳ sau`,
      "other-period": (figures) => `${count(figures)} số liệu của kỳ khác`,
    },
    uncounted: {
      total: (rows) => `${count(rows)} dòng tổng, chỉ để so sánh`,
      "not-reported": (rows) => `${count(rows)} dòng chưa báo cáo số này`,
      unmatched: (rows) => `${count(rows)} dòng không thỏa điều kiện`,
      undated: (rows) => `${count(rows)} dòng không có ngày`,
      "other-year": (rows) => `${count(rows)} dòng có ngày ngoài năm kế hoạch`,
      "not-within": (rows) => `${count(rows)} dòng có mục không còn ở kỳ cuối`,
    },
    entered: (rows) => `${count(rows)} dòng được tính`,
    moreRows: (rows) => `… và ${count(rows)} dòng khác (xem hết: --all)`,
    none: (who) => `0, vì không có dòng nào được tính: ${who}`,
    notOf: (who) => `Chỉ tiêu này không áp dụng cho ${who}.`,
  },
  diff: {
    title: "So sánh",
    nothing: "không có",
    none: "Không có khác biệt.",
    notCompared: "Chưa so sánh được",
    sections: {
      about: "Phạm vi đánh giá",
      restated: "Số liệu của cùng thời gian đã điều chỉnh",
      inputs: "Tệp số liệu",
      units: "Đơn vị",
      tasks: "Nhiệm vụ",
      problemsNew: "Vấn đề mới của số liệu",
      problemsGone: "Vấn đề không còn của số liệu",
    },
    results: {
      "missed-to-met": "Chưa đạt → đạt",
      "met-to-missed": "Đạt → chưa đạt",
      verdict: "Đánh giá khác đi",
      new: "Kết quả mới",
      gone: "Kết quả không còn",
      counts: "Số liệu thay đổi, đánh giá giữ nguyên",
      target: "Mục tiêu thay đổi, đánh giá giữ nguyên",
      formula: "Công thức thay đổi, đánh giá giữ nguyên",
      flags: "Ghi chú của đánh giá thay đổi",
      coverage: "Số đơn vị báo cáo thay đổi",
    },
    changes: {
      new: "mới",
      gone: "không còn",
      renamed: "đổi tên",
      restated: "đã điều chỉnh",
      changed: "thay đổi",
    },
    parts: {
      plan: "Kế hoạch",
      level: "Cấp",
      group: "Nhóm chỉ tiêu",
      measure: "Số liệu",
      indicator: "Chỉ tiêu",
      target: "Mục tiêu",
      task: "Nhiệm vụ",
      amendment: "Điều chỉnh, bổ sung",
      waiver: "Miễn",
      unit: "Đơn vị",
    },
    fields: {
      effective: "áp dụng từ",
      changed: "sửa",
      added: "bổ sung",
      withdrawn: "bãi bỏ",
      until: "đến hết",
      reason: "lý do",
      "plan-amendments": "điều chỉnh, bổ sung",
      id: "mã",
      number: "số, ký hiệu",
      title: "tên văn bản",
      issuer: "cơ quan ban hành",
      issued: "ngày ban hành",
      language: "ngôn ngữ",
      "year-label": "năm",
      "year-starts": "ngày bắt đầu năm",
      vi: "tên tiếng Việt",
      en: "tên tiếng Anh",
      name: "tên",
      aliases: "tên gọi khác",
      accumulate: "cách cộng dồn",
      within: "giới hạn trong",
      source: "nguồn số liệu",
      constant: "giá trị cố định",
      group: "nhóm",
      text: "nguyên văn",
      note: "ghi chú",
      cites: "căn cứ",
      excludes: "không tính",
      numerator: "tử số",
      denominator: "mẫu số",
      "applies-levels": "áp dụng cho cấp",
      "applies-units": "áp dụng cho đơn vị",
      "applies-from": "áp dụng từ",
      "applies-until": "áp dụng đến",
      "low-base": "ngưỡng cỡ mẫu nhỏ",
      advisory: "chỉ để tham khảo",
      "over-100": "được vượt 100%",
      operator: "phép so sánh",
      amount: "mức phải đạt",
      by: "thời hạn",
      milestones: "các mốc",
      "level-of": "cấp",
      terms: "hiệu lực",
      "plan-id": "mã kế hoạch",
      "plan-number": "số kế hoạch",
      "plan-title": "tên kế hoạch",
      "plan-sha256": "nội dung tệp kế hoạch",
      period: "kỳ báo cáo",
      "window-mode": "cách tính",
      "window-periods": "các kỳ được tính",
      "broken-down-by": "mức chi tiết",
      incomplete: "khi báo cáo chưa đủ",
      "keep-going": "tiếp tục khi số liệu có lỗi",
      "as-of": "xét đến ngày",
      "fail-on": "điều kiện mã thoát khác 0",
      rows: "số dòng",
    },
    target: "mục tiêu",
    formula: "công thức",
    reported: (before, after) => `đơn vị đã báo cáo ${before} → ${after}`,
    exits: { differences: "có khác biệt", "no-differences": "không có khác biệt" },
  },
  progress: {
    opening: (file) => `đang mở ${file}`,
    folding: (file) => `đang đọc ${file}`,
    rate: (megabytes) => `${megabytes} MB/giây`,
    left: (seconds) => (seconds < 100 ? `còn ${seconds} giây` : `còn ${Math.ceil(seconds / 60)} phút`),
  },
  problems: {
    "option-wrong": ({ option, value, allowed }) =>
      wording(`${option} không nhận giá trị “${value}”`, `Viết như: ${list(allowed)}.`),
    usage: ({ kind, detail, names: [name = "", value = ""], allowed, nearest }) =>
      wording(
        USAGE[kind]?.(name, value) ?? detail,
        suggestion(nearest) ??
          (allowed.length > 0 ? `Cho phép: ${list(allowed)}.` : "chitieu --help liệt kê các lệnh và tùy chọn."),
      ),
    "plan-not-named": ({ by, shipped }) =>
      wording(
        "chưa nêu kế hoạch nào",
        `Nêu ${by === "option" ? "bằng --plan" : "ngay sau lệnh"}, hoặc bằng plan: trong chitieu.yaml: một kế hoạch có sẵn (${list(shipped)}) hoặc một tệp của bạn.`,
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
        suggestion(nearest) ??
          "Tùy chọn này chỉ nói thêm về một tệp: hãy nêu cả tệp đó trong số liệu, hoặc bỏ tùy chọn.",
      ),
    "data-empty": ({ argument }) =>
      wording(
        `thư mục “${argument}” không có tệp số liệu nào`,
        "Tệp số liệu có đuôi .csv, .tsv, .txt, .xlsx hoặc .gz; tên bắt đầu bằng ~$, . hoặc _ bị bỏ qua.",
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
              : `Chưa khai báo ${KINDS[kind]} nào.`),
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
    "quote-missing": ({ kind, name }) =>
      wording(
        `${KINDS[kind]} “${name}” chưa có nguyên văn của kế hoạch`,
        "Trích nguyên văn vào text: để người đọc đối chiếu được, hoặc nêu trong note: vì sao không trích.",
      ),
    "quote-without-target": ({ value, quoted }) =>
      wording(
        `mục tiêu là ${value}, còn nguyên văn ghi ${list(quoted)}`,
        "Sửa số cho khớp; nếu văn bản điều chỉnh đặt mục tiêu này thì trích nguyên văn văn bản đó vào text: của phần điều chỉnh; nếu mục tiêu là cách hiểu của bạn thì nêu con số đó trong note:.",
      ),
    "name-missing": ({ kind, name }) =>
      wording(
        `${KINDS[kind]} “${name}” chưa có tên, nên báo cáo chỉ hiện mã này`,
        "Đặt tên bằng vi: và, nếu được, bằng en:.",
      ),
    "names-untranslated": ({ language, names, first }) =>
      wording(
        `${names} tên chưa có ${language === "en" ? "tiếng Anh" : "tiếng Việt"}, đầu tiên là của “${first}”`,
        `Báo cáo ${language === "en" ? "tiếng Anh" : "tiếng Việt"} sẽ dùng tên bằng ngôn ngữ kia; bổ sung bằng ${language}:.`,
      ),
    "declared-unused": ({ kind, name }) =>
      wording(
        `${KINDS[kind]} “${name}” được khai báo nhưng không dùng ở đâu`,
        "Bỏ đi, hoặc xem có chỗ nào lẽ ra phải dùng mà viết tên khác không.",
      ),
    "level-unreported": ({ level, reported }) =>
      wording(
        `danh mục đơn vị không có đơn vị nào ở cấp “${level}”, nên sẽ không ai báo cáo cho cấp này`,
        reported.length > 0
          ? `Các cấp có đơn vị: ${list(reported)}.`
          : "Bổ sung đơn vị vào danh mục, hoặc bỏ cấp này đi.",
      ),
    "source-lacks-measure": ({ source, measure, nearest }) =>
      wording(
        `nguồn “${source}” không cung cấp số liệu “${measure}”`,
        suggestion(nearest) ?? `chitieu source show ${source} liệt kê các số liệu của nguồn này.`,
      ),
    "measures-without-source": ({ measures }) =>
      wording(
        `không nguồn nào cung cấp các số liệu: ${list(measures)}`,
        "Có thể nhập các số này bằng bảng số liệu đơn giản (kỳ báo cáo, đơn vị, cấp, số liệu, số lượng), hoặc mô tả nguồn của bạn trong sources:.",
      ),
    "target-unreachable": ({ target }) =>
      wording(
        `không số liệu nào đạt được mục tiêu “${target}”`,
        "Tỷ lệ nằm trong khoảng 0–100%; nếu tử số có thể vượt mẫu số thì khai báo over-100: true.",
      ),
    "target-always-met": ({ target }) =>
      wording(`số liệu nào cũng đạt mục tiêu “${target}”`, "Xem lại con số và phép so sánh."),
    "milestone-harder": ({ until, value, next, following }) =>
      wording(
        `mốc đến hết ${until} (${value}) khó đạt hơn yêu cầu sau đó (${next}: ${following})`,
        "Xem lại các con số: yêu cầu thường chặt dần cho đến hạn.",
      ),
    "waivers-overlap": ({ indicator, level, unit, until, document, other, lasts }) =>
      wording(
        `việc miễn chỉ tiêu ${indicator}${(unit ?? level) ? ` (${unit ?? level})` : ""} đến hết kỳ ${until} theo ${document} không có tác dụng: ${other} đã miễn cho cùng đối tượng đến hết kỳ ${lasts}`,
        "Báo cáo chỉ nêu văn bản có thời hạn dài nhất. Nếu việc miễn được gia hạn, hãy giữ một mục với until: là kỳ sau cùng và ghi cả hai số văn bản trong document:; nếu không thì sửa level, unit hoặc until.",
      ),
    "ratio-constant": ({ formula }) =>
      wording(`tử số và mẫu số đều là “${formula}”, nên tỷ lệ luôn là 100%`, "Xem lại tử số hoặc mẫu số."),
    "natures-mixed": ({ numerator, denominator, flow }) =>
      wording(
        `tỷ lệ này chia một số phát sinh trong năm cho một số tại thời điểm cuối kỳ, hoặc ngược lại (“${numerator}” và “${denominator}”)`,
        `“${flow}” được cộng dồn qua các kỳ; nếu đó là số tại thời điểm thì khai báo accumulate: last.`,
      ),
    "indicators-alike": ({ indicator, other }) =>
      wording(
        `“${indicator}” có cùng công thức và mục tiêu với “${other}”`,
        "Bỏ một chỉ tiêu, hoặc sửa công thức bị chép lại.",
      ),
    "shares-over-100": ({ indicators, sum }) =>
      wording(
        `${list(indicators)} là các phần tách rời của cùng một mẫu số, mà mục tiêu cộng lại là ${sum.replace(".", ",")}%`,
        "Không thể đạt tất cả cùng lúc: có lẽ mỗi chỉ tiêu có mẫu số riêng.",
      ),
    "file-unreadable": ({ detail }) =>
      wording(
        `không đọc được tệp: ${systemSays(detail)}`,
        "Kiểm tra tên tệp, xem có chương trình khác đang mở tệp và bạn có quyền đọc hay không.",
      ),
    "file-empty": () => wording("tệp rỗng", "Hãy điền nội dung, hoặc bỏ tệp đi."),
    "file-skipped": ({ why }) =>
      wording(
        {
          name: "bỏ qua: không đọc tệp và thư mục có tên bắt đầu bằng ~$, . hoặc _",
          output: "bỏ qua: tệp này do chính chitieu ghi ra",
          format: "bỏ qua: dạng tệp này không được đọc; nếu là số liệu thì lưu thành .xlsx hoặc CSV UTF-8",
        }[why],
      ),
    "format-unsupported": ({ extension }) =>
      wording(
        `không đọc được loại tệp này (${extension})`,
        "Mở bằng Excel rồi lưu dạng “Excel Workbook (.xlsx)” hoặc “CSV UTF-8”; hoặc thêm _ vào đầu tên tệp để bỏ qua.",
      ),
    "encoding-invalid": ({ byte, encoding }) =>
      wording(
        `nội dung ở đây không phải ${encoding.toUpperCase()} hợp lệ: ${byte}`,
        byte === "0x00"
          ? "Văn bản không có byte 0. UTF-16 không ghi dấu đầu tệp thì có: thử --encoding utf-16le, hoặc lưu dạng “CSV UTF-8” trong Excel; tệp không phải văn bản thì không đọc được."
          : encoding === "utf-8"
            ? "Trong Excel hãy lưu dạng “CSV UTF-8”, hoặc kết xuất lại bằng Unicode; nếu tệp do hệ thống cũ tạo ra thì nêu bảng mã: --encoding tcvn3 hoặc windows-1258; của riêng tệp này: --encoding tcvn3=TỆP."
            : "Đây có đúng là bảng mã của tệp không? Nêu bảng mã đúng bằng --encoding, hoặc lưu dạng “CSV UTF-8” trong Excel.",
      ),
    "encoding-suspect": ({ text, encoding, meant }) =>
      wording(
        `“${text}” có vẻ là chữ ${encoding.toUpperCase()} bị đọc sai bảng mã; đúng ra là “${meant}”`,
        encoding === "utf-8"
          ? "Mở lại tệp gốc bằng bảng mã UTF-8 rồi lưu dạng “CSV UTF-8”."
          : `Kết xuất lại bằng Unicode, hoặc chuyển mã từ ${encoding.toUpperCase()} (ví dụ bằng UniKey); nếu --encoding hoặc nguồn số liệu đang nêu bảng mã khác thì nêu ${encoding}.`,
      ),
    "archive-wrong": ({ detail }) =>
      wording(
        `tệp nén bị hỏng (${ARCHIVE[detail] ?? detail})`,
        "Tải hoặc kết xuất lại tệp; nếu là .xlsx thì mở bằng Excel và lưu lại.",
      ),
    "archive-too-large": ({ what, most }) =>
      wording(
        {
          entries: `tệp nén chứa hơn ${count(most)} mục`,
          bytes: `tệp nén bung ra quá ${count(most)} byte`,
          ratio: `tệp nén bung ra lớn hơn ${count(most)} lần kích thước của nó`,
          run: `các bảng tính của lần chạy này bung ra cộng lại quá ${count(most)} byte, không còn chỗ cho tệp này`,
        }[what],
        "Tệp số liệu thông thường không như vậy; nếu đúng là tệp số liệu, hãy giải nén trước hoặc lưu dạng CSV.",
      ),
    "workbook-binary": () =>
      wording(
        "đây là bảng tính ở dạng nhị phân cũ của Excel, không đọc được",
        "Mở bằng Excel rồi chọn Lưu thành (Save As): “Excel Workbook (.xlsx)” hoặc “CSV UTF-8”.",
      ),
    "workbook-encrypted": () =>
      wording(
        "tệp Excel được đặt mật khẩu",
        "Mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ Sổ làm việc) rồi lưu lại.",
      ),
    "quote-wrong": ({ detail }) =>
      wording(
        QUOTES[detail],
        detail === "not-closed"
          ? `Thêm dấu nháy đóng, hoặc bỏ dấu nháy này; ${DOUBLED}.`
          : `Đặt cả ô trong nháy kép; ${DOUBLED}.`,
      ),
    "row-ragged": ({ found, expected: cells }) =>
      wording(
        `dòng này có ${found} ô trong khi dòng tiêu đề có ${cells} ô`,
        "Ô có dấu phân cách bên trong phải đặt trong nháy kép; ô không có giá trị vẫn phải có, để trống.",
      ),
    "source-unknown": ({ nearest, missing }) =>
      wording(
        "không có nguồn số liệu nào có dòng tiêu đề như vậy",
        nearest === null
          ? "Nêu nguồn bằng --source NGUỒN=TỆP, hoặc thêm _ vào đầu tên tệp để bỏ qua."
          : `Gần nhất là ${nearest}, còn cần các cột: ${list(missing)}. Sửa dòng tiêu đề, hoặc mô tả dạng tệp này trong một nguồn số liệu của bạn (--source NGUỒN=TỆP).`,
      ),
    "source-ambiguous": ({ sources }) =>
      wording(
        `nhiều nguồn số liệu khớp với dòng tiêu đề này: ${list(sources)}`,
        `Hãy nêu một nguồn: --source ${sources[0] ?? "NGUỒN"}=TỆP; nếu là nguồn của bạn thì ghi đường dẫn tệp của nguồn đó.`,
      ),
    "source-misfit": ({ source, missing }) =>
      wording(
        `tệp không khớp với nguồn số liệu ${source}: thiếu cột`,
        `Còn thiếu: ${list(missing)}. Sửa dòng tiêu đề, hoặc thêm cách viết này vào cột trong nguồn số liệu.`,
      ),
    "export-unused": ({ source, nearest, missing }) =>
      wording(
        `kế hoạch không dùng số liệu nào trong bảng này: bảng được nhận là nguồn ${source}`,
        `Bảng gần khớp với nguồn ${nearest} mà kế hoạch dùng, còn thiếu các cột: ${list(missing)}. Sửa dòng tiêu đề, hoặc thêm cách viết này vào cột trong nguồn số liệu.`,
      ),
    "sheet-hidden": () =>
      wording(
        "trang tính này đang bị ẩn, và số liệu của nó vẫn được tính như mọi trang khác",
        "Bỏ ẩn trong Excel để xem (bấm chuột phải vào tên một trang tính, chọn Unhide); nếu không định tính trang này thì xóa đi.",
      ),
    "targets-unused": ({ what, name }) =>
      what === "column"
        ? wording(
            `cột “${name}” không được đưa vào kế hoạch`,
            "Nếu đây là mục tiêu của một cấp, đặt tên cột là “Mục tiêu …”, chẳng hạn “Mục tiêu cấp xã”.",
          )
        : wording(
            `trang tính “${name}” không được đưa vào kế hoạch`,
            "Chương trình chỉ đọc trang đầu tiên có cột “Chỉ tiêu”.",
          ),
    "sheet-unused": ({ nearest, missing }) =>
      wording(
        "trang tính này không khớp với nguồn số liệu nào và không được dùng",
        nearest === null ? null : `Gần nhất là ${nearest}, còn cần các cột: ${list(missing)}.`,
      ),
    "column-number-wrong": ({ header, found, expected: number }) =>
      wording(
        `cột “${header}” mang số (${found}) trong khi mẫu biểu đánh số (${number})`,
        "Nhãn hoặc số thứ tự cột bị lệch: sửa tệp, hoặc sửa header và number của cột trong nguồn số liệu.",
      ),
    "row-unclear": ({ text, why }) =>
      wording(
        {
          total: `“${text}” giống một dòng tổng, nhưng nguồn số liệu không nêu cách ghi này`,
          unnumbered: `“${text}” không có số thứ tự như các dòng khác: có thể là dòng tổng, đề mục hoặc một phần của dòng trên`,
          part: `“${text}” giống một phần của dòng phía trên, nên có thể bị cộng hai lần`,
          second: `“${text}” đứng giữa bảng: tệp chứa báo cáo của hai cơ quan`,
          period: `“${text}” đứng giữa bảng: tệp chứa báo cáo của hai kỳ`,
          restart: `số thứ tự bắt đầu lại từ 1 ở “${text}” mà không có đề mục: không biết dòng này thuộc cấp nào`,
        }[why],
        {
          total: "Thêm cách ghi này vào totals của nguồn số liệu, hoặc sửa nhãn trong tệp theo cách nguồn số liệu ghi.",
          unnumbered:
            "Đánh số nếu đây là một đơn vị; nếu không, thêm vào totals, ignore hoặc sections của nguồn số liệu.",
          part: "Ghi “Trong đó: …” ở đầu dòng, thêm vào ignore của nguồn số liệu, hoặc đánh số nguyên nếu là một đơn vị riêng.",
          second: "Tách thành hai tệp, mỗi tệp một cơ quan.",
          period: "Tách thành hai tệp, mỗi tệp một kỳ.",
          restart: "Thêm dòng đề mục (ví dụ “Huyện, thị xã, thành phố”), hoặc đánh số tiếp nếu vẫn cùng một cấp.",
        }[why],
      ),
    "section-unknown": ({ text, allowed }) =>
      wording(
        `“${text}” trông như một đề mục, nhưng nguồn số liệu không có đề mục này`,
        `Các đề mục: ${list(allowed)}. Thêm cách viết này vào sections; nếu đó là một đơn vị thì ghi số thứ tự như các dòng khác và điền số liệu.`,
      ),
    "column-twice": ({ header }) =>
      wording(
        `cột “${header}” xuất hiện hai lần, với cách viết này hoặc cách viết khác`,
        "Bỏ hoặc đổi tên một trong hai cột.",
      ),
    "form-in-database": ({ source }) =>
      wording(
        `“${source}” là biểu mẫu có các mục và dòng tổng xếp theo thứ tự, còn các dòng trong cơ sở dữ liệu không có thứ tự`,
        "Kiểm tra biểu mẫu từ tệp, hoặc dùng --source để nêu nguồn có dạng bảng phẳng.",
      ),
    "database-unread": ({ why, host, detail }) =>
      wording(
        {
          unreachable: `không kết nối được với ${host} hoặc bị từ chối đăng nhập: ${systemSays(detail)}`,
          lost: `mất kết nối với ${host} khi chưa nhận đủ kết quả: ${detail}`,
          refused: `${host} từ chối truy vấn: ${detail}`,
          "read-only": `${host} không cho người dùng này đổi thiết lập nào, kể cả thiết lập buộc trả lời đầy đủ: ${detail}`,
          "too-slow": `${host} không trả lời trong ${detail} giây, truy vấn đã bị dừng`,
          repeats: "bảng có quá nhiều bản ghi xuất hiện nhiều lần, không so hết được",
        }[why],
        {
          unreachable: "Kiểm tra địa chỉ, cổng, tên người dùng, mật khẩu và xem máy chủ có đang chạy không.",
          lost: "Không số liệu nào của bảng được dùng. Chạy lại lệnh khi mọi máy chủ đã hoạt động.",
          refused: "Kiểm tra quyền đọc bảng của người dùng và nội dung các cột.",
          "read-only":
            "Gán cho người dùng một profile có readonly = 2: vẫn chỉ được đọc, nhưng được chọn cách trả lời.",
          "too-slow": "Cho thêm thời gian bằng --timeout GIÂY, hoặc xem cách bố trí bảng trong docs/databases.md.",
          repeats: "Tìm chúng bằng GROUP BY khóa HAVING count(*) > 1, và chỉ để mỗi bản ghi một lần.",
        }[why],
      ),
    "file-twice": ({ other }) =>
      wording(
        `tệp này có nội dung giống hệt ${other}, cho cùng một kỳ`,
        "Bỏ một trong hai tệp: nếu không, số liệu sẽ bị tính hai lần.",
      ),
    "period-unknown": ({ from, until, starts }) =>
      wording(
        from === null
          ? "không có gì cho biết tệp này thuộc kỳ báo cáo nào"
          : `tiêu đề ghi ${termOf({ from, until })}, không trùng tháng, quý, 6 tháng hay 9 tháng nào của ${starts === null ? "một năm" : `năm kế hoạch, bắt đầu ngày ${dateOf(starts)}`}`,
        `Đặt tệp vào thư mục như 2022-Q1, ghi kỳ trong tên tệp (…_quy-1-2022.csv), hoặc dùng --period-of 2022-Q1=TỆP.${starts === null ? "" : " Nếu kỳ báo cáo đúng là chốt theo ngày trong tiêu đề thì khai báo year: { starts } trong kế hoạch."}`,
      ),
    "period-unreadable": ({ text }) =>
      wording(
        `“${text}” không phải là kỳ báo cáo`,
        damageThen(text, "Viết như 2022-Q3, 2022-H1, 2022-9M, 2022-03, 2022 hoặc “Quý 3/2022”."),
      ),
    "period-disagrees": ({ one, other }) =>
      wording(
        `hai chỗ nêu kỳ báo cáo mâu thuẫn nhau: ${one} và ${other}`,
        "Sửa một trong hai, hoặc quyết định bằng --period-of KỲ=TỆP.",
      ),
    "title-dates-longer": ({ from, until, period }) =>
      wording(
        `tiêu đề ghi ${termOf({ from, until })}, dài hơn ${period}`,
        "Sửa ngày hoặc kỳ báo cáo; nếu mỗi tệp là số lũy kế thì nguồn số liệu khai báo cumulative: true.",
      ),
    "title-dates-differ": ({ from, until, period, starts, ends }) =>
      wording(
        `tiêu đề ghi ${termOf({ from, until })}, còn ${period} của kế hoạch là ${termOf({ from: starts, until: ends })}`,
        "Nếu kỳ báo cáo đúng là chốt theo ngày trong tiêu đề thì khai báo year: { starts } trong kế hoạch; nếu không thì sửa tiêu đề.",
      ),
    "count-unreadable": ({ text }) => wording(`“${text}” không phải là số đếm`, countHint(text)),
    "count-missing": () =>
      wording(
        "ở đây thiếu số đếm",
        'Viết 0 nếu không phát sinh. Nếu chưa báo cáo thì bỏ cả dòng, hoặc khai báo missing: [""] trong nguồn số liệu.',
      ),
    "count-too-large": ({ text }) =>
      wording(`“${text}” quá lớn: số đếm chỉ chính xác đến 9.007.199.254.740.991`, "Kiểm tra lại số chữ số."),
    "sum-too-large": ({ of }) =>
      wording(`tổng của “${of}” vượt quá 9.007.199.254.740.991`, "Tìm số đếm có quá nhiều chữ số."),
    "date-unreadable": ({ text }) =>
      wording(
        `“${text}” không phải là ngày`,
        damage(text, DATE_DAMAGE) ?? "Ngày được viết 31/3/2022 hoặc 2022-03-31, và phải có trong lịch.",
      ),
    "percent-unreadable": ({ text }) =>
      wording(
        `“${text}” không phải là tỷ lệ từ 0% đến 100%`,
        damageThen(text, "Viết kèm dấu phần trăm: 60%, 95,5% hoặc 95.5%."),
      ),
    "category-unknown": ({ text, allowed }) =>
      wording(
        text === "" ? "ở đây thiếu giá trị" : `giá trị “${text}” chưa được khai báo cho cột này`,
        damageThen(text, `Đã khai báo: ${list(allowed)}. Giá trị khác thì thêm vào values trong nguồn số liệu.`),
      ),
    "cell-missing": () => wording("ô này không được để trống", "Hãy điền vào, hoặc sửa lại tệp kết xuất."),
    "measure-unknown": ({ text, nearest }) =>
      wording(
        `kế hoạch không có số liệu “${text}”; các dòng của nó không được dùng`,
        damage(text) ??
          suggestion(nearest) ??
          "Nếu kế hoạch cần số liệu này thì khai báo trong measures; nếu không thì cứ để nguyên.",
      ),
    "task-unknown": ({ text, nearest }) =>
      wording(
        `kế hoạch không có nhiệm vụ “${text}”`,
        damage(text) ?? suggestion(nearest) ?? "Viết mã hoặc tên của nhiệm vụ như trong kế hoạch.",
      ),
    "level-unknown": ({ text, allowed }) =>
      wording(`kế hoạch không có cấp “${text}”`, damageThen(text, `Các cấp: ${list(allowed)}.`)),
    "level-missing": ({ unit, allowed, nearest }) =>
      wording(
        `không có gì cho biết “${unit}” thuộc cấp nào`,
        suggestion(nearest) ?? `Thêm cột cấp (${list(allowed)}), hoặc đưa đơn vị vào danh sách của kế hoạch.`,
      ),
    "level-disagrees": ({ unit, one, other }) =>
      wording(`“${unit}” được ghi ở hai cấp: ${one} và ${other}`, "Sửa tệp kết xuất hoặc danh sách đơn vị."),
    "unit-outside-term": ({ unit, period, terms }) =>
      wording(
        `“${unit}” có số liệu ${period}, khi đơn vị không tồn tại: danh sách đơn vị ghi hiệu lực ${terms.map(termOf).join(", ")}`,
        "Sửa from (từ) hoặc until (đến) trong danh sách; hoặc ghi số liệu cho đơn vị tiếp nhận, hay cho kỳ trước đó.",
      ),
    "figure-across-levels": ({ unit, period, levels }) =>
      wording(
        `số liệu ${period} của “${unit}” trải qua thời điểm đơn vị đổi cấp (${levels.join(" → ")})`,
        "Kế hoạch giao chỉ tiêu riêng cho từng cấp: tách số liệu trước và sau khi đổi cấp.",
      ),
    "unit-ambiguous": ({ text, period, units }) =>
      wording(
        `“${text}” là tên của nhiều đơn vị${period === null ? "" : ` trong kỳ ${period}`}: ${units.map(({ unit, terms }) => `${unit} (${terms.map(termOf).join(", ")})`).join(", ")}`,
        `Ghi mã đơn vị, chẳng hạn “${units.at(-1)?.unit}”, thay cho tên${period === null ? "." : ", hoặc tách số liệu theo thời gian của từng đơn vị."}`,
      ),
    "unit-unknown": ({ text, nearest }) =>
      wording(
        `“${text}” không có trong danh sách đơn vị của kế hoạch; được tính như một đơn vị riêng`,
        damage(text) ?? suggestion(nearest) ?? "Đưa vào danh sách, hoặc ghi là tên khác của một đơn vị đã có.",
      ),
    "blank-withholds": ({ measure, unit }) =>
      wording(
        `ô này để trống nên ${measure}${ofUnit(unit)} coi như chưa báo cáo`,
        "Ghi 0 nếu không phát sinh, hoặc điền số còn thiếu.",
      ),
    "text-lost": ({ text }) =>
      wording(
        `“${text}” có ký tự đã mất do đọc sai bảng mã`,
        "Kết xuất lại tệp gốc bằng Unicode: các ký tự này không thể khôi phục.",
      ),
    "unit-damaged": ({ text }) => wording(`“${text}” là lỗi của Excel, không phải tên đơn vị`, damage(text)),
    "unit-unnamed": () =>
      wording(
        "không có gì cho biết tệp này là của đơn vị nào",
        "Ghi “Đơn vị: …” ở dòng tiêu đề; nếu kế hoạch có danh sách đơn vị (units) thì tên tệp hay thư mục theo mã hoặc tên đơn vị cũng được.",
      ),
    "figure-twice": ({ measures, unit, period }) =>
      wording(
        `${measuresOf(measures, unit)} trong ${period} được nêu hai lần`,
        "Bỏ một trong hai dòng hoặc hai tệp. Nếu mỗi nơi chỉ là một phần của số liệu thì cộng lại thành một dòng.",
      ),
    "period-overlap": ({ measures, unit, one, other }) =>
      wording(
        `${measuresOf(measures, unit)} được nêu cho ${one} và cho ${other}, hai kỳ này chồng lên nhau`,
        "Chỉ giữ một trong hai, để mỗi tháng được tính đúng một lần.",
      ),
    "whole-beside-units": ({ measure, period, unit }) =>
      wording(
        `${measure} trong ${period} được nêu cho toàn bộ và cho cả từng phần (${unit})`,
        "Chỉ giữ số của toàn bộ, hoặc số của từng phần.",
      ),
    "measure-two-sources": ({ measure, one, other }) =>
      wording(
        `hai nguồn cùng cung cấp ${measure}: ${one} và ${other}`,
        `Nêu nguồn được dùng trong kế hoạch: ${measure}: { source: ${one} }.`,
      ),
    "record-twice": ({ key, measure, period }) =>
      wording(`bản ghi “${key}” sẽ bị tính hai lần cho ${measure} trong ${period}`, "Bỏ một trong hai dòng."),
    "total-mismatch": ({ of, scope, period, stated, sum }) =>
      wording(
        `tổng ${scope === null ? "" : `của ${scope} `}ở “${of}” trong ${period} ghi ${count(stated)}, còn các phần cộng lại là ${count(sum)}: ${difference(stated, sum)}`,
        "Kết quả dùng số của các phần. Hãy hỏi nơi gửi số nào đúng.",
      ),
    "balance-mismatch": ({ equation, left, right }) =>
      wording(
        `${equation}: vế trái ${count(left)}, vế phải ${count(right)}, ${difference(left, right)}`,
        "Kết quả dùng từng số như đã ghi. Hãy hỏi nơi gửi số nào đúng.",
      ),
    "rate-mismatch": ({ printed, exact, numerator, denominator }) =>
      wording(
        `tỷ lệ ghi ${printed}, còn ${count(numerator)}/${count(denominator)} là ${formatDecimal(exact, numbers)}%`,
        "Tỷ lệ in sẵn không được dùng; kết quả tính từ hai số đếm. Hãy kiểm tra xem số nào trong ba số bị sai.",
      ),
    "carried-mismatch": ({ unit, carried, pending, period, before }) =>
      wording(
        `${unit === null ? "" : `${unit}: `}số từ kỳ trước chuyển sang ${period} là ${count(carried)}, còn số tồn cuối ${before} là ${count(pending)}: ${difference(carried, pending)}`,
        "Hãy hỏi nơi gửi vì sao số cuối kỳ trước và số đầu kỳ này khác nhau.",
      ),
    "cumulative-shrinks": ({ measure, unit, one, other, before, after }) =>
      wording(
        `${measure}${ofUnit(unit)}, lũy kế từ đầu năm, là ${count(after)} trong ${other} và là ${count(before)} trong ${one}: thiếu ${count(before - after)}`,
        "Số lũy kế không thể giảm; kết quả dùng số của kỳ sau. Hãy kiểm tra cả hai tệp.",
      ),
    "numerator-over-denominator": ({ indicator, numerator, denominator }) =>
      wording(
        `${indicator}: tử số ${count(numerator)} lớn hơn mẫu số ${count(denominator)}`,
        "Kiểm tra cả hai số; nếu trên 100% là đúng thì khai báo over-100: true trong kế hoạch.",
      ),
    "side-negative": ({ indicator, numerator, denominator }) =>
      wording(
        `${indicator}: một vế của công thức nhỏ hơn 0 (${count(numerator)}${denominator === null ? "" : ` / ${count(denominator)}`})`,
        "Kiểm tra các số đếm bị trừ trong công thức.",
      ),
    "unit-over-denominator": ({ indicator, unit, numerator, denominator }) =>
      wording(
        `${indicator}: ở ${unit} tử số ${count(numerator)} lớn hơn mẫu số ${count(denominator)}`,
        "Kiểm tra cả hai số của đơn vị này; nếu trên 100% là đúng thì khai báo over-100: true trong kế hoạch.",
      ),
    "period-of-other-year": ({ period, year }) =>
      wording(
        `${period} không thuộc năm ${year} của kế hoạch`,
        `Hãy nêu một kỳ như ${year}-Q1, ${year}-H1 hoặc ${year}.`,
      ),
    "other-year": ({ period, year }) =>
      wording(
        `${period} không thuộc năm ${year} của kế hoạch; các dòng này không được dùng`,
        "Sửa lại kỳ báo cáo, hoặc chuyển các dòng này sang kế hoạch của năm đó.",
      ),
    "stock-twice": ({ measures, unit, one, other }) =>
      wording(
        `${measuresOf(measures, unit)} có hai số khác nhau vào cuối ${one} và cuối ${other}, là cùng một ngày`,
        "Chỉ giữ lại số đúng.",
      ),
    "dates-elsewhere": ({ stated, found }) =>
      wording(
        `tệp thuộc ${stated} nhưng không có ngày nào trong kỳ đó: ngày này thuộc ${found}`,
        "Tệp có nằm nhầm thư mục không? Kết quả tính theo ngày.",
      ),
    "dates-outside": ({ year }) =>
      wording(`ngày nằm ngoài năm ${year} của kế hoạch: các bản ghi này không được tính theo ngày đó`),
    "file-without-rows": () =>
      wording(
        "tệp chỉ có dòng tiêu đề, không có dòng số liệu nào",
        "Kết xuất lại; nếu thật sự không có gì thì để nguyên.",
      ),
    "measure-unsupplied": ({ indicator, measure, other }) =>
      wording(
        `${indicator}: không tệp nào cung cấp ${measure}, trong khi đã có ${other}`,
        "Tìm tệp còn thiếu, hoặc tên số liệu viết sai trong nguồn số liệu.",
      ),
    "waiver-expired": ({ indicator, level, unit, until, document }) =>
      wording(
        `việc miễn chỉ tiêu ${indicator}${(unit ?? level) ? ` (${unit ?? level})` : ""} theo ${document} đã hết hạn sau kỳ ${until}: kết quả chưa đạt lại được tính`,
        "Nếu việc miễn được gia hạn, ghi kỳ mới vào until:; nếu không, hãy bỏ mục này.",
      ),
    "nothing-in-window": ({ period, periods }) =>
      wording(`không có số liệu nào thuộc ${period}`, `Số liệu có cho: ${list(periods)}.`),
  },
};
