import { formatCount, nameIn } from "../locale/locale.ts";
import type { Assessment, Place } from "../model.ts";
import { groupBy } from "../text/group-by.ts";
import { describeMeasure } from "../describe/describe-measure.ts";
import { line, quoted, whoIs } from "./context.ts";
import type { ExplainContext, Line } from "./context.ts";
import type { Evidence, FoundRow, IndicatorSubject } from "./explanation.ts";

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
    ...rowLines(shown, one, assessment, context),
    ...(one.rows > shown.length ? [line(4, words.moreRows(one.rows - shown.length))] : []),
    ...zeroLines(one, assessment, context),
  ];
}

/** Rows under the file, or the sheet, that they stand in. */
function rowLines(rows: readonly FoundRow[], { rules }: Evidence, assessment: Assessment, context: ExplainContext) {
  const isCount = rules.every(({ rule }) => rule?.kind === "count");
  const byTable = groupBy(rows, ({ cells: [first] }) => (first === undefined ? "" : tableOf(first.at)));
  return [...byTable].flatMap(([table, some]) => [
    line(2, table),
    ...some.map((row) => line(4, rowText(row, isCount, assessment, context))),
  ]);
}

/** Its cells, then what it counts for: how much, unless that is one row or what the one cell says. */
function rowText(row: FoundRow, isCount: boolean, assessment: Assessment, { locale }: ExplainContext): string {
  const { cells, adds } = row;
  const isOne = cells.length === 1;
  const said = cells.map(({ at, text }) => {
    const field = "field" in at ? at.field : null;
    return [
      cellOf(at),
      ...(field === null || (isOne && !isCount) ? [] : [field]),
      ...(text === "" ? [] : [`“${text}”`]),
    ].join(" ");
  });
  const who = `${whoIs(row, assessment, locale)}, ${locale.period(row.period)}`;
  const count = adds === null || isCount || isOne ? "" : `: ${formatCount(adds, locale)}`;
  return `${said.join(", ")} → ${who}${count}`;
}

/** The file of a place, with its sheet. */
function tableOf(at: Place): string {
  return at.in === "sheet" ? `${at.file}#${at.sheet}` : at.file;
}

/** The rest of the place: line and column, or the cell. */
function cellOf(at: Place): string {
  if (at.in === "text") return `${at.line}:${at.column}`;
  return at.in === "sheet" ? at.cell : at.in === "database" ? at.row : "";
}

/** Who has none of it, by the file that speaks for them. */
function zeroLines({ zeros }: Evidence, assessment: Assessment, { locale, most }: ExplainContext): Line[] {
  return [...groupBy(zeros, ({ at }) => tableOf(at))].flatMap(([table, some]) => {
    const each = some.map((one) => `${whoIs(one, assessment, locale)} (${locale.period(one.period)})`);
    const more = each.length > most ? [locale.more(each.length - most)] : [];
    return [line(2, table), line(4, locale.explain.none([...each.slice(0, most), ...more].join("; ")))];
  });
}
