import type { Config } from "../config/config.ts";
import type { Place } from "../model.ts";
import type { Problem } from "../problem/problem.ts";

/** What names nothing stands in the config at the key that names it. */
export function placedInConfig(problems: readonly Problem[], config: Config): readonly Problem[] {
  return problems.map((one) => (one.at === null ? { ...one, at: placeIn(config, one) } : one));
}

function placeIn({ plan, sources, data, placeOf }: Config, { code, args }: Problem): Place | null {
  if (code === "plan-not-found" && "plan" in args && args.plan === plan) return placeOf("plan");
  if (code === "source-not-found" && "source" in args && sources.includes(args.source)) return placeOf("sources");
  if (code === "data-not-found" && "argument" in args && data.includes(args.argument)) return placeOf("data");
  return null;
}
