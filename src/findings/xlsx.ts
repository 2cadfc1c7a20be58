import type { Locale } from "../locale/locale.ts";
import type { Place, Validation } from "../model.ts";
import { formatPlace } from "../problem/format-place.ts";
import type { Problem, Severity } from "../problem/problem.ts";
import { wordingOf } from "../problem/wording-of.ts";
import { byCodeUnit } from "../text/by-code-unit.ts";
import { groupBy } from "../text/group-by.ts";
import { printable } from "../text/printable.ts";
import type { WorkbookCell, WorkbookSheet } from "../workbook/workbook.ts";
import { writeWorkbook } from "../workbook/write-workbook.ts";
import { countFindings } from "./count-findings.ts";
import type { FindingsContext } from "./formats.ts";

/** A workbook to send back: an overview, and a sheet for each agency, or each file where no agency can be told. */
export function render(validation: Validation, { locale }: FindingsContext): Uint8Array {
  const sheets = bySender(validation, locale).map(([name, problems]) => ({ name, problems }));
  return writeWorkbook([
    overview(sheets, validation, locale),
    ...sheets.map(({ name, problems }) => sheetOf(name, problems, locale)),
  ]);
}

interface Sender {
  readonly name: string;
  readonly problems: readonly Problem[];
}

/** Agencies in the order of their names, then files. */
function bySender({ problems, senders }: Validation, locale: Locale): [string, Problem[]][] {
  const agencies = groupBy(
    problems.filter((one) => senders.has(one)),
    (one) => senders.get(one) ?? "",
  );
  const files = groupBy(
    problems.filter((one) => !senders.has(one)),
    ({ at }) => at?.file.split("/").slice(-2).join(" ") ?? locale.findings.general,
  );
  return [...[...agencies].sort(([a], [b]) => byCodeUnit(a, b)), ...files];
}

function overview(sheets: readonly Sender[], { inputs }: Validation, { findings }: Locale): WorkbookSheet {
  return {
    name: findings.overview,
    columns: [
      { kind: "text", width: 50 },
      { kind: "count", width: 12 },
      { kind: "count", width: 12 },
      { kind: "count", width: 12 },
    ],
    header: [[findings.sender, findings.errors, findings.warnings, findings.notes]],
    rows: sheets.map(({ name, problems }) => {
      const { error, warning, note } = countFindings({ inputs, problems });
      return [printable(name), toned(error, "error"), toned(warning, "warning"), note];
    }),
  };
}

const TONES = { error: "bad", warning: "doubtful", note: "plain" } as const satisfies Record<Severity, string>;

function toned(value: number | string, severity: Severity): WorkbookCell {
  return value === 0 ? value : { value, tone: TONES[severity] };
}

function sheetOf(name: string, problems: readonly Problem[], locale: Locale): WorkbookSheet {
  const { findings } = locale;
  return {
    name,
    columns: [
      { kind: "text", width: 34 },
      { kind: "text", width: 14 },
      { kind: "text", width: 12 },
      { kind: "wrapped", width: 26 },
      { kind: "wrapped", width: 26 },
      { kind: "wrapped", width: 48 },
      { kind: "wrapped", width: 48 },
      { kind: "text", width: 12 },
      { kind: "text", width: 22 },
    ],
    header: [
      [
        findings.file,
        findings.sheet,
        findings.place,
        findings.field,
        findings.found,
        findings.wrong,
        findings.hint,
        findings.severity,
        findings.code,
      ],
    ],
    rows: problems.map((one) => rowOf(one, locale)),
  };
}

function rowOf(one: Problem, locale: Locale): WorkbookCell[] {
  const { at, rows, related, severity, code } = one;
  const { message, hint } = wordingOf(one, locale);
  const seeAlso = related.map((place) => `${locale.seeAlso}: ${formatPlace(place)}`);
  return [
    at?.file ?? "",
    at?.in === "sheet" ? at.sheet : "",
    placeIn(at),
    at !== null && "field" in at ? (at.field ?? "") : "",
    standing(one),
    `${message}${rows > 1 ? ` (${locale.rows(rows)})` : ""}`,
    [...(hint === null ? [] : [hint]), ...seeAlso].join("\n"),
    toned(locale.severities[severity], severity),
    code,
  ].map((cell) => (typeof cell === "string" ? cell.normalize("NFC") : cell));
}

/** Where in its file. */
function placeIn(at: Place | null): string {
  if (at?.in === "sheet") return at.cell;
  return at?.in === "text" ? `${at.line}:${at.column}` : at?.in === "database" ? at.row : "";
}

/** The cell, or the row, that a problem points at. */
function standing({ excerpt }: Problem): string {
  if (excerpt === null) return "";
  const text = [...excerpt.line].slice(excerpt.start, excerpt.start + excerpt.length).join("");
  return /^"(?:[^"]|"")*"$/u.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
}
