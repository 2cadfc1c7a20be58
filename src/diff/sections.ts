import { formatCount, formatDecimal } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import { countsOf, rateOf, targetOf, verdictOf } from "../report/figures.ts";
import { RESULT_CHANGES, PLAN_PARTS } from "./differences.ts";
import type {
  AssessmentDifferences,
  Change,
  Differences,
  InputChange,
  PlanChange,
  PlanDifferences,
  Restatement,
  ResultChange,
  ResultRef,
} from "./differences.ts";
import { calledIn, messageOf, ownerOf } from "./words.ts";
import type { StatedProblem, StatedResult, StatedTask, StatedUnit } from "./stated-assessment.ts";

/** A heading with what stands under it, one text an item. */
export interface Section {
  readonly heading: string;
  readonly items: readonly string[];
  readonly tone: "better" | "worse" | "plain";
}

/** Differences as people read them, the gravest first. */
export function sectionsOf(differences: Differences, locale: Locale): Section[] {
  const sections =
    differences.kind === "plans" ? planSections(differences, locale) : assessmentSections(differences, locale);
  return sections.filter(({ items }) => items.length > 0);
}

const TONES: Readonly<Record<string, Section["tone"]>> = { "missed-to-met": "better", "met-to-missed": "worse" };

function assessmentSections(differences: AssessmentDifferences, locale: Locale): Section[] {
  const { sections, results, fields } = locale.diff;
  const { about, restated, inputs, units, tasks, problems } = differences;
  const plain = (heading: string, items: readonly string[]): Section => ({ heading, items, tone: "plain" });
  const named = (ref: Pick<ResultRef, "level" | "unit">) => {
    const owner = ownerOf(ref, differences.names, locale);
    return owner === null ? "" : ` – ${owner}`;
  };
  const { levels, indicators, measures, tasks: taskNames } = differences.names;
  return [
    ...RESULT_CHANGES.map((kind): Section => {
      const found = differences.results.filter(({ changes }) => changes[0] === kind);
      const items = found.map((one) => {
        const name = calledIn(indicators, one.indicator, one.name, locale);
        return resultItem(one, `${name}${named(one)} [${one.indicator}]`, locale);
      });
      return { heading: results[kind], items, tone: TONES[kind] ?? "plain" };
    }),
    plain(
      sections.restated,
      restated.map((one) => {
        const name = calledIn(measures, one.measure, one.measure, locale);
        const id = name === one.measure ? "" : ` [${one.measure}]`;
        return restatedItem(one, `${name}${named(one)}${id}`, locale);
      }),
    ),
    plain(
      sections.about,
      about.map((one) => `${fields[one.field] ?? one.field}: ${arrow(shortened(one), locale)}`),
    ),
    plain(
      sections.inputs,
      inputs.map((one) => inputItem(one, locale)),
    ),
    plain(
      sections.tasks,
      tasks.map(
        (one) =>
          `${calledIn(taskNames, one.task, one.name, locale)}: ${arrow({ before: taskText(one.before, locale), after: taskText(one.after, locale) }, locale)}`,
      ),
    ),
    plain(
      sections.units,
      units.map(({ unit, before, after }) => {
        const text = (one: StatedUnit | null) => {
          const level = one?.level ?? null;
          const levelName = level === null ? "" : ` (${calledIn(levels, level, level, locale)})`;
          return one === null ? null : `${one.name}${levelName}`;
        };
        return `${unit}: ${arrow({ before: text(before), after: text(after) }, locale)}`;
      }),
    ),
    plain(
      sections.problemsNew,
      problems.new.map((one) => problemItem(one, locale)),
    ),
    plain(
      sections.problemsGone,
      problems.gone.map((one) => problemItem(one, locale)),
    ),
  ];
}

function planSections({ changes, names }: PlanDifferences, locale: Locale): Section[] {
  return PLAN_PARTS.map((part): Section => {
    const items = changes.filter((change) => change.part === part).map((change) => planItem(change, names, locale));
    return { heading: locale.diff.parts[part], items, tone: "plain" };
  });
}

/** "chưa đạt → đạt" */
function arrow({ before, after }: Change<string>, { diff }: Locale): string {
  const shown = (text: string | null) => (text === null || text === "" ? diff.nothing : text);
  return `${shown(before)} → ${shown(after)}`;
}

/** Of a digest the beginning says enough. */
function shortened({ before, after }: Change<string>): Change<string> {
  const short = (text: string | null) => (text !== null && /^[\da-f]{64}$/.test(text) ? text.slice(0, 12) : text);
  return { before: short(before), after: short(after) };
}

/** Everything that changed in a result, each before and after; of one that is new or gone what it is. */
function resultItem({ changes, before, after }: ResultChange, title: string, locale: Locale): string {
  const only = before === null ? after : after === null ? before : null;
  if (only !== null) {
    const facts = [verdictOf(only, locale), figuresOf(only, locale), targetOf(only, locale)];
    return `${title}: ${facts.filter((fact) => fact !== "").join("; ")}`;
  }
  if (before === null || after === null) return title;
  const both = (of: (result: StatedResult) => string) => arrow({ before: of(before), after: of(after) }, locale);
  const verdicts = both((one) => verdictOf(one, locale));
  const isDecided = before.target?.document !== after.target?.document;
  const facts = [
    ...(verdictOf(before, locale) === verdictOf(after, locale) ? [] : [verdicts]),
    ...(changes.includes("counts") ? [countChange(before, after, locale)] : []),
    ...(changes.includes("target") ? [`${locale.diff.target} ${both((one) => askedOf(one, isDecided, locale))}`] : []),
    ...(changes.includes("formula") ? [`${locale.diff.formula} ${both(formulaOf)}`] : []),
    ...(changes.includes("flags") && verdictOf(before, locale) === verdictOf(after, locale)
      ? [both((one) => one.flags.map((flag) => locale.flags[flag]).join(", "))]
      : []),
    ...(changes.includes("coverage") ? [locale.diff.reported(reportedOf(before), reportedOf(after))] : []),
  ];
  return `${title}: ${facts.join("; ")}`;
}

/** "94,99% (237.490/250.000)" */
function figuresOf(result: StatedResult, locale: Locale): string {
  const [rate, counts] = [rateOf(result, locale), countsOf(result, locale)];
  return rate === "" ? counts : `${rate} (${counts})`;
}

/** The figures before and after, and by how many the counts changed. */
function countChange(before: StatedResult, after: StatedResult, locale: Locale): string {
  const both = arrow({ before: figuresOf(before, locale), after: figuresOf(after, locale) }, locale);
  const by = (one: number | null, other: number | null) =>
    one === null || other === null ? [] : [signed(other - one, locale)];
  const sides = [
    ...by(before.value, after.value),
    ...by(before.numerator, after.numerator),
    ...by(before.denominator, after.denominator),
  ];
  return sides.length === 0 ? both : `${both}, ${sides.join("/")}`;
}

function signed(count: number, locale: Locale): string {
  return `${count < 0 ? "−" : "+"}${formatCount(Math.abs(count), locale)}`;
}

/** What a target asks and when it is due; by which document, where it is another. */
function askedOf({ target, ...result }: StatedResult, withDocument: boolean, locale: Locale): string {
  if (target === null) return "";
  const document = withDocument && target.document !== null ? [target.document] : [];
  return `${targetOf({ ...result, target }, locale)} (${[target.due, ...document].join(", ")})`;
}

function formulaOf({ formula: { numerator, denominator } }: StatedResult): string {
  return denominator === null ? numerator : `${numerator} / ${denominator}`;
}

function reportedOf({ coverage: { expected, reported } }: StatedResult): string {
  return `${reported}/${expected}`;
}

function restatedItem({ before, after, reported }: Restatement, title: string, locale: Locale): string {
  const counts = arrow({ before: formatCount(before, locale), after: formatCount(after, locale) }, locale);
  const more = reported === null ? "" : `; ${locale.diff.reported(String(reported.before), String(reported.after))}`;
  return `${title}: ${counts} (${signed(after - before, locale)})${more}`;
}

function inputItem({ file, sheet, change, before, after }: InputChange, locale: Locale): string {
  const { changes, fields } = locale.diff;
  const where = sheet === null ? file : `${file} (${sheet})`;
  const from = before !== null && before.file !== file ? ` (${before.file})` : "";
  const facts = (["source", "period", "rows"] as const).flatMap((field) => {
    if (before === null || after === null || before[field] === after[field]) return [];
    const text = (value: string | number | null) => (typeof value === "number" ? formatCount(value, locale) : value);
    return [`${fields[field]} ${arrow({ before: text(before[field]), after: text(after[field]) }, locale)}`];
  });
  return [`${where}: ${changes[change]}${from}`, ...facts].join("; ");
}

function taskText(task: StatedTask | null, locale: Locale): string | null {
  if (task === null) return null;
  const state = task.state === null ? locale.taskUnreported : locale.states[task.state];
  const percent = task.percent === null ? [] : [`${formatDecimal(String(task.percent), locale)}%`];
  return [state, ...percent, ...(task.evidence === null ? [] : [task.evidence])].join(", ");
}

function problemItem(found: StatedProblem, locale: Locale): string {
  const { code, severity, file, line, column } = found;
  const place = [file, line, column].filter((part) => part !== null).join(":");
  return `${place === "" ? "" : `${place}: `}${locale.severities[severity]}: ${messageOf(found, locale)} [${code}]`;
}

function planItem(
  { part, id, level, unit, change, field, before, after }: PlanChange,
  names: PlanDifferences["names"],
  locale: Locale,
): string {
  const { changes, fields } = locale.diff;
  const owner = ownerOf({ level, unit }, names, locale);
  const of = owner === null ? id : `${id} – ${owner}`;
  const head = part === "plan" ? "" : `${of}: `;
  if (field !== null && change === "changed")
    return `${head}${fields[field] ?? field}: ${arrow({ before, after }, locale)}`;
  if (change === "renamed") return `${head}${changes.renamed} (${arrow({ before, after }, locale)})`;
  return `${head}${changes[change]} (${after ?? before ?? ""})`;
}
