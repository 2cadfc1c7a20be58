import type { Accumulation, Formula, Indicator, Plan } from "../../model.ts";
import { problem } from "../../problem/problem.ts";
import type { Problem } from "../../problem/problem.ts";
import type { LintSubject } from "./lint-subject.ts";

/** Formulas that say nothing, or hardly what was meant: a count of itself, of another nature, or the same once more. */
export function formulaDoubts({ plan, yaml }: LintSubject): Problem[] {
  const { indicators } = plan;
  return indicators.flatMap((indicator, index) => {
    const { id, numerator, denominator } = indicator;
    const found: Problem[] = [];
    if (denominator !== null && sameFormula(numerator, denominator)) {
      found.push(
        problem("ratio-constant", { formula: numerator.text }, yaml.locate(["indicators", id, "denominator"])),
      );
    }
    const mixed = denominator === null ? null : mixedNatures(numerator, denominator, plan);
    if (mixed !== null) found.push(problem("natures-mixed", mixed, yaml.locate(["indicators", id, "denominator"])));
    const other = indicators.slice(0, index).find((one) => asksTheSame(one, indicator));
    if (other !== undefined) {
      const related = [yaml.locate(["indicators", other.id], "key").at].flatMap((at) => at ?? []);
      const place = { ...yaml.locate(["indicators", id], "key"), related };
      found.push(problem("indicators-alike", { indicator: id, other: other.id }, place));
    }
    return found;
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
  return sameWhole && JSON.stringify([one.targets, one.applies]) === JSON.stringify([other.targets, other.applies]);
}
