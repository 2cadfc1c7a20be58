type Cell = string | number;

/** What stands in a cell, without the blanks around it and in one Unicode form. */
export function cellText(cell: Cell): string {
  return String(cell).trim().normalize("NFC");
}

/** Whether a row has as many cells as the header, not counting empty ones beyond. */
export function isRectangular(cells: readonly Cell[], width: number): boolean {
  return cells.length === width || (cells.length > width && firstBeyond(cells, width) < 0);
}

/** Where the first cell beyond a width is that has something in it; -1 where there is none. */
export function firstBeyond(cells: readonly Cell[], width: number): number {
  return cells.findIndex((cell, index) => index >= width && String(cell).trim() !== "");
}
