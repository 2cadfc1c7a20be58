import type { FoldedRow, RowPlace } from "../../model.ts";

/**
 * Folded rows of several parts of a table as those of the whole, in the order of their first rows; `null` where a sum
 * is past 2^53−1, since it takes all rows in order to say which of them it was.
 */
export function mergeFolded(parts: readonly (readonly FoldedRow[])[]): readonly FoldedRow[] | null {
  const filled = parts.filter((part) => part.length > 0);
  if (filled.length < 2) return filled[0] ?? [];
  const merged = new Map<string, FoldedRow>();
  for (const row of filled.flat()) {
    const id = JSON.stringify(row.classes);
    const other = merged.get(id);
    merged.set(id, other === undefined ? row : joined(other, row));
  }
  const rows = [...merged.values()];
  if (rows.some(({ sums }) => sums.some(({ total }) => !Number.isSafeInteger(total)))) return null;
  return rows.sort((one, other) => one.first.offset - other.first.offset);
}

function joined(one: FoldedRow, other: FoldedRow): FoldedRow {
  const places = [one.first, one.second, other.first, other.second].filter((place) => place !== null);
  const [first, second] = places.sort((a, b) => a.offset - b.offset) as [RowPlace, RowPlace];
  const sums = one.sums.map(({ total, reported, unread }, index) => {
    const added = other.sums[index] ?? { total: 0, reported: 0, unread: 0 };
    return { total: total + added.total, reported: reported + added.reported, unread: unread + added.unread };
  });
  return { classes: one.classes, sums, rows: one.rows + other.rows, first, second };
}
