import type { Config } from "../config/config.ts";
import type { Problem } from "../problem/problem.ts";

/** What names nothing stands in the config where it is named. */
export function placedInConfig(problems: readonly Problem[], { mentions }: Config): readonly Problem[] {
  return problems.map((one) => {
    const name = one.at === null ? nameIn(one) : null;
    const mention = name === null ? undefined : mentions().find((other) => other.name === name);
    return mention === undefined ? one : { ...one, ...mention.locate() };
  });
}

/** The name that a problem is about, where it is one that nobody knows. */
function nameIn({ code, args }: Problem): string | null {
  if (code === "plan-not-found" && "plan" in args) return args.plan;
  if (code === "source-not-found" && "source" in args) return args.source;
  if ((code === "data-not-found" || code === "data-empty") && "argument" in args) return args.argument;
  if (code === "file-not-read" && "file" in args) return args.file;
  return null;
}
