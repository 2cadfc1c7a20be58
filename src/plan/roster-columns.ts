import type { Row, Table } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { foldText } from "../text/fold-text.ts";
import { nearest } from "../text/nearest.ts";

/** The columns of a roster, each with its headers. `note` and `number` are for those who keep the list. */
const COLUMNS = {
  code: ["code", "Mã", "Mã đơn vị", "Mã cơ quan", "Mã định danh"],
  name: ["name", "Tên", "Tên đơn vị", "Tên cơ quan", "Đơn vị", "Cơ quan"],
  level: ["level", "Cấp", "Cấp hành chính"],
  aliases: ["aliases", "Tên khác", "Tên gọi khác", "Cách viết khác"],
  from: ["from", "Từ", "Từ ngày", "Từ kỳ", "Hiệu lực từ"],
  until: ["until", "Đến", "Đến ngày", "Đến kỳ", "Đến hết", "Hiệu lực đến"],
  parent: ["parent", "Trực thuộc", "Đơn vị cấp trên", "Mã cấp trên"],
  note: ["note", "Ghi chú"],
  number: ["no", "STT", "TT"],
} as const satisfies Record<string, readonly string[]>;

export type RosterColumn = keyof typeof COLUMNS;

const REQUIRED: readonly RosterColumn[] = ["code", "name", "level"];
const HEADERS = new Map(
  Object.entries(COLUMNS).flatMap(([column, headers]) =>
    headers.map((header) => [foldText(header), column as RosterColumn] as const),
  ),
);

/** Where each column of a roster stands, and what its header calls it. */
export type RosterHeader = ReadonlyMap<RosterColumn, { readonly index: number; readonly field: string }>;

/** The columns by a header. One that nobody knows is an error: a misspelt `until` would let a unit live on. */
export function rosterHeader(
  table: Table,
  header: Row,
): { readonly columns: RosterHeader; readonly problems: readonly Problem[] } {
  const columns = new Map<RosterColumn, { readonly index: number; readonly field: string }>();
  const problems: Problem[] = [];
  for (const [index, cell] of header.cells.entries()) {
    const field = String(cell).trim();
    if (field === "") continue;
    const column = HEADERS.get(foldText(field));
    const at = table.locate(header.at, index, null);
    if (column === undefined) {
      const near = nearest(field, Object.values(COLUMNS).flat());
      problems.push(
        problem(
          "key-unknown",
          { key: field, allowed: Object.values(COLUMNS).map(([first]) => first), nearest: near },
          at,
        ),
      );
    } else if (columns.has(column)) problems.push(problem("column-twice", { header: field }, at));
    else columns.set(column, { index, field });
  }
  for (const key of REQUIRED.filter((column) => !columns.has(column))) {
    problems.push(problem("key-missing", { key }, table.locate(header.at, null, null)));
  }
  return { columns, problems };
}
