import { formatCount, nameIn } from "../../locale/locale.ts";
import { TASK_STATES, VERDICTS } from "../../model.ts";
import { amendmentLines } from "../decisions.ts";
import { paragraph } from "./block.ts";
import type { Block } from "./block.ts";
import type { Material } from "./material.ts";

/** What was assessed, by which figures, and the result in a sentence. */
export function scopeBlocks(material: Material): readonly Block[] {
  const { assessment, locale, targets, numbers } = material;
  const { plan, period, periodAsked, window, options, inputs, summary, tasks, problems } = assessment;
  const words = locale.document;
  const count = (value: number) => formatCount(value, locale);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const verdicts = VERDICTS.filter((one) => one !== "not-scored")
    .map((verdict) => ({ verdict, some: targets.filter((target) => target.verdict === verdict).length }))
    .filter(({ verdict, some }) => some > 0 || verdict === "met" || verdict === "missed")
    .map(({ verdict, some }) => `${count(some)} ${locale.verdicts[verdict]}`);
  const states = [...TASK_STATES, null]
    .map((state) => ({ state, some: tasks.filter((task) => task.state === state).length }))
    .filter(({ some }) => some > 0)
    .map(({ state, some }) => `${count(some)} ${state === null ? locale.taskUnreported : locale.states[state]}`);
  const sentences = [
    ...(plan === null ? [] : [words.planIs(words.planNamed(plan), plan.title)]),
    ...amendmentLines(plan, locale).map((line) => `${line}.`),
    ...(period === null
      ? []
      : [words.periodIs(period, !periodAsked, options.window, window.map((one) => locale.period(one)).join(", "))]),
    words.inputsAre(count(inputs.length), count(inputs.reduce((sum, { rows }) => sum + rows, 0))),
  ];
  const headline = [
    words.headline(count(targets.length), count(numbers.size), verdicts),
    ...(summary.waived > 0 ? [words.waivedAre(count(summary.waived))] : []),
    ...(tasks.length > 0 ? [words.tasksAre(count(tasks.length), states)] : []),
  ];
  return [
    ...sentences.map((sentence) => paragraph("Body", sentence)),
    paragraph("Body", [{ text: headline.join(" "), bold: true }]),
    ...(errors > 0 ? [paragraph("Body", words.troubled(count(errors)))] : []),
  ];
}

/** What a group is called; `other` where something is in none, and the plan has some. */
export function groupTitle(
  group: string | null,
  { assessment: { plan }, locale }: Pick<Material, "assessment" | "locale">,
  other: string,
): string | null {
  const groups = plan?.groups ?? {};
  const name = group === null ? undefined : groups[group];
  if (name !== undefined) return nameIn(name, locale);
  return Object.keys(groups).length > 0 ? other : null;
}
