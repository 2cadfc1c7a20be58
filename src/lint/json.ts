import type { Linting } from "../model.ts";
import { problemEntry } from "../problem/problem-entry.ts";
import { countDoubts } from "./count-doubts.ts";
import type { LintContext } from "./formats.ts";

/** `chitieu/linting@1`: keys in a fixed order, every problem, the language for messages only. */
export function render(linting: Linting, { locale, version }: LintContext): string {
  const { plans, failOn, exit, problems } = linting;
  const { error, warning, note } = countDoubts(linting);
  const document = {
    format: "chitieu/linting@1",
    tool: { name: "chitieu", version },
    options: { "fail-on": failOn },
    plans: plans.map(({ named, id }) => ({ named, id })),
    summary: { plans: plans.length, errors: error, warnings: warning, notes: note },
    exit,
    problems: problems.map((one) => problemEntry(one, locale)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
