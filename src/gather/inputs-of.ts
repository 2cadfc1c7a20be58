import type { Input, Table } from "../model.ts";
import type { Opened } from "../read/open-data.ts";
import type { Folded } from "../tally/tally.ts";

/** What was read, with what it was recognised as. */
export function inputsOf(opened: readonly Opened[], folded: readonly Folded[]): Input[] {
  const idOf = ({ file, sheet }: Pick<Table, "file" | "sheet">) => `${file}\0${sheet ?? ""}`;
  const found = new Map(folded.flatMap(({ files }) => files).map((one) => [idOf(one.recognised.table), one]));
  return opened.map(({ input }) => {
    const one = found.get(idOf(input));
    if (one === undefined) return input;
    const { source, period } = one.recognised;
    return { ...input, rows: one.rows, source: source.id, period };
  });
}
