import type { Locale } from "../../locale/locale.ts";
import type { Result, TrendPoint } from "../../model.ts";
import { countsOf, gapOf, levelOf, rateOf, targetOf, unitOf, verdictOf } from "../figures.ts";
import type { Column } from "./block.ts";
import { lastPointOf } from "./material.ts";
import type { Material } from "./material.ts";
import { PORTRAIT, textWidth } from "./page.ts";
import { textWidthOf, unbroken } from "./text-width.ts";

export const PADDING = 70;
const NUMBER = 470;
/** By how much a bold verdict is wider. */
const BOLDER = 80;
const NARROWEST_NAME = 2500;
const WIDEST_LEVEL = 1400;
const WIDEST_VERDICT = 1500;
/** Of the heads of columns, bold. */
const HEAD_SIZE = 23;
/** Of the figures, the larger the better. */
const SIZES = [22, 20, 18, 16, 14] as const;

/** What stands in a row of the results. Of a count, `rate` is the count and `counts` is empty. */
export interface Line {
  readonly level: string;
  readonly inPeriod: Figures | null;
  readonly toDate: Figures | null;
  readonly target: string;
  readonly gap: string;
  readonly verdict: string;
}

export interface Figures {
  readonly rate: string;
  readonly counts: string;
}

export function lineOf(result: Result, material: Material): Line {
  const { assessment, locale } = material;
  const point = lastPointOf(material, result);
  const isAlone = assessment.options.window === "period";
  const other = point === null ? null : figuresOf(isAlone ? point.toDate : point.inPeriod, locale);
  const assessed = figuresOf(result, locale);
  return {
    level: unitOf(result.unit, assessment) ?? levelOf(result.level, assessment, locale) ?? "",
    inPeriod: isAlone ? assessed : other,
    toDate: isAlone ? other : assessed,
    target: unbroken(targetOf(result, locale)),
    gap: gapOf(result, locale),
    verdict: verdictOf(result, locale),
  };
}

function figuresOf(
  point: Pick<TrendPoint, "percent" | "numerator" | "denominator" | "value">,
  locale: Locale,
): Figures {
  const [rate, counts] = [rateOf(point, locale), countsOf(point, locale)];
  return rate === "" ? { rate: counts, counts: "" } : { rate, counts };
}

export const KEYS = ["level", "inPeriod", "toDate", "target", "gap", "verdict"] as const;

export interface Layout {
  readonly size: number;
  readonly name: number;
  /** `null` where nothing stands in the column at all. */
  readonly widths: Readonly<Record<(typeof KEYS)[number], number | null>>;
}

/** The largest letters with which no figure is broken and the names have room; if need be, counts take two lines. */
export function layoutOf(lines: readonly Line[], { locale, report }: Pick<Material, "locale" | "report">): Layout {
  const heads = headsOf({ locale, report });
  const choices = SIZES.flatMap((size) =>
    [false, true].map((isSplit) => layoutAt({ size, isSplit }, lines, heads, locale)),
  );
  const fallback = layoutAt({ size: SIZES[4], isSplit: true }, lines, heads, locale);
  return choices.find(({ name }) => name >= NARROWEST_NAME) ?? { ...fallback, name: Math.max(1200, fallback.name) };
}

/** The heads of the columns; what is of the period alone names it. */
export function headsOf({ locale, report }: Pick<Material, "locale" | "report">): Heads {
  const { columns, document } = locale;
  const last = report.trend?.periods.at(-1);
  return {
    level: columns.level,
    inPeriod: `${document.labels.inPeriod}${last === undefined ? "" : ` (${locale.period(last)})`}`,
    toDate: document.labels.toDate,
    target: columns.target,
    gap: columns.gap,
    verdict: columns.verdict,
  };
}

type Heads = Readonly<Record<(typeof KEYS)[number], string>>;

function layoutAt(
  { size, isSplit }: { readonly size: number; readonly isSplit: boolean },
  lines: readonly Line[],
  heads: Heads,
  locale: Locale,
): Layout {
  const widest = (texts: readonly string[], head: string) =>
    Math.max(
      ...texts.map((text) => textWidthOf(text, size)),
      ...head.split(" ").map((word) => textWidthOf(word, HEAD_SIZE)),
    ) +
    2 * PADDING;
  const ofWords = (texts: readonly string[], head: string) =>
    widest(
      texts.flatMap((text) => text.split(" ")),
      head,
    );
  const ofFigures = (key: "inPeriod" | "toDate") =>
    lines.every((line) => line[key] === null)
      ? null
      : widest(
          lines.flatMap(({ [key]: figures }) =>
            figures === null ? [] : [figures.rate, ...(isSplit ? splitCounts(figures.counts) : [figures.counts])],
          ),
          heads[key],
        );
  const levels = lines.map(({ level }) => level);
  const verdicts = lines.map(({ verdict }) => verdict);
  const widths = {
    level: levels.every((level) => level === "")
      ? null
      : Math.max(ofWords(levels, heads.level), Math.min(WIDEST_LEVEL, widest(levels, ""))),
    inPeriod: ofFigures("inPeriod"),
    toDate: ofFigures("toDate"),
    target: widest(
      lines.map(({ target }) => target),
      heads.target,
    ),
    gap: widest(
      lines.map(({ gap }) => gap),
      heads.gap,
    ),
    verdict: Math.min(
      WIDEST_VERDICT,
      Math.max(ofWords(verdicts, heads.verdict), widest([locale.verdicts.missed], "") + BOLDER),
    ),
  };
  const others = Object.values(widths).reduce<number>((sum, width) => sum + (width ?? 0), 0);
  return { size, widths, name: textWidth(PORTRAIT) - NUMBER - others };
}

/** The columns of one table: where it has no levels, the name takes their room. */
export function columnsOf({ widths, name }: Layout, hasLevels: boolean): readonly Column[] {
  const level = widths.level ?? 0;
  const rest = KEYS.flatMap((key): Column[] => {
    const width = widths[key];
    if (width === null || (key === "level" && !hasLevels)) return [];
    return [{ width, align: key === "level" || key === "verdict" ? "left" : "right" }];
  });
  return [{ width: NUMBER, align: "center" }, { width: hasLevels ? name : name + level, align: "left" }, ...rest];
}

/** Counts in one line where the column holds it, else in two. */
export function countLines(counts: string, { size, widths }: Layout, key: "inPeriod" | "toDate"): readonly string[] {
  if (counts === "") return [];
  return textWidthOf(counts, size - 2) <= (widths[key] ?? 0) - 2 * PADDING ? [counts] : splitCounts(counts);
}

function splitCounts(counts: string): readonly string[] {
  const [numerator = "", denominator] = counts.split("/");
  return denominator === undefined ? [counts] : [`${numerator}/`, denominator];
}
