import type { Locale } from "../locale/locale.ts";
import { printable } from "../text/printable.ts";
import { workflowCommand } from "../text/workflow-command.ts";
import { formatPlace } from "./format-place.ts";
import type { Problem, Severity } from "./problem.ts";
import { wordingOf } from "./wording-of.ts";

/** In the order in which they are printed: GitHub shows the first ten of a step. */
const COMMANDS = { error: "error", warning: "warning", note: "notice" } as const satisfies Record<Severity, string>;

/** Problems as annotations of GitHub Actions, which stand beside the lines that they are about. */
export function annotateProblems(problems: readonly Problem[], locale: Locale<"problems">): string {
  const commands = Object.entries(COMMANDS).flatMap(([severity, command]) =>
    problems.filter((one) => one.severity === severity).map((one) => annotation(command, one, locale)),
  );
  return commands.join("");
}

function annotation(command: string, one: Problem, locale: Locale<"problems">): string {
  const { at, code, rows } = one;
  const { message, hint } = wordingOf(one, locale);
  const properties = {
    file: at === null ? undefined : printable(at.file),
    ...(at?.in === "text" && { line: at.line, col: at.column }),
    title: code,
  };
  // A cell of a workbook is no line that GitHub could show.
  const place = at?.in === "sheet" || at?.in === "database" ? `${formatPlace(at)}: ` : "";
  const text = [
    printable(`${place}${message}${rows > 1 ? ` (${locale.rows(rows)})` : ""}`),
    ...(hint === null ? [] : [printable(hint)]),
  ];
  return workflowCommand(command, properties, text.join("\n"));
}
