import type { Config } from "../config/config.ts";
import type { Mention } from "../config/mentions.ts";
import type { Problem } from "../problem/problem.ts";
import { SETTINGS } from "./settings.ts";

/** What the command line says; the config says the rest. */
interface Given {
  readonly data?: readonly string[] | undefined;
  readonly options: object;
}

/** What names nothing stands in the config where it is named, unless the command line has named it. */
export function placedInConfig(problems: readonly Problem[], { mentions }: Config, given: Given): readonly Problem[] {
  return problems.map((one) => {
    const name = one.at === null ? nameIn(one) : null;
    const mention = name === null ? undefined : mentions().find((other) => other.name === name && holds(other, given));
    return mention === undefined ? one : { ...one, ...mention.locate() };
  });
}

function holds({ key }: Mention, { data = [], options }: Given): boolean {
  if (key === "data") return data.length === 0;
  const option = (SETTINGS as Readonly<Record<string, { readonly option: string }>>)[key]?.option;
  return option === undefined || (options as Readonly<Record<string, unknown>>)[option] === undefined;
}

/** The name that a problem is about, where it is one that nobody knows. */
function nameIn({ code, args }: Problem): string | null {
  if (code === "plan-not-found" && "plan" in args) return args.plan;
  if (code === "source-not-found" && "source" in args) return args.source;
  if ((code === "data-not-found" || code === "data-empty") && "argument" in args) return args.argument;
  if (code === "period-of-other-year" && "period" in args) return args.period;
  if (code === "file-not-read" && "file" in args) return args.file;
  return null;
}
