import type { DateBounds, Folding, KeyedRow, Trouble } from "../../model.ts";
import { tableName } from "./dialect.ts";
import { isOneOf } from "./find-troubles.ts";
import { indexFolded } from "./fold-groups.ts";
import type { FoldedGroups } from "./fold-groups.ts";
import { anyBlank, countWhere, groupedBy, listOf } from "./fold-query.ts";
import type { Answer, FoldContext } from "./fold-query.ts";
import { columnAt, isWithin } from "./group-cells.ts";

/** So many keys that may be repeated are looked at, in so many rows. */
const MOST_KEYS = 1000;
const MOST_ROWS = 10_000;
/** So many rows are compared with those of other tables. */
const MOST_SHARED = 1_000_000;

/** What is known of keys, and what is to be said where they are too many to know. */
interface Repeats {
  readonly keys: Folding["keys"];
  readonly troubles: readonly Trouble[];
}

/**
 * The rows of keys that may stand in one period twice. In a table that is alone the database looks for them; where
 * another table has records of the same source, every key has to be read.
 */
export async function findRepeats(
  folded: readonly FoldedGroups[],
  context: FoldContext,
  isAlone: boolean,
): Promise<Repeats> {
  const { spec, table, dialect, ask } = context;
  if (spec.key.length === 0 || folded.length === 0 || (isAlone && isUnique(context))) return NONE;
  const columns = spec.key.map(({ index }) => columnAt(table, index));
  const parts = columns.map(dialect.trimmed);
  const hasBlanks = folded.some(({ groups }) => groups.some(({ blank }) => blank > 0));
  const isWhole = hasBlanks ? `NOT (${anyBlank(columns, dialect)})` : "1 = 1";
  if (!isAlone) return readKeys(isWhole, MOST_SHARED, parts, folded, context);
  const keysHaving = (having: string) =>
    ask(
      `SELECT ${listOf(parts)} FROM ${tableName(table, dialect)} WHERE ${isWhole}${groupedBy(parts)} HAVING ${having} ORDER BY ${listOf(parts)} LIMIT ${MOST_KEYS + 1}`,
    );
  // To look whether keys stand in one period takes longer, and only tables that list things every quarter need it.
  const again = await keysHaving("count(*) > 1");
  const having = spec.dates.map((date) => repeatsBy(date, context)).join(" OR ");
  const repeated = again.length > MOST_KEYS ? await keysHaving(having) : again;
  if (repeated.length === 0) return NONE;
  const where = repeated.slice(0, MOST_KEYS).map((key) => hasKey(key, parts, context));
  const found = await readKeys(where.join(" OR "), MOST_ROWS, parts, folded, context);
  return repeated.length > MOST_KEYS ? { ...found, troubles: [tooMany(folded, context)] } : found;
}

const NONE: Repeats = { keys: new Map(), troubles: [] };

/** Whether the database itself lets no two rows have the key. */
function isUnique({ spec, table }: FoldContext): boolean {
  const names = new Set(spec.key.map(({ index }) => columnAt(table, index).name));
  return table.unique.some((columns) => columns.every((name) => names.has(name)));
}

/** Whether rows of one key can fall into one period twice: by a date, or by what else says their period. */
function repeatsBy(date: string | null, { spec, table, dialect }: FoldContext): string {
  const column = spec.classes.find(({ name }) => name === (date ?? "period"));
  if (column?.classing.kind !== "date") return "count(*) > 1";
  const inPeriod = (bounds: DateBounds) => isWithin(columnAt(table, column.index), bounds, dialect);
  return column.classing.bounds.map((bounds) => `${countWhere(inPeriod(bounds))} > 1`).join(" OR ");
}

function hasKey(key: Answer, parts: readonly string[], context: FoldContext): string {
  return parts.map((part, position) => `(${isOneOf(part, [key[position] ?? null], context)})`).join(" AND ");
}

async function readKeys(
  where: string,
  most: number,
  parts: readonly string[],
  folded: readonly FoldedGroups[],
  context: FoldContext,
): Promise<Repeats> {
  const { table, dialect, query, ask } = context;
  const cells = query.cells.map(({ sql }) => sql);
  const rows = await ask(
    `SELECT ${listOf([...cells, ...parts])} FROM ${tableName(table, dialect)} WHERE ${where} ORDER BY ${listOf([...parts, ...cells])} LIMIT ${most + 1}`,
  );
  const find = indexFolded(folded, context);
  const positions = new Map(folded.map((one, index) => [one, index]));
  const keys = new Map<string, KeyedRow[]>();
  for (const answer of rows.slice(0, most)) {
    const of = find(answer);
    if (of === undefined) continue;
    const texts = answer.slice(cells.length).map((text) => (text ?? "").trim().normalize("NFC"));
    const key = texts.join("\0");
    const bearers = keys.get(key) ?? [];
    keys.set(key, bearers);
    bearers.push({ folded: positions.get(of) ?? 0, at: { ...of.row.first, row: texts.join(", ") } });
  }
  return { keys, troubles: rows.length > most ? [tooMany(folded, context)] : [] };
}

function tooMany([first]: readonly FoldedGroups[], { spec: { headerLine, key } }: FoldContext): Trouble {
  const row = first?.row.first ?? { line: headerLine, offset: 0 };
  const args = { why: "repeats", host: "", detail: "" } as const;
  return { code: "database-unread", args, row, index: key.at(-1)?.index ?? null, field: key.at(-1)?.field ?? null };
}
