import type { NameKind } from "../../../problem/problem.ts";
import { damageSayings, systemSayings } from "../../sayings.ts";
import type { DamageHints } from "../../sayings.ts";
import { dateOf } from "../phrases.ts";

export const KINDS: Readonly<Record<NameKind, string>> = {
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

/** A stretch of days, either end of which may be open. */
export function termOf({ from, until }: { readonly from: string | null; readonly until: string | null }): string {
  if (from === null) return until === null ? "luôn có" : `đến ${dateOf(until)}`;
  return until === null ? `từ ${dateOf(from)}` : `từ ${dateOf(from)} đến ${dateOf(until)}`;
}

export function suggestion(nearest: string | null): string | null {
  return nearest === null ? null : `Có phải ý bạn là “${nearest}”?`;
}

export function ofUnit(unit: string | null): string {
  return unit === null ? "" : ` của ${unit}`;
}

/** Cells that Excel has changed, and no longer holds as they were typed. */
export const DAMAGE: DamageHints = {
  "short-date": "Excel đã đổi nội dung được nhập thành ngày tháng: định dạng cột là Văn bản (Text) rồi nhập lại.",
  date: "Đây là ngày tháng: hoặc các cột bị lệch, hoặc Excel đã đổi nội dung được nhập thành ngày tháng; khi đó định dạng cột là Văn bản (Text) rồi nhập lại.",
  "day-number": null,
  scientific:
    "Excel đã ghi số này ở dạng mũ nên mất chữ số: trong bảng tính gốc, định dạng cột là Số (Number) không có phần thập phân rồi lưu lại.",
  formula: "Đây là lỗi của một công thức: sửa công thức trong bảng tính gốc rồi lưu lại.",
  width: "Cột trong Excel quá hẹp so với giá trị: mở rộng cột rồi lưu lại.",
};

export const { damage, damageThen } = damageSayings(DAMAGE);

/** Why the system does not read or write a file. */
export const systemSays = systemSayings(SYSTEM);
