import type { Indicator } from "../../model.ts";
import type { YamlPath } from "../../yaml/parse-yaml.ts";
import type { IndicatorChangeFile, PlanFile } from "../plan-schema.ts";
import type { LintSubject } from "./lint-subject.ts";

/** An indicator as the plan, or a later decision, words it, and where that stands. */
export interface Wording {
  readonly indicator: Indicator;
  readonly path: YamlPath;
  /** Whether all of it stands here, and not only what a decision changes. */
  readonly isWhole: boolean;
  /** Whether one of these keys is said here; a decision that changes an indicator leaves the others as they were. */
  readonly says: (...keys: readonly (keyof IndicatorChangeFile)[]) => boolean;
}

/** The plan as it was issued, or as a later decision leaves it. */
export interface Reading {
  /** What this document itself says. */
  readonly stated: readonly Wording[];
  /** Every indicator that is in force from then on, as it reads then. */
  readonly inForce: readonly Wording[];
}

/** The plan in all its readings: doubts about one wording are raised where it stands, and once. */
export function readingsOf({ plan, yaml }: Pick<LintSubject, "plan" | "yaml">): readonly Reading[] {
  const files = (yaml.value as PlanFile).amendments ?? [];
  const issued = plan.indicators.map((indicator) => whole(indicator, ["indicators", indicator.id]));
  const readings: Reading[] = [{ stated: issued, inForce: issued }];
  for (const [index, { changed, added, withdrawn }] of plan.amendments.entries()) {
    const path = ["amendments", index];
    const stated = [
      ...changed.map((indicator): Wording => {
        const file = files[index]?.changed?.[indicator.id] ?? {};
        return {
          indicator,
          path: [...path, "changed", indicator.id],
          isWhole: false,
          says: (...keys) => keys.some((key) => key in file),
        };
      }),
      ...added.map((indicator) => whole(indicator, [...path, "added", indicator.id])),
    ];
    const isGone = (id: string) => withdrawn.includes(id) || stated.some(({ indicator }) => indicator.id === id);
    const kept = (readings.at(-1)?.inForce ?? []).filter(({ indicator }) => !isGone(indicator.id));
    readings.push({ stated, inForce: [...kept, ...stated] });
  }
  return readings;
}

/** Whether a document says anew what a comparison of indicators goes by: their formulas and their targets. */
export function asksAnew({ stated }: Reading, wording: Wording): boolean {
  return stated.includes(wording) && wording.says("target", "numerator", "denominator", "value", "applies");
}

/** Every wording, each once. */
export function wordingsOf(subject: Pick<LintSubject, "plan" | "yaml">): readonly Wording[] {
  return readingsOf(subject).flatMap(({ stated }) => stated);
}

function whole(indicator: Indicator, path: YamlPath): Wording {
  return { indicator, path, isWhole: true, says: () => true };
}
