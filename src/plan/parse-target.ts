import { OPERATORS } from "../model.ts";
import type { Operator, ScopedTarget, Target } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import type { Period } from "../text/period.ts";
import type { YamlFile, YamlPath } from "../yaml/parse-yaml.ts";
import type { OneTargetFile, TargetFile } from "./plan-schema.ts";

const AMOUNT = /^\d+(?:\.\d+)?$/;

/** The targets of one indicator; a ratio's carry their `%`, a count's don't. Level ids are checked by the caller. */
export function parseTargets(
  file: TargetFile,
  isRatio: boolean,
  yaml: YamlFile,
  path: YamlPath,
): { readonly targets: readonly ScopedTarget[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const targets: ScopedTarget[] = [];
  const add = (one: OneTargetFile, at: YamlPath, scope: Pick<ScopedTarget, "level" | "unit">) => {
    const target = parseTarget(one, isRatio, yaml, at, problems);
    if (target !== null) targets.push({ ...target, ...scope });
  };

  const { units, by, milestones, ...rest } = file;
  const own = pickOperators(rest);
  const levels = Object.entries(rest).filter(([key]) => !isOperator(key)) as [string, OneTargetFile][];
  if (Object.keys(own).length > 0 || levels.length === 0) {
    add({ ...own, ...(by && { by }), ...(milestones && { milestones }) }, path, { level: null, unit: null });
  }
  for (const [level, one] of levels) {
    const inherited = { ...(by && { by }), ...(milestones && { milestones }), ...one };
    add(Object.keys(own).length > 0 ? one : inherited, [...path, level], { level, unit: null });
  }
  for (const [unit, one] of Object.entries(units ?? {})) add(one, [...path, "units", unit], { level: null, unit });
  return { targets, problems };
}

function parseTarget(
  one: OneTargetFile,
  isRatio: boolean,
  yaml: YamlFile,
  path: YamlPath,
  problems: Problem[],
): Target | null {
  const operators = Object.entries(pickOperators(one));
  const [first] = operators;
  if (first === undefined || operators.length > 1) {
    const found = operators.map(([key]) => key);
    problems.push(problem("operator-count", { found, allowed: OPERATORS }, yaml.locate(path, "key")));
    return null;
  }
  const [operator, amounts = ""] = first;
  const read = (value: string | readonly string[], at: YamlPath) =>
    [value]
      .flat()
      .map((amount, index) => parseAmount(amount, isRatio, yaml, Array.isArray(value) ? [...at, index] : at, problems));
  const values = read(amounts, [...path, operator]);
  const milestones = Object.entries(one.milestones ?? {}).map(([until, value]) => ({
    until: until as Period,
    values: read(value, [...path, "milestones", until]),
  }));
  return { operator: operator as Operator, values, by: one.by ?? null, milestones };
}

/** Decimal text without `%`; what cannot be read becomes a problem that says what to write. */
function parseAmount(text: string, isRatio: boolean, yaml: YamlFile, path: YamlPath, problems: Problem[]): string {
  const signed = /%\s*$/.test(text);
  const digits = text.replace(/\s*%\s*$/, "").trim();
  const plain = digits.replace(",", ".");
  const write = AMOUNT.test(plain) ? plain : "80";
  if (!AMOUNT.test(digits)) {
    problems.push(problem("amount-unreadable", { text, write: isRatio ? `${write}%` : write }, yaml.locate(path)));
  } else if (isRatio && !signed) {
    problems.push(problem("percent-sign-missing", { text, write: `${digits}%` }, yaml.locate(path)));
  } else if (!isRatio && signed) {
    problems.push(problem("percent-sign-unexpected", { text, write: digits }, yaml.locate(path)));
  }
  return digits;
}

function isOperator(key: string): key is Operator {
  return (OPERATORS as readonly string[]).includes(key);
}

function pickOperators(file: Pick<OneTargetFile, Operator>): Pick<OneTargetFile, Operator> {
  return Object.fromEntries(Object.entries(file).filter(([key, value]) => isOperator(key) && value !== undefined));
}
