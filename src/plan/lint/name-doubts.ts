import { problem } from "../../problem/problem.ts";
import type { Problem } from "../../problem/problem.ts";
import type { YamlPath } from "../../yaml/parse-yaml.ts";
import type { PlanFile } from "../plan-schema.ts";
import type { LintSubject } from "./lint-subject.ts";

const LANGUAGES = ["vi", "en"] as const;

/** What is called by its id in reports, and what only one of the two languages has a name for. */
export function nameDoubts({ yaml }: LintSubject): Problem[] {
  const file = yaml.value as PlanFile;
  const declared = KINDS.flatMap(([kind, key]) =>
    Object.entries(file[key] ?? {}).map(([id, names]) => ({ kind, id, names, path: [key, id] as YamlPath })),
  );
  const added = (file.amendments ?? []).flatMap((amendment, index) =>
    Object.entries(amendment.added ?? {}).map(([id, names]) => {
      const path: YamlPath = ["amendments", index, "added", id];
      return { kind: "indicator" as const, id, names, path };
    }),
  );
  const named = [...declared, ...added];
  const nameless = named.filter(({ names }) => names.vi === undefined && names.en === undefined);
  return [
    ...nameless.map(({ kind, id, path }) => problem("name-missing", { kind, name: id }, yaml.locate(path, "key"))),
    // Once for each language: in a plan that knows one language alone, every name lacks the other.
    ...LANGUAGES.flatMap((language) => {
      const lacking = named.filter(({ names, ...one }) => names[language] === undefined && !isIn(nameless, one.path));
      const [first] = lacking;
      if (first === undefined) return [];
      return [
        problem(
          "names-untranslated",
          { language, names: lacking.length, first: first.id },
          yaml.locate(first.path, "key"),
        ),
      ];
    }),
  ];
}

const KINDS = [
  ["level", "levels"],
  ["group", "groups"],
  ["measure", "measures"],
  ["indicator", "indicators"],
  ["task", "tasks"],
] as const;

function isIn(some: readonly { readonly path: YamlPath }[], path: YamlPath): boolean {
  return some.some((one) => one.path === path);
}
