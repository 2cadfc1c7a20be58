import type { Validation } from "../model.ts";
import { problemEntry } from "../problem/problem-entry.ts";
import { inputEntry } from "../report/input-entry.ts";
import { countFindings } from "./count-findings.ts";
import type { FindingsContext } from "./formats.ts";

/** `chitieu/validation@1`: keys in a fixed order, every problem, the language for messages only. */
export function render(validation: Validation, { locale, version }: FindingsContext): string {
  const { plan, inputs, failOn, exit, problems } = validation;
  const { files, rows, error, warning, note } = countFindings(validation);
  const document = {
    format: "chitieu/validation@1",
    tool: { name: "chitieu", version },
    plan: plan && { id: plan.id, number: plan.number, title: plan.title, sha256: plan.sha256 },
    options: { "fail-on": failOn },
    inputs: inputs.map(inputEntry),
    summary: { files, rows, errors: error, warnings: warning, notes: note },
    exit,
    problems: problems.map((one) => problemEntry(one, locale)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
