import type { Locale } from "../locale/locale.ts";
import { arrow } from "./arrow.ts";
import { dated } from "./dated.ts";
import { RESULT_CHANGES, PLAN_PARTS } from "./differences.ts";
import type { AssessmentDifferences, Change, Differences, PlanDifferences, ResultRef } from "./differences.ts";
import { inputItem, planItem, problemItem, restatedItem, taskItem } from "./difference-items.ts";
import { resultItem } from "./result-item.ts";
import type { StatedUnit } from "./stated-assessment.ts";
import { calledIn, ownerOf } from "./words.ts";

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
      about.map((one) => `${fields[one.field] ?? one.field}: ${arrow(dated(shortened(one), locale), locale)}`),
    ),
    plain(
      sections.inputs,
      inputs.map((one) => inputItem(one, locale)),
    ),
    plain(
      sections.tasks,
      tasks.map((one) => taskItem(one, calledIn(taskNames, one.task, one.name, locale), locale)),
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

/** Of a digest the beginning says enough. */
function shortened({ before, after }: Change<string>): Change<string> {
  const short = (text: string | null) => (text !== null && /^[\da-f]{64}$/.test(text) ? text.slice(0, 12) : text);
  return { before: short(before), after: short(after) };
}
