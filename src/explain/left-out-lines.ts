import { formatCount } from "../locale/locale.ts";
import { LEFT_OUT_REASONS, reporterId } from "../model.ts";
import type { Assessment } from "../model.ts";
import { formatPlace } from "../problem/format-place.ts";
import { groupBy } from "../text/group-by.ts";
import { line, quoted, whoIs } from "./context.ts";
import type { ExplainContext, Line } from "./context.ts";
import type { IndicatorSubject, Lacking, LeftOutFigure } from "./explanation.ts";
import { fixedLines } from "./result-lines.ts";

/** Who lacks what, and since when. */
export function lackingLines({ lacks }: IndicatorSubject, assessment: Assessment, context: ExplainContext): Line[] {
  if (lacks.length === 0) return [];
  const { locale, paint, most } = context;
  const reporters = [...groupBy(lacks, reporterId).values()];
  const say = ({ measure, periods }: Lacking) =>
    `${quoted(measure, assessment, locale)} (${periods.map((period) => locale.period(period)).join(", ")})`;
  return [
    line(0, ""),
    { indent: 0, text: locale.explain.labels.lacking, paint: paint.bold },
    ...reporters
      .slice(0, most)
      .map((some) => line(2, `${whoIs(some[0] as Lacking, assessment, locale)}: ${some.map(say).join("; ")}`)),
    ...(reporters.length > most ? [line(2, locale.more(reporters.length - most))] : []),
  ];
}

/** What the data hold and the sums do not, with the reason. */
export function leftOutLines(subject: IndicatorSubject, assessment: Assessment, context: ExplainContext): Line[] {
  const { locale, paint } = context;
  const { uncounted } = locale.explain;
  const { plan } = assessment;
  const rows = subject.evidence.flatMap((one) => {
    if (one.uncounted.length === 0) return [];
    const parts = one.uncounted.map(({ fate, rows: count }) => uncounted[fate](count));
    return [line(2, `${quoted(one.measure, assessment, locale)}: ${parts.join("; ")}`)];
  });
  const lines = [
    ...(plan === null ? [] : fixedLines(subject, plan, context)),
    ...figureLines(subject, assessment, context),
    ...rows,
  ];
  if (lines.length === 0) return [];
  return [line(0, ""), { indent: 0, text: locale.explain.labels.leftOut, paint: paint.bold }, ...lines];
}

/** Figures by measure and reason; those that could have counted stand each with its place. */
function figureLines({ leftOut, measures }: IndicatorSubject, assessment: Assessment, context: ExplainContext): Line[] {
  const { locale, most } = context;
  return measures.flatMap((measure) =>
    LEFT_OUT_REASONS.flatMap((reason) => {
      const figures = leftOut.filter((one) => one.measure === measure && one.reason === reason);
      if (figures.length === 0) return [];
      const said = locale.explain.leftOut[reason](figures.length);
      const each = reason === "unpaired" || reason === "lacking" ? figures : [];
      return [
        line(2, `${quoted(measure, assessment, locale)}: ${said}`),
        ...each.slice(0, most).map((one) => line(4, figureText(one, assessment, context))),
        ...(each.length > most ? [line(4, locale.more(each.length - most))] : []),
      ];
    }),
  );
}

function figureText(one: LeftOutFigure, assessment: Assessment, { locale }: ExplainContext): string {
  const who = whoIs(one, assessment, locale);
  return `${formatPlace(one.at)}: ${who}, ${locale.period(one.period)}: ${formatCount(one.count, locale)}`;
}
