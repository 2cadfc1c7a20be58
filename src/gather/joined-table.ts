import type { Recognised, Row, Table } from "../model.ts";
import { lastUpTo } from "../text/last-up-to.ts";

/** A table with the offset at which it begins in a whole. */
interface Part {
  readonly recognised: Recognised;
  readonly start: number;
}

/** Tables of one format as one: a row's offset is that in its own table, and that of the table in the whole. */
export function joinedTable(parts: readonly [Part, ...Part[]]): Table {
  const [{ recognised: first }] = parts;
  const partAt = (offset: number) => parts[lastUpTo(offset, parts, ({ start }) => start)] as Part;
  async function* rows(): AsyncGenerator<Row, undefined> {
    for (const { recognised, start } of parts) {
      const { table, spec } = recognised;
      // oxlint-disable-next-line no-await-in-loop
      for await (const { at, cells } of table.rows())
        if (recognised === first || at.line > spec.headerLine)
          yield { at: { ...at, offset: at.offset + start }, cells };
    }
  }
  return {
    file: first.table.file,
    sheet: null,
    bytes: null,
    get head() {
      return first.table.head;
    },
    rows,
    locate: (row, index, field) => {
      const { recognised, start } = partAt(row.offset);
      return recognised.table.locate({ ...row, offset: row.offset - start }, index, field);
    },
  };
}
