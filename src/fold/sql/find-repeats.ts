import type { DatabaseColumn, DateBounds, Folding, KeyedRow, Trouble } from "../../model.ts";
import { cellText } from "../../text/cells.ts";
import { tableName } from "./dialect.ts";
import { indexFolded } from "./fold-groups.ts";
import type { FoldedGroups } from "./fold-groups.ts";
import { anyBlank, anyVariant, countWhere, groupedBy, listOf } from "./fold-query.ts";
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
  if (spec.key.length === 0 || folded.length === 0) return NONE;
  const columns = spec.key.map(({ index }) => columnAt(table, index));
  const parts = columns.map(dialect.trimmed);
  const rowsWith = (what: "blank" | "variants") =>
    folded.reduce((sum, { groups }) => sum + groups.reduce((rows, group) => rows + group[what], 0), 0);
  const isWhole = rowsWith("blank") > 0 ? `NOT (${anyBlank(columns, dialect)})` : "1 = 1";
  if (!isAlone) return readKeys(isWhole, MOST_SHARED, parts, folded, context);
  const keysWith = (where: string, having: string) =>
    ask(
      `SELECT ${listOf(parts)} FROM ${tableName(table, dialect)} WHERE ${where}${groupedBy(parts)} HAVING ${having} ORDER BY ${listOf(parts)} LIMIT ${MOST_KEYS + 1}`,
    );
  // The database tells keys apart by their characters, so these are looked up by both ways to write them.
  const variants = rowsWith("variants") > 0 ? await keysWith(anyVariant(columns, dialect), "count(*) > 0") : [];
  if (variants.length > MOST_KEYS) return readKeys(isWhole, MOST_SHARED, parts, folded, context);
  // To look whether keys stand in one period takes longer, and only tables that list things every quarter need it.
  const again = (await isUnique(columns, parts, context)) ? [] : await keysWith(isWhole, "count(*) > 1");
  const having = spec.dates.map((date) => repeatsBy(date, context)).join(" OR ");
  const repeated = again.length > MOST_KEYS ? await keysWith(isWhole, having) : again;
  const sought = [...repeated.slice(0, MOST_KEYS), ...variants, ...variants.map(partsOf)];
  if (sought.length === 0) return NONE;
  const found = await readKeys(isOneOfKeys(sought, parts, context), MOST_ROWS, parts, folded, context);
  return repeated.length > MOST_KEYS ? { ...found, troubles: [tooMany(folded, context)] } : found;
}

const NONE: Repeats = { keys: new Map(), troubles: [] };

/** Whether the database itself lets no two rows have the key. It takes blanks around one for a part of it. */
async function isUnique(
  columns: readonly DatabaseColumn[],
  parts: readonly string[],
  { table, dialect, ask }: FoldContext,
): Promise<boolean> {
  const names = new Set(columns.map(({ name }) => name));
  if (!table.unique.some((unique) => unique.every((name) => names.has(name)))) return false;
  const isPadded = columns.map((column, position) => `${dialect.text(column)} <> ${parts[position]}`);
  const texts = isPadded.filter((_, position) => columns[position]?.kind === "text");
  if (texts.length === 0) return true;
  const padded = await ask(`SELECT 1 FROM ${tableName(table, dialect)} WHERE ${texts.join(" OR ")} LIMIT 1`);
  return padded.length === 0;
}

/** Whether rows of one key can fall into one period twice: by a date, or by what else says their period. */
function repeatsBy(date: string | null, { spec, table, dialect }: FoldContext): string {
  const column = spec.classes.find(({ name }) => name === (date ?? "period"));
  if (column?.classing.kind !== "date") return "count(*) > 1";
  const inPeriod = (bounds: DateBounds) => isWithin(columnAt(table, column.index), bounds, dialect);
  return column.classing.bounds.map((bounds) => `${countWhere(inPeriod(bounds))} > 1`).join(" OR ");
}

/** A key as files have it. */
function partsOf(answer: Answer): string[] {
  return answer.map((text) => cellText(text ?? ""));
}

/** Of a key with a part that is NULL nothing is asked. */
function isOneOfKeys(keys: readonly Answer[], parts: readonly string[], { dialect }: FoldContext): string {
  const tupleOf = (texts: readonly string[]) => (texts.length === 1 ? (texts[0] ?? "") : `(${listOf(texts)})`);
  const written = keys.map((key) => tupleOf(key.map((text) => dialect.literal(text ?? ""))));
  return `${tupleOf(parts)} IN (${listOf([...new Set(written)])})`;
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
    const texts = partsOf(answer.slice(cells.length));
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
