import type { Locale } from "../locale/locale.ts";
import type { Assessment, Report, Result } from "../model.ts";
import { annotateProblems } from "../problem/annotate-problems.ts";
import { printable } from "../text/printable.ts";
import { workflowCommand, workflowText } from "../text/workflow-command.ts";
import { amendmentLines } from "./decisions.ts";
import type { RenderContext } from "./formats.ts";
import { resultTitle } from "./result-title.ts";
import { resultSentence } from "./sentences.ts";
import { summaryLines } from "./summary.ts";
import { periodLine, planLine } from "./titles.ts";

/** Annotations of GitHub Actions: errors first, since GitHub shows ten of a kind, and what they come to. */
export function render({ assessment }: Report, { locale }: RenderContext<"problems" | "reports">): string {
  const { results, problems } = assessment;
  const targets = results.filter(({ scope }) => scope === "target");
  const annotations = targets.flatMap((result) => {
    const command = commandOf(result);
    return command === null ? [] : [{ command, text: annotation(command, result, assessment, locale) }];
  });
  const of = (wanted: string) => annotations.filter(({ command }) => command === wanted).map(({ text }) => text);
  const named = [planLine(assessment, locale), periodLine(assessment, locale)].filter((line) => line !== "");
  const titles = [...named, ...amendmentLines(assessment.plan, locale)];
  return [
    ...(results.length === 0 ? [notAssessed(assessment, locale)] : []),
    ...of("error"),
    ...of("warning"),
    annotateProblems(problems, locale),
    ...[...titles, ...summaryLines(assessment, locale)].map((line) => `${workflowText(line)}\n`),
  ].join("");
}

/** A miss that decides nothing is no error; what is met on incomplete figures may yet change. */
function commandOf({ verdict, flags }: Result): "error" | "warning" | null {
  const decides = !flags.includes("waived") && !flags.includes("advisory");
  if (verdict === "missed" || verdict === "invalid") return decides ? "error" : "warning";
  return verdict === "no-data" || (verdict === "met" && flags.includes("provisional")) ? "warning" : null;
}

function annotation(
  command: string,
  result: Result,
  assessment: Assessment,
  locale: Locale<"problems" | "reports">,
): string {
  const title = `chitieu: ${locale.verdicts[result.verdict]}`;
  const text = `${resultTitle(result, assessment, locale)}: ${resultSentence(result, assessment, locale)}`;
  return workflowCommand(command, { title }, printable(text));
}

function notAssessed({ exit }: Assessment, locale: Locale<"problems" | "reports">): string {
  return workflowCommand("error", { title: "chitieu" }, `${locale.notAssessed}: ${locale.exits[exit.reason]}`);
}
