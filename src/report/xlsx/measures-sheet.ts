import { nameIn } from "../../locale/locale.ts";
import type { Locale } from "../../locale/locale.ts";
import { reporterId } from "../../model.ts";
import type { Contribution, Report } from "../../model.ts";
import { formatPlace } from "../../problem/format-place.ts";
import { placeIn } from "../../problem/problem-cells.ts";
import type { WorkbookCell, WorkbookSheet } from "../../workbook/workbook.ts";
import { levelOf, levelOfFigure, unitOf } from "../figures.ts";
import { titleLines } from "./title-lines.ts";

/** Every figure that entered a result, once, and where it stands. */
export function measuresSheet(report: Report, locale: Locale): WorkbookSheet {
  const { labels } = locale.reports;
  const { findings, columns } = locale;
  return {
    name: labels.measures,
    columns: [
      { kind: "wrapped", width: 40 },
      { kind: "text", width: 28 },
      { kind: "text", width: 14 },
      { kind: "wrapped", width: 28 },
      { kind: "text", width: 20 },
      { kind: "count", width: 14 },
      { kind: "wrapped", width: 24 },
      { kind: "text", width: 40 },
      { kind: "text", width: 16 },
      { kind: "text", width: 14 },
    ],
    titles: titleLines(report.assessment, locale),
    header: [
      [
        labels.measure,
        labels.measureId,
        columns.level,
        labels.unit,
        labels.period,
        labels.count,
        labels.accumulation,
        findings.file,
        findings.sheet,
        findings.place,
      ],
    ],
    rows: onceEach(report).map((figure) => cellsOf(figure, report, locale)),
  };
}

/** Several indicators may be made of the same measure. */
function onceEach({ contributions }: Report): Contribution[] {
  const keyOf = (one: Contribution) => [one.measure, reporterId(one), one.period, formatPlace(one.at)].join("\0");
  return [...new Map([...contributions.values()].flat().map((one) => [keyOf(one), one])).values()];
}

function cellsOf(figure: Contribution, { assessment }: Report, locale: Locale): WorkbookCell[] {
  const { measure, unit, period, count, at, stated } = figure;
  const name = assessment.plan?.measures[measure];
  const level = levelOfFigure(figure, assessment);
  return [
    name === undefined ? measure : nameIn(name, locale),
    measure,
    levelOf(level, assessment, locale) ?? "",
    unitOf(unit, assessment) ?? locale.whole,
    locale.period(period),
    count,
    locale.explain.accumulate[name?.accumulate ?? "sum"],
    at.file,
    at.in === "sheet" ? at.sheet : "",
    stated ? placeIn(at) : locale.reports.labels.noRow,
  ];
}
