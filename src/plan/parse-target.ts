import { OPERATORS } from "../model.ts";
import type { Operator, ScopedTarget, Target } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { dueDay } from "../text/due-day.ts";
import { withoutGroups } from "../text/number.ts";
import { daysOf } from "../text/period.ts";
import type { YamlFile, YamlPath } from "../yaml/parse-yaml.ts";
import type { PlanContext } from "./plan-context.ts";
import type { OneTargetFile, TargetFile } from "./plan-schema.ts";

const AMOUNT = /^\d+(?:\.\d+)?$/;

export interface TargetContext {
  readonly context: PlanContext;
  /** Targets of a ratio carry their `%`, those of a count don't. */
  readonly isRatio: boolean;
}

/** The targets of one indicator: for all, by level, and of single units. Names of levels are checked by the caller. */
export function parseTargets(file: TargetFile, path: YamlPath, context: TargetContext): ScopedTarget[] {
  const parser = new TargetParser(context);
  const targets: ScopedTarget[] = [];
  const add = (one: OneTargetFile, at: YamlPath, scope: Pick<ScopedTarget, "level" | "unit">) => {
    const target = parser.parse(one, at);
    if (target !== null) targets.push({ ...target, ...scope, document: null });
  };

  const { units = {}, by, milestones, ...rest } = file;
  const own = pickOperators(rest);
  const shared = { ...(by && { by }), ...(milestones && { milestones }) };
  const levels = Object.entries(rest).filter(([key]) => !isOperator(key)) as [string, OneTargetFile][];
  const forAll = Object.keys(own).length > 0;
  const hasParts = levels.length > 0 || Object.keys(units).length > 0;
  if (forAll || !hasParts) add({ ...own, ...shared }, path, { level: null, unit: null });
  // Without a target for all, what stands beside the parts holds for each of them.
  const each = (one: OneTargetFile) => (forAll ? one : { ...shared, ...one });
  for (const [level, one] of levels) add(each(one), [...path, level], { level, unit: null });
  for (const [unit, one] of Object.entries(units)) add(each(one), [...path, "units", unit], { level: null, unit });
  return targets;
}

class TargetParser {
  readonly #context: PlanContext;
  readonly #isRatio: boolean;

  constructor({ context, isRatio }: TargetContext) {
    this.#context = context;
    this.#isRatio = isRatio;
  }

  parse(one: OneTargetFile, path: YamlPath): Target | null {
    const { yaml, year, problems } = this.#context;
    const operators = Object.entries(pickOperators(one));
    const [first] = operators;
    if (first === undefined || operators.length > 1) {
      const found = operators.map(([key]) => key);
      problems.push(problem("operator-count", { found, allowed: OPERATORS }, yaml.locate(path, "key")));
      return null;
    }
    const [operator, amounts = ""] = first as [Operator, string | readonly string[] | undefined];
    const values = this.#amounts(operator, amounts, [...path, operator]);
    const by = one.by ?? null;
    const isPast = dueDay(by, year) < year.starts;
    if (by !== null && isPast) this.#context.wrong(by, `${year.label}-Q1 …`, [...path, "by"]);
    const milestones = Object.entries(one.milestones ?? {}).map(([until, value]) => ({
      until,
      values: this.#amounts(operator, value, [...path, "milestones", until]),
    }));
    milestones.sort((a, b) => (daysOf(a.until, year).until < daysOf(b.until, year).until ? -1 : 1));
    const target = { operator, values, by, milestones };
    if (!isPast) this.#checkOrder(target, path);
    return target;
  }

  /** Milestones end on different days, and before the target is due. The last may be the target itself. */
  #checkOrder({ values, by, milestones }: Target, path: YamlPath): void {
    const { yaml, year, problems } = this.#context;
    const due = dueDay(by, year);
    for (const [index, { until, values: asked }] of milestones.entries()) {
      const day = daysOf(until, year).until;
      const previous = milestones[index - 1];
      const isTwice = previous !== undefined && daysOf(previous.until, year).until === day;
      const isTarget = day === due && asked.join() === values.join();
      if (day < due && !isTwice) continue;
      if (isTarget && !isTwice) continue;
      const args = { until, other: isTwice ? previous.until : null, due };
      problems.push(problem("milestone-order", args, yaml.locate([...path, "milestones", until], "key")));
    }
  }

  /** One value, or the two ends of `between` in order. */
  #amounts(operator: Operator, value: string | readonly string[], path: YamlPath): string[] {
    const isPair = typeof value !== "string";
    if (isPair !== (operator === "between")) {
      const args = { found: isPair ? "list" : value, expected: operator === "between" ? "pair" : "text" };
      this.#context.wrong(args.found, args.expected, path);
    }
    const amounts = [value].flat().map((amount, index) => this.#amount(amount, isPair ? [...path, index] : path));
    const [low, high] = amounts;
    if (low !== undefined && high !== undefined && Number(low) > Number(high)) {
      this.#context.wrong([value].flat().join(", "), "ascending", path);
    }
    return amounts;
  }

  /** Decimal text without `%`; what cannot be read becomes a problem that says what to write. */
  #amount(text: string, path: YamlPath): string {
    const { yaml, problems } = this.#context;
    const isRatio = this.#isRatio;
    const signed = /%\s*$/.test(text);
    const digits = text.replace(/\s*%\s*$/, "").trim();
    // A count in groups of three is a thousand in exports, and must not be one with three decimals here.
    const grouped = isRatio ? null : withoutGroups(digits);
    const plain = grouped ?? digits.replace(",", ".");
    const write = AMOUNT.test(plain) ? plain : "80";
    if (!AMOUNT.test(digits) || grouped !== null) {
      problems.push(
        problem("amount-unreadable", { text, write: isRatio ? `${write}%` : write, shape: null }, yaml.locate(path)),
      );
    } else if (isRatio && !signed) {
      problems.push(problem("percent-sign-missing", { text, write: `${digits}%` }, yaml.locate(path)));
    } else if (!isRatio && signed) {
      problems.push(problem("percent-sign-unexpected", { text, write: digits }, yaml.locate(path)));
    }
    return grouped ?? digits;
  }
}

/**
 * In `{ at-least: 97,4% }` YAML takes the comma for the end of the value: `97` is left, and a key `4%`. That is named as
 * what it was meant to be, and mended for whatever is looked at next.
 */
export function mendDecimalCommas(yaml: YamlFile): { readonly yaml: YamlFile; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const mend = (value: unknown, path: YamlPath): unknown => {
    if (Array.isArray(value)) return value.map((inner, index) => mend(inner, [...path, index]));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value);
    const rest = entries.find(([key, inner]) => /^\d+\s*%?$/.test(key) && (inner === "" || inner === null));
    const whole = entries.find(([key, inner]) => isOperator(key) && typeof inner === "string" && /^\d+$/.test(inner));
    if (rest === undefined || whole === undefined) {
      return Object.fromEntries(entries.map(([key, inner]) => [key, mend(inner, [...path, key])]));
    }
    const text = `${whole[1]},${rest[0]}`;
    const args = { text, write: withoutGroups(text) ?? `${whole[1]}.${rest[0]}`, shape: null };
    problems.push(problem("amount-unreadable", args, yaml.locate([...path, whole[0]])));
    return { ...Object.fromEntries(entries.filter((entry) => entry !== rest)), [whole[0]]: args.write };
  };
  const value = mend(yaml.value, []);
  return problems.length === 0 ? { yaml, problems } : { yaml: { ...yaml, value }, problems };
}

function isOperator(key: string): key is Operator {
  return (OPERATORS as readonly string[]).includes(key);
}

function pickOperators(file: Pick<OneTargetFile, Operator>): Pick<OneTargetFile, Operator> {
  return Object.fromEntries(Object.entries(file).filter(([key, value]) => isOperator(key) && value !== undefined));
}
