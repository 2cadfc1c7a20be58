import { formatDecimal, nameIn } from "../locale/locale.ts";
import type { Assessment } from "../model.ts";
import { formatPlace } from "../problem/format-place.ts";
import { renderProblems } from "../problem/render-problems.ts";
import { levelOf, unitOf } from "../report/figures.ts";
import { labelled, line, printed } from "./context.ts";
import type { ExplainContext, Line } from "./context.ts";
import { evidenceLines } from "./evidence-lines.ts";
import type { Explanation, IndicatorSubject, TaskSubject } from "./explanation.ts";
import { figureLines } from "./figure-tables.ts";
import { lackingLines, leftOutLines } from "./left-out-lines.ts";
import { resultLines, wordsLines } from "./result-lines.ts";

/** For people: the plan's words, the arithmetic, who lacks what, what was left out, and the cells. */
export function render({ assessment, subject }: Explanation, context: ExplainContext): string {
  const { locale, width, version, isFile } = context;
  const lines =
    subject === null
      ? [line(0, locale.notAssessed)]
      : subject.kind === "task"
        ? taskLines(subject, assessment, context)
        : indicatorLines(subject, assessment, context);
  if (!isFile) return printed(lines, width);
  // A terminal has the problems beside it, on standard error.
  const problems = renderProblems(assessment.problems, { locale, paint: (text) => text });
  return `# chitieu ${version}\n\n${printed(lines, width)}${problems === "" ? "" : `\n${problems}`}`;
}

function indicatorLines(subject: IndicatorSubject, assessment: Assessment, context: ExplainContext): Line[] {
  const { locale, paint } = context;
  const { indicator, results } = subject;
  const who = unitOf(subject.unit, assessment) ?? levelOf(subject.level, assessment, locale);
  const title = `${nameIn(indicator, locale)} (${indicator.id})`;
  return [
    { indent: 0, text: who === null ? title : `${title} – ${who}`, paint: paint.bold },
    ...headLines(assessment, context),
    line(0, ""),
    ...wordsLines(subject, assessment, context),
    ...results.flatMap((result) => resultLines(indicator, result, assessment, context)),
    ...(results.length === 0 ? [line(0, ""), line(0, locale.explain.notOf(who ?? locale.whole))] : []),
    ...figureLines(subject, assessment, context),
    ...lackingLines(subject, assessment, context),
    ...leftOutLines(subject, assessment, context),
    ...evidenceLines(subject, assessment, context),
  ];
}

/** The plan, and the time that is looked at. */
function headLines({ plan, period, periodAsked, options }: Assessment, { locale }: ExplainContext): Line[] {
  const latest = periodAsked ? "" : ` (${locale.latest})`;
  const window = options.window === "period" ? locale.periodAlone : locale.yearToDate;
  return [
    ...(plan === null ? [] : [line(0, `${locale.plan} ${plan.number ?? plan.id}: ${plan.title}`)]),
    ...(period === null ? [] : [line(0, `${locale.period(period)}${latest}, ${window}`)]),
  ];
}

function taskLines({ task, result, reports }: TaskSubject, assessment: Assessment, context: ExplainContext): Line[] {
  const { locale, paint } = context;
  const { labels } = locale.explain;
  const percentOf = (percent: number | null) =>
    percent === null ? [] : [`${formatDecimal(String(percent), locale)}%`];
  const state = result.state === null ? locale.taskUnreported : locale.states[result.state];
  return [
    { indent: 0, text: `${nameIn(task, locale)} (${task.id})`, paint: paint.bold },
    ...headLines(assessment, context),
    line(0, ""),
    ...labelled(labels.says, task.text === null ? null : `“${task.text}”`),
    ...labelled(labels.note, task.note),
    ...labelled(labels.cites, task.cites.length === 0 ? null : task.cites.join("; ")),
    line(0, `${locale.columns.verdict}: ${[state, ...percentOf(result.percent)].join(", ")}`),
    ...(reports.length === 0 ? [] : [line(0, ""), { indent: 0, text: labels.reports, paint: paint.bold }]),
    ...reports.map((one) => {
      const said = [locale.states[one.state], ...percentOf(one.percent), one.evidence ?? labels.noEvidence];
      return line(2, `${formatPlace(one.at)}: ${locale.period(one.period)}: ${said.join(", ")}`);
    }),
  ];
}
