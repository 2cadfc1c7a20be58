import type { Plan } from "../model.ts";

/** Whether the plan has a measure, and takes it from this source. */
export function isWanted(measure: string, source: string, { measures }: Pick<Plan, "measures">): boolean {
  const declared = Object.hasOwn(measures, measure) ? measures[measure] : undefined;
  return declared !== undefined && (declared.source ?? source) === source;
}
