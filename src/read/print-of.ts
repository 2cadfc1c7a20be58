/** So much of a table's end tells it from others: what begins alike seldom ends alike. */
export const PRINTED = 128;

/** A number that stands for the end of a table (FNV-1a), by which the few are found that have to be compared. */
export function printOf(body: Uint8Array): number {
  let print = 0x811c9dc5;
  for (let at = Math.max(0, body.length - PRINTED); at < body.length; at++)
    print = Math.imul(print ^ (body[at] ?? 0), 0x01000193);
  return print;
}
