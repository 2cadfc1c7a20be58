import { problemLine } from "../problem/problem-line.ts";
import { markdown } from "../text/markdown.ts";
import type { DiffReport } from "./diff-report.ts";
import type { DiffContext } from "./formats.ts";
import { sectionsOf } from "./sections.ts";

/** For a pull request or a report: a list under each heading. */
export function render({ before, after, differences, problems, exit }: DiffReport, { locale }: DiffContext): string {
  const sections = differences === null ? [] : sectionsOf(differences, locale);
  const why = { ...locale.exits, ...locale.diff.exits }[exit.reason];
  const blocks = [
    `# ${markdown(locale.diff.title)}: ${markdown(before)} → ${markdown(after)}`,
    ...(differences === null ? [markdown(locale.diff.notCompared)] : []),
    ...(problems.length > 0 ? [problems.map((one) => `- ${markdown(problemLine(one, locale))}`).join("\n")] : []),
    ...sections.map(({ heading, items }) =>
      [`## ${markdown(heading)} (${items.length})`, "", ...items.map((item) => `- ${markdown(item)}`)].join("\n"),
    ),
    ...(exit.reason === "no-differences" ? [markdown(locale.diff.none)] : []),
    markdown(locale.exitCode(exit.code, why)),
  ];
  return `${blocks.join("\n\n")}\n`;
}
