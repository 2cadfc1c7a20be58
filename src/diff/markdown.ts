import { markdown } from "../text/markdown.ts";
import type { DiffReport } from "./diff-report.ts";
import type { DiffContext } from "./formats.ts";
import { sectionsOf } from "./sections.ts";

/** For a pull request or a report: a list under each heading. */
export function render({ before, after, differences, exit }: DiffReport, { locale }: DiffContext): string {
  const sections = differences === null ? [] : sectionsOf(differences, locale);
  const why = exit.reason === "wrong-usage" ? locale.exits["wrong-usage"] : locale.diff.exits[exit.reason];
  const blocks = [
    `# ${markdown(locale.diff.title)}: ${markdown(before)} → ${markdown(after)}`,
    ...sections.map(({ heading, items }) =>
      [`## ${markdown(heading)} (${items.length})`, "", ...items.map((item) => `- ${markdown(item)}`)].join("\n"),
    ),
    ...(exit.reason === "no-differences" ? [markdown(locale.diff.none)] : []),
    markdown(locale.exitCode(exit.code, why)),
  ];
  return `${blocks.join("\n\n")}\n`;
}
