import { formatCount, nameIn } from "../locale/locale.ts";
import type { Assessment, Place } from "../model.ts";
import { formatPlace } from "../problem/format-place.ts";
import { describeMeasure } from "../describe/describe-measure.ts";
import { line, quoted, whoIs } from "./context.ts";
import type { ExplainContext, Line } from "./context.ts";
import type { Evidence, FoundCell, FoundRow, IndicatorSubject } from "./explanation.ts";

/** The cells behind every sum, measure by measure. */
export function evidenceLines(subject: IndicatorSubject, assessment: Assessment, context: ExplainContext): Line[] {
  const { locale, paint } = context;
  const lines = subject.evidence.flatMap((one) => measureLines(one, assessment, context));
  if (lines.length === 0) return [];
  return [line(0, ""), { indent: 0, text: locale.explain.labels.evidence, paint: paint.bold }, ...lines];
}

function measureLines(one: Evidence, assessment: Assessment, context: ExplainContext): Line[] {
  const { locale, most } = context;
  if (one.rows === 0 && one.zeros.length === 0) return [];
  const { explain: words } = locale;
  const rules = one.rules.map(({ source, rule }) =>
    rule === null
      ? `${nameIn(source.name, locale)} (${source.id})`
      : `${nameIn(source.name, locale)} (${source.id}): ${describeMeasure(rule, source, locale)}`,
  );
  const shown = one.found.slice(0, most);
  return [
    line(0, ""),
    line(0, `${quoted(one.measure, assessment, locale)}: ${words.entered(one.rows)}`),
    ...rules.map((rule) => line(2, rule)),
    ...shown.map((row) => line(4, rowText(row, assessment, context))),
    ...(one.rows > shown.length ? [line(4, words.moreRows(one.rows - shown.length))] : []),
    ...zeroLines(one, assessment, context),
  ];
}

/** The first cell in full, then the others of the row; then what it counts for. */
function rowText(row: FoundRow, assessment: Assessment, { locale }: ExplainContext): string {
  const [first, ...others] = row.cells;
  const cells = [
    ...(first === undefined ? [] : [cellText(first, formatPlace(first.at))]),
    ...others.map((cell) => cellText(cell, shortPlace(cell.at))),
  ];
  const who = `${whoIs(row, assessment, locale)}, ${locale.period(row.period)}`;
  return `${cells.join(", ")} → ${who}${row.adds === null ? "" : `: ${formatCount(row.adds, locale)}`}`;
}

function cellText({ at, text }: FoundCell, place: string): string {
  const field = "field" in at ? at.field : null;
  return field === null ? `${place}` : `${place} ${field} “${text}”`;
}

/** Of a cell in a row whose file stands before it. */
function shortPlace(at: Place): string {
  if (at.in === "text") return `${at.line}:${at.column}`;
  return at.in === "sheet" ? at.cell : "";
}

function zeroLines({ zeros }: Evidence, assessment: Assessment, { locale, most }: ExplainContext): Line[] {
  const shown = zeros.slice(0, most).map((one) => {
    const who = `${whoIs(one, assessment, locale)}, ${locale.period(one.period)}`;
    return line(4, `${one.at.file}: ${locale.explain.none(who)}`);
  });
  return [...shown, ...(zeros.length > most ? [line(4, locale.more(zeros.length - most))] : [])];
}
