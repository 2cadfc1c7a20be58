import type { TrendRow } from "../../model.ts";
import type { Period } from "../../text/period.ts";
import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";
import type { Page } from "./page.ts";
import { resultOf, verdictWord } from "./result-words.ts";

const WIDTH = 84;
const HEIGHT = 26;
const EDGE = 4;

/** The year's periods as a small line, with the target as a dashed one; each period is said in its title. */
export function sparkLine(row: TrendRow, periods: readonly Period[], { locale }: Page): Markup | null {
  const values = row.points.map(({ toDate: { percent, value } }) => (percent === null ? value : Number(percent)));
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  const target = Number.parseFloat(row.target?.value ?? "");
  const all = Number.isFinite(target) ? [...known, target] : known;
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const x = (index: number) =>
    periods.length < 2 ? WIDTH / 2 : round(EDGE + (index * (WIDTH - 2 * EDGE)) / (periods.length - 1));
  // Everything equal: a line in the middle.
  const y = (value: number) =>
    high === low ? HEIGHT / 2 : round(HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE));
  const said = row.points.map(({ toDate }, index) => {
    const rate = resultOf(toDate, locale);
    return `${locale.period(periods[index] ?? "")}: ${rate === "" ? verdictWord(toDate, locale) : rate}`;
  });
  const last = row.points.findLastIndex((_, index) => values[index] !== null);
  return markup`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img"><title>${said.join("; ")}</title>${[
    Number.isFinite(target) && markup`<path class="aim" d="M0 ${y(target)}H${WIDTH}"/>`,
    markup`<path class="line" d="${pathOf(values, x, y)}"/>`,
    values.map(
      (value, index) =>
        value !== null &&
        markup`<circle class="${row.points[index]?.toDate.verdict === "missed" ? "missed" : "met"}" cx="${x(index)}" cy="${y(value)}" r="${index === last ? 3 : 2}"/>`,
    ),
  ]}</svg>`;
}

/** A period without a value breaks the line. */
function pathOf(values: readonly (number | null)[], x: (index: number) => number, y: (value: number) => number) {
  return values
    .map((value, index) => {
      if (value === null) return "";
      const isFirst = index === 0 || values[index - 1] === null;
      return `${isFirst ? "M" : "L"}${x(index)} ${y(value)}`;
    })
    .join("");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
