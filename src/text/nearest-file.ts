import { nearest } from "./nearest.ts";

/**
 * The file of the same folder that a misspelt path most likely means, as the path is written. One with another number is
 * another quarter's or another year's, and no misspelling.
 */
export function nearestFile(written: string, names: readonly string[]): string | null {
  const end = Math.max(written.lastIndexOf("/"), written.lastIndexOf("\\")) + 1;
  const meant = written.slice(end);
  const digits = digitsOf(meant);
  const name = nearest(
    meant,
    names.filter((one) => digitsOf(one) === digits),
  );
  return name === null ? null : written.slice(0, end) + name;
}

function digitsOf(name: string): string {
  return name.replaceAll(/\D/g, "");
}
