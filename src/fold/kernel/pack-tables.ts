import type { PlainTable } from "../../model.ts";

/** Small tables in columns: to send ten thousand objects to another thread takes as long as to fold a third of them. */
export interface PackedTables {
  readonly names: readonly string[];
  readonly files: readonly string[];
  readonly starts: Float64Array;
  readonly lengths: Float64Array;
  /** What tables have in common, and which of these each has. */
  readonly kinds: readonly Kind[];
  readonly kindOf: Uint32Array;
}

type Kind = Pick<PlainTable, "firstLine" | "delimiter" | "header">;

export function packTables(tables: readonly PlainTable[]): PackedTables {
  const kinds: Kind[] = [];
  let last = -1;
  const kindOf = tables.map(({ firstLine, delimiter, header }) => {
    // Files of one kind follow each other, and share their header.
    if (kinds[last]?.header !== header) last = kinds.push({ firstLine, delimiter, header }) - 1;
    return last;
  });
  return {
    names: tables.map(({ name }) => name),
    files: tables.map(({ range }) => range.file),
    starts: Float64Array.from(tables, ({ range }) => range.start),
    lengths: Float64Array.from(tables, ({ range }) => range.length),
    kinds,
    kindOf: Uint32Array.from(kindOf),
  };
}

export function unpackTables({ names, files, starts, lengths, kinds, kindOf }: PackedTables): PlainTable[] {
  return names.map((name, index) => {
    const range = { file: files[index] ?? "", start: starts[index] ?? 0, length: lengths[index] ?? 0 };
    return { name, range, ...(kinds[kindOf[index] ?? 0] as Kind) };
  });
}
