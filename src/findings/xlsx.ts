import type { Locale } from "../locale/locale.ts";
import type { Validation } from "../model.ts";
import { PROBLEM_COLUMNS, problemCells } from "../problem/problem-cells.ts";
import type { Problem, Severity } from "../problem/problem.ts";
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
  const severity = PROBLEM_COLUMNS.findIndex((column) => column.name === "severity");
  return {
    name,
    columns: PROBLEM_COLUMNS,
    header: [PROBLEM_COLUMNS.map((column) => locale.findings[column.name])],
    rows: problems.map((one) =>
      problemCells(one, locale).map((cell, column) => (column === severity ? toned(cell, one.severity) : cell)),
    ),
  };
}
