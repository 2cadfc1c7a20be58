import { nameIn } from "../../locale/locale.ts";
import type { Locale } from "../../locale/locale.ts";
import { VERDICTS } from "../../model.ts";
import type { Assessment, MissWaived, Report, Result, TaskResult, Verdict } from "../../model.ts";
import type { ColourRule, Tone, WorkbookCell, WorkbookColumn, WorkbookSheet } from "../../workbook/workbook.ts";
import { waiverText } from "../decisions.ts";
import { levelOf, targetOf, unitOf } from "../figures.ts";
import { dayNumber } from "./day-number.ts";
import { titleLines } from "./title-lines.ts";

/** The plan's targets in its order, then its tasks. */
export function resultsSheet({ assessment }: Report, locale: Locale): WorkbookSheet {
  const { results, tasks } = assessment;
  return sheetOf(locale.reports.labels.results, assessment, locale, [
    ...results.filter(({ scope }) => scope === "target").map((result) => resultCells(result, assessment, locale)),
    ...tasks.map((task) => taskCells(task, assessment, locale)),
  ]);
}

/** Every indicator by level, then by unit. */
export function byUnitSheet({ assessment, byLevel, byUnit }: Report, locale: Locale): WorkbookSheet {
  const parts = [...byLevel, ...byUnit].map((result) => resultCells(result, assessment, locale));
  return sheetOf(locale.reports.labels.byUnit, assessment, locale, parts);
}

type Cells = Partial<Readonly<Record<(typeof COLUMNS)[number]["name"], WorkbookCell | null>>>;

const COLUMNS = [
  { name: "indicator", kind: "wrapped", width: 44 },
  { name: "group", kind: "wrapped", width: 24 },
  { name: "level", kind: "text", width: 14 },
  { name: "unit", kind: "wrapped", width: 28 },
  { name: "numerator", kind: "count", width: 12 },
  { name: "denominator", kind: "count", width: 12 },
  { name: "value", kind: "count", width: 12 },
  { name: "rate", kind: "percent", width: 12 },
  { name: "target", kind: "text", width: 14 },
  { name: "due", kind: "date", width: 12 },
  { name: "document", kind: "text", width: 18 },
  { name: "verdict", kind: "text", width: 18 },
  { name: "remarks", kind: "wrapped", width: 26 },
  { name: "gapFixed", kind: "count", width: 16 },
  { name: "gapGrowing", kind: "count", width: 16 },
  { name: "headroom", kind: "count", width: 12 },
  { name: "expected", kind: "count", width: 12 },
  { name: "reported", kind: "count", width: 12 },
] as const satisfies readonly (WorkbookColumn & { readonly name: string })[];

function sheetOf(name: string, assessment: Assessment, locale: Locale, lines: readonly Cells[]): WorkbookSheet {
  const words = { ...locale.reports.labels, ...locale.columns, document: locale.html.labels.document };
  return {
    name,
    columns: COLUMNS,
    titles: titleLines(assessment, locale),
    header: [COLUMNS.map((column) => words[column.name])],
    rows: lines.map((line) => COLUMNS.map((column) => line[column.name] ?? "")),
    rules: verdictRules(locale),
  };
}

const TONES = {
  met: "good",
  missed: "bad",
  "no-data": "doubtful",
  "not-applicable": "plain",
  "not-scored": "plain",
  invalid: "bad",
} as const satisfies Record<Verdict, Tone>;

/** The colour follows the word, also where somebody sorts the rows or corrects one. */
function verdictRules(locale: Locale): ColourRule[] {
  const column = COLUMNS.findIndex(({ name }) => name === "verdict");
  return VERDICTS.flatMap((verdict) => {
    const tone = TONES[verdict];
    return tone === "plain" ? [] : [{ column, equals: locale.verdicts[verdict], tone }];
  });
}

function resultCells(result: Result, assessment: Assessment, locale: Locale): Cells {
  const { numerator, denominator, percent, target, gap, coverage } = result;
  const isRatio = numerator !== null && denominator !== null && denominator !== 0 && percent !== null;
  return {
    indicator: nameIn(result.name, locale),
    group: groupOf(result.group, assessment, locale),
    level: levelOf(result.level, assessment, locale),
    unit: unitOf(result.unit, assessment),
    numerator,
    denominator,
    value: result.value,
    // As many decimals as it takes not to contradict the verdict.
    rate: isRatio ? { value: numerator / denominator, decimals: percent.length - percent.indexOf(".") - 1 } : null,
    target: targetOf(result, locale),
    due: target === null ? null : dayNumber(target.due),
    document: target?.document ?? null,
    verdict: locale.verdicts[result.verdict],
    remarks: remarksOf(result, assessment, locale),
    gapFixed: gap?.fixed ?? null,
    gapGrowing: gap?.growing ?? null,
    headroom: result.headroom,
    expected: coverage.expected,
    reported: coverage.reported,
  };
}

function remarksOf(result: Result, assessment: Assessment, locale: Locale): string {
  const { verdict, reason, flags, excludes, waiver } = result;
  const words = { ...locale.flags, ...(waiver && { waived: waivedRemark(waiver, assessment, locale) }) };
  const shown = flags.filter((flag) => flag !== "interim" || verdict === "missed").map((flag) => words[flag]);
  const left = excludes === null ? [] : [`${locale.html.labels.excludes}: ${excludes}`];
  return [...(reason === null ? [] : [locale.reasons[reason]]), ...shown, ...left].join(", ");
}

function waivedRemark(waiver: MissWaived, assessment: Assessment, locale: Locale): string {
  return `${locale.flags.waived} ${waiverText(waiver, assessment, locale)}`;
}

function taskCells({ name, group, state, percent }: TaskResult, assessment: Assessment, locale: Locale): Cells {
  return {
    indicator: nameIn(name, locale),
    group: groupOf(group, assessment, locale),
    rate: percent === null ? null : percent / 100,
    verdict: locale.verdicts["not-scored"],
    remarks: state === null ? locale.taskUnreported : locale.states[state],
  };
}

function groupOf(group: string | null, { plan }: Assessment, locale: Locale): string {
  const name = group === null ? undefined : plan?.groups[group];
  return name === undefined ? (group ?? "") : nameIn(name, locale);
}
