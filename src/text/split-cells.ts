/** The cells of one record, quotes around them taken off; `null` where a quote stands elsewhere. */
export function splitCells(record: string, delimiter: string): readonly string[] | null {
  return record.includes('"') ? splitQuoted(record, delimiter) : record.split(delimiter);
}

function splitQuoted(text: string, delimiter: string): string[] | null {
  const cells: string[] = [];
  for (let start = 0; start <= text.length;) {
    let end = text.indexOf(delimiter, start);
    if (end < 0) end = text.length;
    if (text[start] === '"') {
      let quote = text.indexOf('"', start + 1);
      while (quote >= 0 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
      end = quote + 1;
      if (quote < 0 || (end < text.length && text[end] !== delimiter)) return null;
      cells.push(text.slice(start + 1, quote).replaceAll('""', '"'));
    } else {
      const cell = text.slice(start, end);
      if (cell.includes('"')) return null;
      cells.push(cell);
    }
    start = end + 1;
  }
  return cells;
}

/** Whether a row has anything in it. */
export function hasContent(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.trim() !== "");
}
