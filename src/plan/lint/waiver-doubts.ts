import type { Plan, Waiver } from "../../model.ts";
import { problem } from "../../problem/problem.ts";
import type { Problem } from "../../problem/problem.ts";
import { spanOf } from "../../text/period.ts";
import type { LintSubject } from "./lint-subject.ts";

/** Waivers that another one makes idle: it covers the same misses, and lasts as long. */
export function waiverDoubts({ plan, yaml }: LintSubject): Problem[] {
  const { waivers } = plan;
  return waivers.flatMap((waiver, index) => {
    const other = waivers.findIndex(
      (one, at) => at !== index && covers(waiver, one, plan) && (at < index || !covers(one, waiver, plan)),
    );
    const stronger = waivers[other];
    if (stronger === undefined) return [];
    const related = [yaml.locate(["waivers", other, "until"]).at].flatMap((at) => at ?? []);
    const { indicator, level, unit, until, document } = waiver;
    const args = { indicator, level, unit, until, document, other: stronger.document, lasts: stronger.until };
    return [problem("waivers-overlap", args, { ...yaml.locate(["waivers", index, "until"]), related })];
  });
}

/** Whether whatever a waiver covers is covered by another, for as long. */
function covers(waiver: Waiver, other: Waiver, plan: Plan): boolean {
  return (
    other.indicator === waiver.indicator && isOfAll(other, waiver, plan) && endOf(other, plan) >= endOf(waiver, plan)
  );
}

function isOfAll(wide: Waiver, narrow: Waiver, { roster }: Plan): boolean {
  if (wide.unit !== null) return wide.unit === narrow.unit;
  if (wide.level === null) return true;
  const level = narrow.unit === null ? narrow.level : roster?.find(({ code }) => code === narrow.unit)?.level;
  return level === wide.level;
}

function endOf({ until }: Waiver, { year }: Plan): number {
  return spanOf(until, year)?.end ?? 0;
}
