import type { FoldSpec, RowPlace, Trouble } from "../../model.ts";
import { groupBy } from "../../text/group-by.ts";
import { readCount } from "../classify.ts";
import { tableName } from "./dialect.ts";
import { cellAt, indexFolded, signatureOf } from "./fold-groups.ts";
import type { FoldedGroups } from "./fold-groups.ts";
import { anyBlank, listOf } from "./fold-query.ts";
import type { Answer, FoldContext } from "./fold-query.ts";
import { columnAt } from "./group-cells.ts";

/** So many rows of a column are named one by one; the others are one problem for each text. */
const MOST = 1000;
/** Rows of so many texts are named. */
const MOST_TEXTS = 200;

/** A column of counts, summed or only compared. */
interface Counted {
  readonly index: number;
  readonly field: string;
  /** Where its cell stands in an answer. */
  readonly position: number;
  readonly read: (cells: Answer) => ReturnType<typeof readCount>;
}

/** A text of a column that is no count, in the rows of a folded row. */
interface Bad {
  readonly text: string | null;
  readonly why: string;
  readonly rows: number;
  readonly of: FoldedGroups;
}

/** What cannot be read, at its rows. A second, bounded question names them, where there are any. */
export async function findTroubles(folded: readonly FoldedGroups[], context: FoldContext): Promise<Trouble[]> {
  const troubles: Trouble[] = [];
  for (const column of countedColumns(context)) {
    const bad = folded.flatMap((one) => badIn(one, column));
    // A connection answers one question at a time.
    // oxlint-disable-next-line no-await-in-loop
    if (bad.length > 0) troubles.push(...(await countTroubles(bad, column, folded, context)));
  }
  return [...troubles, ...(await keyTroubles(folded, context))];
}

function countedColumns({ spec, query: { cells } }: FoldContext): Counted[] {
  const { classes, sums } = spec;
  const tested = classes.flatMap(({ index, field, classing }, position): Counted[] => {
    if (classing.kind !== "tests" || sums.some((sum) => sum.index === index)) return [];
    return [{ index, field, position, read: (answer) => readCount(cellAt(answer, cells, position), classing.numbers) }];
  });
  const summed = sums.map(({ index, field, numbers }, at): Counted => {
    const position = classes.length + at;
    return { index, field, position, read: (answer) => readCount(cellAt(answer, cells, position), numbers) };
  });
  return [...tested, ...summed];
}

function badIn(of: FoldedGroups, { position, read }: Counted): Bad[] {
  return of.groups.flatMap(({ cells, rows }) => {
    const why = read(cells);
    return typeof why === "string" ? [{ text: cells[position] ?? null, why, rows, of }] : [];
  });
}

async function countTroubles(
  bad: readonly Bad[],
  column: Counted,
  folded: readonly FoldedGroups[],
  context: FoldContext,
): Promise<Trouble[]> {
  const rows = await rowsOf(bad, column, context);
  const find = indexFolded(folded, context);
  const named = rows.flatMap((answer): Trouble[] => {
    const [of, why] = [find(answer), column.read(answer)];
    if (of === undefined || typeof why !== "string") return [];
    return [troubleOf(why, answer[column.position] ?? null, placeIn(of, answer.at(-1)), column)];
  });
  const idOf = (answer: Answer, text: string | null) => `${signatureOf(answer, context)}\0${text}`;
  const known = groupBy(rows, (answer) => idOf(answer, answer[column.position] ?? null));
  const others = [...groupBy(bad, ({ of, text }) => idOf(of.groups[0]?.cells ?? [], text))].flatMap(([id, same]) => {
    const [one] = same;
    const left = same.reduce((total, { rows: some }) => total + some, 0) - (known.get(id)?.length ?? 0);
    return one === undefined || left <= 0
      ? []
      : [{ ...troubleOf(one.why, one.text, one.of.row.first, column), rows: left }];
  });
  return [...named, ...others];
}

async function rowsOf(bad: readonly Bad[], { position }: Counted, context: FoldContext): Promise<readonly Answer[]> {
  const { query, table, dialect, ask } = context;
  if (query.name === null) return [];
  const cells = query.cells.map(({ sql }) => sql);
  const texts = [...new Set(bad.map(({ text }) => text))].slice(0, MOST_TEXTS);
  const where = isOneOf(cells[position] ?? "", texts, context);
  return ask(
    `SELECT ${listOf([...cells, query.name])} FROM ${tableName(table, dialect)} WHERE ${where} ORDER BY ${query.name} LIMIT ${MOST}`,
  );
}

/** Whether an expression gives one of these texts. */
export function isOneOf(sql: string, texts: readonly (string | null)[], { dialect }: Pick<FoldContext, "dialect">) {
  const written = texts.flatMap((text) => (text === null ? [] : [dialect.literal(text)]));
  return [
    ...(written.length > 0 ? [`${sql} IN (${listOf(written)})`] : []),
    ...(texts.includes(null) ? [`${sql} IS NULL`] : []),
  ].join(" OR ");
}

function troubleOf(why: string, text: string | null, row: RowPlace, { index, field }: Counted): Trouble {
  const place = { row, index, field };
  if (why === "missing") return { code: "count-missing", args: {}, ...place };
  const args = { text: (text ?? "").trim() };
  return { code: why === "too-large" ? "count-too-large" : "count-unreadable", args, ...place };
}

/** A row of a folded row, by its own name. */
function placeIn({ row: { first } }: FoldedGroups, name: string | null | undefined): RowPlace {
  return name === null || name === undefined || name === "" ? first : { ...first, row: name };
}

/** Rows without a part of their key. */
async function keyTroubles(folded: readonly FoldedGroups[], context: FoldContext): Promise<Trouble[]> {
  const { spec, table, dialect, query, ask } = context;
  const total = folded.reduce((sum, { groups }) => sum + groups.reduce((rows, { blank }) => rows + blank, 0), 0);
  if (total === 0) return [];
  const keys = spec.key.map(({ index }) => columnAt(table, index));
  const cells = query.cells.map(({ sql }) => sql);
  const selected = [...cells, ...keys.map(dialect.trimmed)];
  const answers = await ask(
    `SELECT ${listOf(selected)} FROM ${tableName(table, dialect)} WHERE ${anyBlank(keys, dialect)} ORDER BY ${listOf(selected)} LIMIT ${MOST}`,
  );
  const find = indexFolded(folded, context);
  const named = answers.flatMap((answer): Trouble[] => {
    const part = spec.key.find((_, position) => (answer[cells.length + position] ?? "").trim() === "");
    const of = find(answer);
    return part === undefined || of === undefined ? [] : [missing(part, of.row.first, 1)];
  });
  const [part] = spec.key;
  const [first] = folded;
  return total > named.length && part !== undefined && first !== undefined
    ? [...named, missing(part, first.row.first, total - named.length)]
    : named;
}

function missing({ index, field }: FoldSpec["key"][number], row: RowPlace, rows: number): Trouble {
  return { code: "cell-missing", args: {}, row, index, field, rows };
}
