import type { Plan, Source } from "../../model.ts";
import type { YamlFile } from "../../yaml/parse-yaml.ts";

/** A valid plan, as it is read and as it is written, and the formats of exports that could supply its measures. */
export interface LintSubject {
  readonly plan: Plan;
  readonly yaml: YamlFile;
  readonly sources: readonly Source[];
}
