import type { Locale } from "../locale/locale.ts";
import type { Validation } from "../model.ts";
import type { Severity } from "../problem/problem.ts";

/** How much was read and how much of it is wrong. */
export type FindingsCount = Readonly<Record<"files" | "rows" | Severity, number>>;

export function countFindings({ inputs, problems }: Pick<Validation, "inputs" | "problems">): FindingsCount {
  const count = (severity: Severity) => problems.filter((one) => one.severity === severity).length;
  return {
    files: new Set(inputs.map(({ file }) => file)).size,
    rows: inputs.reduce((total, { rows }) => total + rows, 0),
    error: count("error"),
    warning: count("warning"),
    note: count("note"),
  };
}

/** What a reader takes away: what was read and what is wrong with it, and why the run ends as it does. */
export function totalsText(validation: Validation, locale: Locale): string {
  const { files, rows, error, warning } = countFindings(validation);
  const { code, reason } = validation.exit;
  const counts = files === 0 ? "" : `${locale.read(files, rows)}: ${locale.counts(error, warning)}\n`;
  return `${counts}${locale.exitCode(code, locale.exits[reason])}\n`;
}
