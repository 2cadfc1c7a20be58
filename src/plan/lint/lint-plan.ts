import { byPlace } from "../../problem/problem.ts";
import type { Problem } from "../../problem/problem.ts";
import { formulaDoubts } from "./formula-doubts.ts";
import { levelDoubts } from "./level-doubts.ts";
import type { LintSubject } from "./lint-subject.ts";
import { milestoneDoubts } from "./milestone-doubts.ts";
import { nameDoubts } from "./name-doubts.ts";
import { quoteDoubts } from "./quote-doubts.ts";
import { shareDoubts } from "./share-doubts.ts";
import { supplyDoubts } from "./supply-doubts.ts";
import { targetDoubts } from "./target-doubts.ts";
import { unusedDoubts } from "./unused-doubts.ts";
import { waiverDoubts } from "./waiver-doubts.ts";

/** What may be meant otherwise than it is written; a plan that has it is valid all the same. */
const RULES: readonly ((subject: LintSubject) => readonly Problem[])[] = [
  nameDoubts,
  unusedDoubts,
  levelDoubts,
  supplyDoubts,
  quoteDoubts,
  targetDoubts,
  milestoneDoubts,
  formulaDoubts,
  shareDoubts,
  waiverDoubts,
];

/** Everything that is doubtful in a valid plan, by place. */
export function lintPlan(subject: LintSubject): readonly Problem[] {
  return RULES.flatMap((rule) => rule(subject)).sort(byPlace);
}
