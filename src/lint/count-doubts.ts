import type { Locale } from "../locale/locale.ts";
import type { Linting } from "../model.ts";
import type { Severity } from "../problem/problem.ts";

/** How many problems there are of each severity. */
export function countDoubts({ problems }: Pick<Linting, "problems">): Readonly<Record<Severity, number>> {
  const count = (severity: Severity) => problems.filter((one) => one.severity === severity).length;
  return { error: count("error"), warning: count("warning"), note: count("note") };
}

/** What a reader takes away: how many plans, what is wrong with them, and why the run ends as it does. */
export function lintTotals(linting: Linting, locale: Locale): string {
  const { error, warning, note } = countDoubts(linting);
  const { plans, exit } = linting;
  const counts =
    plans.length === 0 ? "" : `${locale.plans.linted(plans.length)}: ${locale.plans.counted(error, warning, note)}\n`;
  return `${counts}${locale.exitCode(exit.code, locale.plans.exits[exit.reason])}\n`;
}
