/** The name of a column in a sheet, by its index from 0: A, Z, AA. */
export function columnLetters(index: number): string {
  const above = Math.floor(index / 26);
  return (above > 0 ? columnLetters(above - 1) : "") + String.fromCodePoint(65 + (index % 26));
}
