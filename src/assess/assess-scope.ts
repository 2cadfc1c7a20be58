import { FLAGS } from "../model.ts";
import type { Flag, Indicator, Plan, Reason, Result, ScopedTarget, Verdict } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import type { AssessRequest } from "./assess-request.ts";
import { evaluate, fixedPart, isFixed } from "./evaluate.ts";
import type { Evaluation, EvaluationContext } from "./evaluate.ts";
import { gapOf, headroomOf } from "./gap.ts";
import { shownPercent } from "./shown-percent.ts";
import type { Scope } from "./stay.ts";
import { targetInForce } from "./target-in-force.ts";
import type { TargetInForce } from "./target-in-force.ts";
import { judge, percentOf } from "./verdict.ts";
import type { Fraction } from "./verdict.ts";
import { waive } from "./waive.ts";
import type { Window } from "./window.ts";

export interface ScopeRequest {
  readonly indicator: Indicator;
  /** `null` where the indicator does not apply in the window. */
  readonly window: Window | null;
  readonly asked: Asked;
  readonly trusted: boolean;
  readonly request: AssessRequest;
  readonly context: EvaluationContext;
}

/** What a target asks at the end of a window, of everyone whom it is held against. */
export interface Asked {
  readonly target: TargetInForce;
  /** A result of it before anything is known. */
  readonly blank: Result;
}

export function askedOf(indicator: Indicator, stated: ScopedTarget, window: Window, plan: Plan): Asked {
  const target = targetInForce(stated, window, plan);
  const document = indicator.withdrawnBy ?? stated.document ?? plan.number;
  return { target, blank: blankResult(indicator, target, document) };
}

interface Scoped {
  readonly result: Result;
  readonly problems: readonly Problem[];
}

/** The result of one indicator for all, a level or a unit. */
export function assessScope(scoped: ScopeRequest, scope: Scope, kind: Result["scope"]): Scoped {
  const { indicator, window, asked, trusted, request, context } = scoped;
  const { plan, options } = request;
  const { target } = asked;
  const blank = { ...asked.blank, scope: kind, level: scope.level, unit: scope.unit };
  if (indicator.withdrawnBy !== null)
    return { result: { ...blank, verdict: "not-applicable", reason: "withdrawn" }, problems: [] };
  if (window === null)
    return { result: { ...blank, verdict: "not-applicable", reason: "outside-scope" }, problems: [] };
  if (!trusted) return { result: { ...blank, verdict: "invalid", reason: "untrusted-data" }, problems: [] };

  const evaluation = evaluate(indicator, scope, window.span, context);
  const { numerator, denominator, coverage } = evaluation;
  const hasBaseline = fixedPart(indicator.numerator, plan) !== 0n || fixedPart(indicator.denominator, plan) !== 0n;
  // A baseline is that of all together: what one of them is against it says nothing.
  if (kind === "breakdown" && hasBaseline && !evaluation.nobody)
    return { result: { ...blank, verdict: "not-scored", target: null, coverage }, problems: [] };
  const state = stateOf(evaluation, indicator, { ...options, plan });
  if (evaluation.tooLarge) {
    const problems = [problem("sum-too-large", { of: indicator.id })];
    return { result: { ...blank, verdict: "invalid", reason: "untrusted-data", coverage }, problems };
  }
  const problems = kind === "target" ? overProblems(evaluation, indicator, { reason: state.reason, hasBaseline }) : [];
  const flags = flagsOf(evaluation, indicator, state, (options.asOf ?? window.until) < target.due);
  const formula = { ...blank.formula, values: evaluation.shares.length > 0 ? evaluation.values : {} };
  const found = { ...blank, verdict: state.verdict ?? blank.verdict, reason: state.reason, flags, formula, coverage };
  if (state.reason !== null && NOTHING_COUNTED.has(state.reason)) return { result: found, problems };

  const counted = { ...found, ...sidesOf(evaluation) };
  // A count is asked of all together: what one of them contributes meets or misses nothing.
  if (kind === "breakdown" && denominator === null && state.verdict === null) {
    return {
      result: {
        ...counted,
        verdict: "not-scored",
        flags: flags.filter((flag) => flag === "provisional"),
        target: null,
      },
      problems,
    };
  }
  if (state.verdict !== null) return { result: counted, problems };
  const actual = denominator === null ? { numerator, denominator: 1n } : percentOf(numerator, denominator);
  const grows = indicator.denominator !== null && !isFixed(indicator.denominator, plan);
  const result = {
    ...counted,
    ...judged(actual, target, { numerator, denominator, over100: indicator.over100, grows }),
  };
  if (result.verdict === "met") return { result, problems };
  const miss = { indicator, scope, target, plan, units: context.tally.units };
  const { waiver, problems: expired } = waive({ ...miss, shares: evaluation.shares }, request.window.span);
  const waived = waiver === null ? flags : inOrder([...flags, "waived"]);
  return { result: { ...result, waiver, flags: waived }, problems: kind === "target" ? [...problems, ...expired] : [] };
}

function inOrder(flags: readonly Flag[]): Flag[] {
  return FLAGS.filter((flag) => flags.includes(flag));
}

/** The verdict of an actual value, with what is shown of it and how far it is from the target. */
function judged(actual: Fraction, { operator, values }: TargetInForce, counts: Parameters<typeof gapOf>[2]) {
  const verdict = judge(actual, operator, values);
  const [value = "0"] = values;
  return {
    verdict,
    percent:
      counts.denominator === null ? null : shownPercent(actual, (shown) => judge(shown, operator, values) === verdict),
    gap: verdict === "missed" ? gapOf(operator, value, counts) : null,
    headroom: verdict === "met" ? headroomOf(operator, value, counts) : null,
  };
}

interface State {
  /** `null` where the target decides. */
  readonly verdict: Exclude<Verdict, "met" | "missed"> | null;
  readonly reason: Reason | null;
}

/** Reasons why there is nothing to show of a result. */
const NOTHING_COUNTED = new Set<Reason>(["outside-scope", "not-reported", "keys-needed"]);

const DECIDES: State = { verdict: null, reason: null };

/** What keeps a result from being met or missed. */
function stateOf(
  { numerator, denominator, shares, coverage, keysNeeded, nobody }: Evaluation,
  { over100, numerator: formula }: Indicator,
  { incomplete, plan }: Pick<AssessRequest["options"], "incomplete"> & Pick<AssessRequest, "plan">,
): State {
  if (nobody) return { verdict: "not-applicable", reason: "outside-scope" };
  if (shares.length === 0) return { verdict: "no-data", reason: "not-reported" };
  if (keysNeeded) return { verdict: "no-data", reason: "keys-needed" };
  // Below a baseline that the plan fixes is a result; figures alone that come to less than nothing are wrong.
  if ((numerator < 0n && fixedPart(formula, plan) === 0n) || (denominator ?? 0n) < 0n)
    return { verdict: "invalid", reason: "negative" };
  if (denominator !== null && numerator > denominator && !over100) return { verdict: "invalid", reason: "over-100" };
  if (denominator === 0n) return { verdict: "no-data", reason: "none-arising" };
  if (coverage.missing.length > 0 && incomplete === "no-data") return { verdict: "no-data", reason: "incomplete" };
  return DECIDES;
}

function flagsOf(
  { denominator, coverage }: Evaluation,
  { lowBase, advisory }: Indicator,
  { verdict }: State,
  notYetDue: boolean,
): Flag[] {
  const flags: Flag[] = [];
  if (verdict === null && coverage.missing.length > 0) flags.push("provisional");
  if (verdict === null && notYetDue) flags.push("interim");
  if (advisory) flags.push("advisory");
  if (verdict === null && lowBase !== null && denominator !== null && denominator < BigInt(lowBase))
    flags.push("low-base");
  return flags;
}

/** A numerator over its denominator is an error of the whole; in a single unit it is a warning. */
function overProblems(
  { numerator, denominator, shares }: Evaluation,
  { id, over100, numerator: formula }: Indicator,
  { reason, hasBaseline }: { readonly reason: Reason | null; readonly hasBaseline: boolean },
): Problem[] {
  const placed = ({ reported }: (typeof shares)[number]) => {
    const figure = reported(formula.terms[0]?.measure ?? "").at(-1);
    return figure?.origin.table.locate(figure.origin.row, null, null);
  };
  if (reason === "negative") {
    const below = shares.find((share) => share.numerator < 0n || (share.denominator ?? 0n) < 0n) ?? shares[0];
    const args = {
      indicator: id,
      numerator: Number(numerator),
      denominator: denominator === null ? null : Number(denominator),
    };
    return [problem("side-negative", args, below && placed(below))];
  }
  if (over100 || denominator === null) return [];
  const over = shares.filter((share) => share.denominator !== null && share.numerator > share.denominator);
  if (reason === "over-100") {
    const args = { indicator: id, unit: null, numerator: Number(numerator), denominator: Number(denominator) };
    return [problem("numerator-over-denominator", args, over[0] && placed(over[0]))];
  }
  if (hasBaseline) return [];
  return over.flatMap((share) => {
    const { reporter, numerator: count, denominator: of } = share;
    const args = {
      indicator: id,
      unit: reporter.unit ?? reporter.level ?? "",
      numerator: Number(count),
      denominator: Number(of),
    };
    return reporter.unit === null && reporter.level === null
      ? []
      : [problem("unit-over-denominator", args, placed(share))];
  });
}

function sidesOf({ numerator, denominator }: Evaluation): Pick<Result, "numerator" | "denominator" | "value"> {
  if (denominator === null) return { numerator: null, denominator: null, value: Number(numerator) };
  return { numerator: Number(numerator), denominator: Number(denominator), value: null };
}

function blankResult(
  { id, group, vi, en, text, note, excludes, numerator, denominator }: Indicator,
  { operator, values, due }: TargetInForce,
  document: string | null,
): Result {
  const sign = denominator === null ? "" : "%";
  return {
    indicator: id,
    group,
    name: { vi, en },
    text,
    note,
    excludes,
    scope: "target",
    level: null,
    unit: null,
    verdict: "no-data",
    reason: null,
    flags: [],
    formula: { numerator: numerator.text, denominator: denominator?.text ?? null, values: {} },
    numerator: null,
    denominator: null,
    value: null,
    percent: null,
    target: { operator, value: values.map((value) => `${value}${sign}`).join("–"), due, document },
    gap: null,
    headroom: null,
    waiver: null,
    coverage: { basis: "reporters", expected: 0, reported: 0, missing: [] },
  };
}
