import type { Indicator, ScopedTarget, Task } from "../../model.ts";
import { problem } from "../../problem/problem.ts";
import type { Problem } from "../../problem/problem.ts";
import type { YamlPath } from "../../yaml/parse-yaml.ts";
import { targetPath } from "./target-path.ts";
import type { LintSubject } from "./lint-subject.ts";
import { wordingsOf } from "./readings.ts";

/** Whether the plan's words stand beside what is asked, or a note on why not, and name the number that is asked. */
export function quoteDoubts({ plan, yaml }: LintSubject): Problem[] {
  const missing = (kind: "indicator" | "task", one: Indicator | Task, path: YamlPath) =>
    one.text === null && one.note === null
      ? [problem("quote-missing", { kind, name: one.id }, yaml.locate(path, "key"))]
      : [];
  const wordings = wordingsOf({ plan, yaml });
  return [
    // What a decision changes is quoted where it was first asked, or nowhere.
    ...wordings
      .filter(({ isWhole }) => isWhole)
      .flatMap(({ indicator, path }) => missing("indicator", indicator, path)),
    ...plan.tasks.flatMap((task) => missing("task", task, ["tasks", task.id])),
    ...wordings
      .filter(({ says }) => says("target", "text", "note", "value", "denominator"))
      .flatMap(({ indicator, path }) =>
        indicator.targets.flatMap((target) => {
          const value = unquoted(indicator, target);
          if (value === null) return [];
          const args = { value, quoted: percentsIn(indicator.text ?? "") };
          return [problem("quote-without-target", args, yaml.locate(targetPath({ path }, target)))];
        }),
      ),
  ];
}

/** A value of the target that neither the plan's words nor the note on how they are read have, though they have numbers. */
function unquoted({ text, note, denominator }: Indicator, { values }: ScopedTarget): string | null {
  const isRatio = denominator !== null;
  const known = numbersIn(`${text ?? ""}\n${note ?? ""}`);
  const hasNumber = isRatio ? /\d\s*%/.test(text ?? "") : /\d/.test(text ?? "");
  const value = hasNumber ? values.find((one) => !known.has(Number(one))) : undefined;
  return value === undefined ? null : `${value}${isRatio ? "%" : ""}`;
}

/** Every number in a text, read with a decimal comma or point, and with points or spaces between thousands. */
function numbersIn(text: string): ReadonlySet<number> {
  const found = text.match(/\d+(?:[.,\s]\d+)*/gu) ?? [];
  return new Set(
    found.flatMap((number) => [
      Number(number.replace(",", ".")),
      Number(number.replaceAll(/[.\s]/gu, "").replace(",", ".")),
      ...number.split(/\s/u).map((part) => Number(part.replace(",", "."))),
    ]),
  );
}

function percentsIn(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)?\s*%?/gu)?.map((number) => number.trim()) ?? [];
}
