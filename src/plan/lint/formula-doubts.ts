import type { Accumulation, Formula, Indicator, Plan } from "../../model.ts";
import { problem } from "../../problem/problem.ts";
import type { Problem } from "../../problem/problem.ts";
import type { LintSubject } from "./lint-subject.ts";
import { asksAnew, readingsOf } from "./readings.ts";
import type { Reading, Wording } from "./readings.ts";

/** Formulas that say nothing, or hardly what was meant: a count of itself, of another nature, or the same once more. */
export function formulaDoubts({ plan, yaml }: LintSubject): Problem[] {
  const readings = readingsOf({ plan, yaml });
  return [
    ...readings.flatMap(({ stated }) => stated.flatMap((wording) => ratioDoubts(wording, { plan, yaml }))),
    ...readings.flatMap((reading) => alike(reading, yaml)),
  ];
}

function ratioDoubts(
  { indicator: { numerator, denominator }, path, says }: Wording,
  { plan, yaml }: Pick<LintSubject, "plan" | "yaml">,
): Problem[] {
  if (denominator === null || !says("numerator", "denominator")) return [];
  const place = yaml.locate([...path, says("denominator") ? "denominator" : "numerator"]);
  const mixed = mixedNatures(numerator, denominator, plan);
  return [
    ...(sameFormula(numerator, denominator) ? [problem("ratio-constant", { formula: numerator.text }, place)] : []),
    ...(mixed === null ? [] : [problem("natures-mixed", mixed, place)]),
  ];
}

/** Two that ask the same, once one of them is stated; the later of them is doubted. */
function alike(reading: Reading, yaml: LintSubject["yaml"]): Problem[] {
  const isNew = (wording: Wording) => asksAnew(reading, wording);
  return reading.inForce.flatMap((wording, index, inForce) => {
    const { indicator } = wording;
    const other = inForce
      .slice(0, index)
      .find((one) => asksTheSame(one.indicator, indicator) && (isNew(one) || isNew(wording)));
    if (other === undefined) return [];
    const related = [yaml.locate(other.path, "key").at].flatMap((at) => at ?? []);
    const place = { ...yaml.locate(wording.path, "key"), related };
    return [problem("indicators-alike", { indicator: indicator.id, other: other.indicator.id }, place)];
  });
}

/** Whether two formulas come to the same for all counts. */
export function sameFormula(one: Formula, other: Formula): boolean {
  return termsOf(one) === termsOf(other);
}

function termsOf({ terms, constant }: Formula): string {
  const counted = terms.filter(({ factor }) => factor !== 0).map(({ measure, factor }) => `${factor} ${measure}`);
  return [...counted.sort(), constant].join("\n");
}

/** What came during the year, against what is there at its end: `accumulate: last` was most likely forgotten. */
function mixedNatures(
  numerator: Formula,
  denominator: Formula,
  plan: Plan,
): { readonly numerator: string; readonly denominator: string; readonly flow: string } | null {
  const [above, below] = [numerator, denominator].map((formula) => naturesOf(formula, plan));
  if (above?.size !== 1 || below?.size !== 1) return null;
  const [[one, measure]] = above as unknown as readonly [[Nature, string]];
  const [[other, against]] = below as unknown as readonly [[Nature, string]];
  return one === other ? null : { numerator: measure, denominator: against, flow: one === "flow" ? measure : against };
}

type Nature = "flow" | "stock";

const NATURES: Readonly<Record<Accumulation, Nature>> = {
  sum: "flow",
  first: "stock",
  last: "stock",
  distinct: "stock",
};

/** The natures of a formula's measures, each with a measure that has it; fixed counts have none. */
function naturesOf({ terms }: Formula, { measures }: Plan): ReadonlyMap<Nature, string> {
  return new Map(
    terms.flatMap(({ measure }) => {
      const { accumulate = "sum", constant = null } = measures[measure] ?? {};
      return constant === null ? [[NATURES[accumulate ?? "sum"], measure] as const] : [];
    }),
  );
}

function asksTheSame(one: Indicator, other: Indicator): boolean {
  if (!sameFormula(one.numerator, other.numerator)) return false;
  const sameWhole =
    one.denominator === null || other.denominator === null
      ? one.denominator === other.denominator
      : sameFormula(one.denominator, other.denominator);
  return sameWhole && asked(one) === asked(other);
}

/** Whichever document asks it. */
function asked({ targets, applies }: Indicator): string {
  return JSON.stringify([targets.map((target) => ({ ...target, document: null })), applies]);
}
