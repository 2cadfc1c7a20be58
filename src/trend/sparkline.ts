const BLOCKS = "▁▂▃▄▅▆▇█";
const MIDDLE = "▄";

/**
 * A line of blocks from the lowest to the highest of some values, with a gap where there is none; of a single one there is
 * no line. It says nothing that the figures beside it don't say: a small difference looks as large as a great one.
 */
export function sparkline(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return "";
  const [lowest, highest] = [Math.min(...known), Math.max(...known)];
  const block = (value: number) =>
    highest === lowest ? MIDDLE : BLOCKS[Math.round(((value - lowest) / (highest - lowest)) * (BLOCKS.length - 1))];
  return values.map((value) => (value === null ? " " : block(value))).join("");
}
