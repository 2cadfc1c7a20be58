import { renderProblems } from "../problem/render-problems.ts";
import { printable } from "../text/printable.ts";
import { wrap } from "../text/width.ts";
import type { DiffReport } from "./diff-report.ts";
import type { DiffContext } from "./formats.ts";
import { sectionsOf } from "./sections.ts";

/** For a terminal: what differs under headings, the gravest first. */
export function render(report: DiffReport, { locale, width, paint, version, isFile }: DiffContext): string {
  const { before, after, differences, problems, exit } = report;
  const paints = { better: paint.green, worse: paint.red, plain: (text: string) => text };
  const sections = differences === null ? [] : sectionsOf(differences, locale);
  const blocks = sections.map(({ heading, items, tone }) => [
    paint.bold(paints[tone](`${heading} (${items.length})`)),
    ...items.map((item) => indented(printable(item), width)),
  ]);
  const why = { ...locale.exits, ...locale.diff.exits }[exit.reason];
  // A terminal has the problems beside it, on standard error.
  const wrong = isFile ? renderProblems(problems, { locale, paint: (text) => text }).trimEnd() : "";
  const lines = [
    ...(isFile ? [`# chitieu ${version}`, ""] : []),
    wrap(printable(`${locale.diff.title}: ${before} → ${after}`), width),
    ...(differences === null ? ["", locale.diff.notCompared] : []),
    ...(wrong === "" ? [] : ["", wrong]),
    ...blocks.flatMap((block) => ["", ...block]),
    "",
    ...(exit.reason === "no-differences" ? [locale.diff.none] : []),
    wrap(locale.exitCode(exit.code, why), width, "  "),
  ];
  return `${lines.join("\n")}\n`;
}

function indented(text: string, width: number): string {
  const [first = "", ...rest] = wrap(text, width - 4).split("\n");
  return [`  ${first}`, ...rest.map((line) => `    ${line}`)].join("\n");
}
