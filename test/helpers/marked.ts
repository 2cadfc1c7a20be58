/** A text without its mark `‸`, and the line and column at which the mark stood. */
export function marked(text: string): { readonly text: string; readonly place: string } {
  const lines = text.slice(0, text.indexOf("‸")).split(/\r\n|\n|\r/);
  return { text: text.replace("‸", ""), place: `${lines.length}:${[...(lines.at(-1) ?? "")].length + 1}` };
}
