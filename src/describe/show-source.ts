import { nameIn } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { ColumnSum, Source, SourceColumn } from "../model.ts";
import { printable } from "../text/printable.ts";
import { wrap } from "../text/width.ts";
import { describeMeasure, headerOf } from "./describe-measure.ts";

/** Everything that a source says of its exports. */
export function showSource(source: Source, locale: Locale, width: number): string {
  const { rows, labels } = locale.sources;
  const { id, system, form, note, columns, measures } = source;
  const lines: Line[] = [
    [0, `${id}: ${nameIn(source.name, locale)}`],
    ...labelled(labels.system, system),
    ...labelled(labels.form, form),
    [0, sentence(rows[source.rows])],
    ...(note === null ? [] : [[0, note] as const]),
    [0, ""],
    [0, `${labels.columns}:`],
    ...Object.entries(columns).flatMap(([name, column]) => columnLines(name, column, source, locale)),
    ...rulesOf(source, locale),
    [0, ""],
    [0, `${labels.measures}:${source.rows === "count" ? ` ${labels.anyMeasure}` : ""}`],
    ...Object.entries(measures).flatMap(([name, rule]): Line[] => [
      [2, name],
      [4, describeMeasure(rule, source, locale)],
    ]),
  ];
  return `${lines.map(([indent, text]) => printed(indent, text, width)).join("\n")}\n`;
}

/** A line with how far it is indented. */
type Line = readonly [indent: number, text: string];

function printed(indent: number, text: string, width: number): string {
  const margin = " ".repeat(indent);
  return margin + wrap(printable(text), width - indent, `${margin}  `);
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function labelled(label: string, value: string | null): Line[] {
  return value === null ? [] : [[0, `${label}: ${value}`]];
}

function columnLines(name: string, column: SourceColumn, source: Source, locale: Locale): Line[] {
  const { types, labels, number } = locale.sources;
  const { type, optional, rate } = column;
  const facts = [
    types[type],
    ...(column.number === null ? [] : [number(column.number)]),
    ...(optional ? [labels.optional] : []),
    ...(rate === null ? [] : [`${labels.rate} ${sumOf(rate.numerator, source)} / ${sumOf(rate.denominator, source)}`]),
  ];
  return [
    [2, `${name}: ${facts.join(", ")}`],
    [4, quoted(column.header)],
    ...Object.entries(column.values ?? {}).map(([value, spellings]): Line => [4, `${value} = ${quoted(spellings)}`]),
    ...tokens(labels.missing, column.missing, labels.blank),
    ...tokens(labels.zero, column.zero, labels.blank),
  ];
}

function sumOf(terms: ColumnSum, source: Source): string {
  const signed = terms.map(({ column, factor }, index) => {
    const sign = factor < 0 ? "− " : index > 0 ? "+ " : "";
    return `${sign}“${headerOf(column, source)}”`;
  });
  return signed.length > 1 ? `(${signed.join(" ")})` : signed.join("");
}

function tokens(label: string, texts: readonly string[], blank: string): Line[] {
  const shown = texts.map((text) => (text === "" ? blank : `“${text}”`));
  return texts.length === 0 ? [] : [[4, `${label} = ${shown.join(" ")}`]];
}

function quoted(texts: readonly string[]): string {
  return texts.map((text) => `“${text}”`).join(" ");
}

/** What holds for a file as a whole. */
function rulesOf(source: Source, { sources: { labels } }: Locale): Line[] {
  const { key, sections, totals, ignore, balance, level, encoding } = source;
  const rules = [
    ...(key.length > 0 ? [`${labels.key} ${quoted(key.map((column) => headerOf(column, source)))}.`] : []),
    ...(level === null ? [] : [`${labels.level}: ${level}`]),
    ...(sections === null
      ? []
      : [
          `${labels.sections}: ${Object.entries(sections)
            .map(([id, texts]) => `${id} = ${quoted(texts)}`)
            .join("; ")}`,
        ]),
    ...(totals.length > 0 ? [`${labels.totals}: ${quoted(totals)}`] : []),
    ...(ignore.length > 0 ? [`${labels.ignore}: ${quoted(ignore)}`] : []),
    ...(balance.length > 0 ? [`${labels.balance}: ${balance.map(({ text }) => text).join("; ")}`] : []),
    ...(source.coversAll ? [labels.coversAll] : []),
    ...(source.cumulative ? [labels.cumulative] : []),
    ...(source.unitOfFile ? [labels.unitOfFile] : []),
    ...(encoding === null ? [] : [`${labels.encoding}: ${encoding}`]),
    ...(source.numbers.thousands === "," ? [labels.thousands] : []),
  ];
  return rules.length === 0 ? [] : [[0, ""], ...rules.map((rule): Line => [0, rule])];
}
