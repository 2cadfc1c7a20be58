import { formatCount } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { Step } from "../read/watch.ts";
import { printable } from "../text/printable.ts";
import { widthOf } from "../text/width.ts";

/** How far a run is, and how many bytes a second it takes. */
export interface Progress extends Step {
  readonly rate: number;
}

const MEGABYTE = 1e6;

/** `45% · 512 MB/s · 12 s left — reading a.csv`; of what comes from a pipe nobody knows the share. */
export function progressLine(
  { doing, file, done, total, rate }: Progress,
  { locale, columns }: { readonly locale: Locale<"progress">; readonly columns: number },
): string {
  const { progress } = locale;
  const megabytes = (bytes: number) => formatCount(Math.max(1, Math.round(bytes / MEGABYTE)), locale);
  const figures = [
    ...(done === 0 ? [] : [total === null ? `${megabytes(done)} MB` : `${Math.floor((done / total) * 100)}%`]),
    ...(rate === 0 ? [] : [progress.rate(megabytes(rate))]),
    ...(rate === 0 || total === null ? [] : [progress.left(Math.ceil((total - done) / rate))]),
  ];
  const doingWhat = progress[doing](printable(file));
  return cut([...(figures.length === 0 ? [] : [figures.join(" · ")]), doingWhat].join(" — "), columns - 1);
}

/** A line that went on in the next could not be taken back. */
function cut(line: string, width: number): string {
  if (widthOf(line) <= width) return line;
  let shown = "";
  for (const sign of line) {
    if (widthOf(`${shown}${sign}…`) > width) break;
    shown += sign;
  }
  return `${shown}…`;
}
