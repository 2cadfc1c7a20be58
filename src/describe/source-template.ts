import type { Language } from "../locale/locale.ts";
import { levelsIn } from "../model.ts";
import type { Plan, Source, Unit } from "../model.ts";
import { foldText } from "../text/fold-text.ts";
import { ALL_MONTHS } from "../text/period.ts";
import { unaccented } from "../text/unaccented.ts";
import type { WorkbookSheet } from "../workbook/workbook.ts";
import { writeWorkbook } from "../workbook/write-workbook.ts";

/** An empty export of a source, to be filled in: its header, and with a plan the units of its roster. */
export interface Template {
  readonly header: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
}

export function sourceTemplate(source: Source, plan: Plan | null, language: Language): Template {
  const columns = Object.entries(source.columns);
  return {
    header: [
      ...headerRows(columns.map(([, { header }]) => spellingIn(language, header))),
      ...numberRow(columns.map(([, { number }]) => number)),
    ],
    rows: source.rows === "unit" ? unitRows(source, plan) : [],
  };
}

/** The first spelling; of a column that has names in both languages, the first in the one that is spoken. */
function spellingIn(language: Language, [first = "", ...others]: readonly string[]): string {
  const isAccented = (text: string) => unaccented(text) !== text.toLowerCase();
  return language === "en" || isAccented(first) ? first : (others.find(isAccented) ?? first);
}

/** Headers under each other: of `Tiếp nhận > Tổng số` the first part above, once for all columns that share it. */
function headerRows(spellings: readonly string[]): string[][] {
  const paths = spellings.map((spelling) => spelling.split(">").map((part) => part.trim()));
  const depth = Math.max(...paths.map((path) => path.length));
  return Array.from({ length: depth }, (_, level) =>
    paths.map((path, index) => {
      const before = paths[index - 1];
      const isMerged =
        level < path.length - 1 && before?.slice(0, level + 1).join("\0") === path.slice(0, level + 1).join("\0");
      return isMerged ? "" : (path[level] ?? "");
    }),
  );
}

/** The numbers of a form's columns, where they run as in a form: from its first columns on, without a gap. */
function numberRow(numbers: readonly (number | null)[]): string[][] {
  const given = numbers.filter((number) => number !== null);
  const [first = 0] = given;
  const run = given.length >= 3 && first <= 3 && given.every((number, index) => number === first + index);
  return run ? [numbers.map((number) => (number === null ? "" : String(number)))] : [];
}

/** A row for each unit of the roster, under the headings of the form's sections if it has any. */
function unitRows(source: Source, plan: Plan | null): string[][] {
  const { columns, sections, level } = source;
  const there = (plan?.roster ?? []).filter((unit) => levelsIn(unit, ALL_MONTHS).length > 0);
  const units = there.filter((unit) => level === null || unit.level === level);
  const rowsOf = (some: readonly Unit[]) => some.map((unit, index) => rowOf(unit, index + 1, source, plan));
  if (sections === null) return rowsOf(units);
  const heading = (text: string) => Object.keys(columns).map((name) => (name === "unit" ? text : ""));
  return Object.entries(sections).flatMap(([id, [spelling = id]]) => {
    const within = units.filter((unit) => unit.level === id);
    return within.length === 0 ? [] : [heading(spelling), ...rowsOf(within)];
  });
}

/** Numbered, where the form numbers its rows: a row that is still blank is then no heading. */
function rowOf(unit: Unit, number: number, { columns }: Source, plan: Plan | null): string[] {
  const level = unit.level === null ? "" : (plan?.levels[unit.level]?.vi ?? unit.level);
  return Object.entries(columns).map(([name, { header }]) => {
    if (name === "level") return level;
    if (name === "ordinal") return String(number);
    if (name !== "unit") return "";
    return foldText(header[0] ?? "").startsWith(foldText("Mã")) ? unit.code : unit.name;
  });
}

/** As Excel with Vietnamese settings reads and writes CSV: a byte order mark, semicolons, CRLF. */
export function templateCsv({ header, rows }: Template): string {
  const field = (text: string) => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `\u{FEFF}${[...header, ...rows].map((row) => `${row.map(field).join(";")}\r\n`).join("")}`;
}

/** As a workbook whose cells keep what is typed into them: no period becomes a date, no code loses its zeros. */
export function templateWorkbook({ header, rows }: Template, source: Source): Uint8Array {
  const columns = Object.entries(source.columns).map(([name, { type }]) => {
    return { kind: type === "count" ? "count" : "text", width: name === "unit" ? 36 : 18 } as const;
  });
  const sheet: WorkbookSheet = { name: source.id, columns, header, rows };
  return writeWorkbook([sheet], { isExport: true });
}
