import type { Locale } from "../locale/locale.ts";
import type { Validation } from "../model.ts";
import { formatPlace } from "../problem/format-place.ts";
import type { Problem, Severity } from "../problem/problem.ts";
import { wordingOf } from "../problem/wording-of.ts";
import { printable } from "../text/printable.ts";
import { totalsText } from "./count-findings.ts";
import type { FindingsContext } from "./formats.ts";

/** In the order in which they are printed: GitHub shows the first ten of a step. */
const COMMANDS = { error: "error", warning: "warning", note: "notice" } as const satisfies Record<Severity, string>;

/** Workflow commands of GitHub Actions, which show problems beside the lines they stand in. */
export function render(validation: Validation, { locale }: FindingsContext): string {
  const commands = Object.entries(COMMANDS).flatMap(([severity, command]) =>
    validation.problems.filter((one) => one.severity === severity).map((one) => annotation(command, one, locale)),
  );
  return `${commands.join("")}${totalsText(validation, locale)}`;
}

function annotation(command: string, one: Problem, locale: Locale): string {
  const { at, code, rows } = one;
  const { message, hint } = wordingOf(one, locale);
  const properties = {
    file: at?.file,
    ...(at?.in === "text" && { line: at.line, col: at.column }),
    title: code,
  };
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(printable(String(value)))}`);
  // A cell of a workbook is no line that GitHub could show.
  const place = at?.in === "sheet" || at?.in === "database" ? `${formatPlace(at)}: ` : "";
  const text = [
    printable(`${place}${message}${rows > 1 ? ` (${locale.rows(rows)})` : ""}`),
    ...(hint === null ? [] : [printable(hint)]),
  ];
  return `::${command} ${written.join(",")}::${escapeData(text.join("\n"))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
