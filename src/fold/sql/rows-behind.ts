import type { DatabaseTable, FoldSpec, Row } from "../../model.ts";
import { NUMERIC, tableName } from "./dialect.ts";
import type { Dialect } from "./dialect.ts";
import { foldQuery, listOf } from "./fold-query.ts";
import type { Answer, Ask, Group } from "./fold-query.ts";
import { isOneOf } from "./find-troubles.ts";
import { columnAt } from "./group-cells.ts";

/** So many groups are looked for at once, and so many rows of them are read; and so many times at most. */
const GROUPS = 50;
const ROWS = 2000;
const TIMES = 40;

/** Rows of these groups, as a table would offer them: not all where they are many. Who has seen enough stops. */
export async function* rowsBehind(
  groups: readonly Group[],
  spec: FoldSpec,
  { table, dialect, ask }: { readonly table: DatabaseTable; readonly dialect: Dialect; readonly ask: Ask },
): AsyncGenerator<Row, void> {
  const { cells, name } = foldQuery(spec, table, dialect);
  const indexes = [...new Set([...spec.classes, ...spec.sums, ...spec.key].map(({ index }) => index))];
  const shown = indexes.map((index) => dialect.shown(columnAt(table, index)));
  const order = name === null ? shown : [name];
  const classed = groups.map((group) => group.cells.slice(0, spec.classes.length));
  const distinct = [...new Map(classed.map((texts) => [JSON.stringify(texts), texts])).values()];
  let line = spec.headerLine;
  for (let time = 0; time < TIMES && time * GROUPS < distinct.length; time++) {
    const where = distinct.slice(time * GROUPS, (time + 1) * GROUPS).map((texts) => {
      const each = texts.map((text, position) => `(${isOneOf(cells[position]?.sql ?? "", [text], { dialect })})`);
      return each.length === 0 ? "1 = 1" : each.join(" AND ");
    });
    const selected = [...shown, ...(name === null ? [] : [name])];
    // The next rows are read only when somebody asks for them.
    // oxlint-disable-next-line no-await-in-loop
    const answers = await ask(
      `SELECT ${listOf(selected)} FROM ${tableName(table, dialect)} WHERE ${where.join(" OR ")} ORDER BY ${listOf(order)} LIMIT ${ROWS}`,
    );
    for (const answer of answers) yield rowOf(answer, ++line);
  }

  function rowOf(answer: Answer, at: number): Row {
    const row: (string | number)[] = Array<string>(spec.width).fill("");
    for (const [position, index] of indexes.entries()) {
      const text = answer[position] ?? "";
      row[index] = text !== "" && NUMERIC.has(columnAt(table, index).kind) ? Number(text) : text;
    }
    const said = indexes.map((index) => String(row[index])).filter((text) => text !== "");
    return { at: { line: at, offset: 0, row: (name === null ? null : answer.at(-1)) || said.join(", ") }, cells: row };
  }
}
