import path from "node:path";
import { loadSources, plans } from "virtual:shipped";
import type { ShippedText } from "virtual:shipped";
import type { Plan, Source } from "./model.ts";
import { problem, ProblemError } from "./problem/problem.ts";
import { fileStatus } from "./file-status.ts";
import { definitionFiles } from "./read/definition-files.ts";
import { nearestFile } from "./text/nearest-file.ts";
import { nearest } from "./text/nearest.ts";

/** Ids of the plans that come with the program. */
export const shippedPlanIds: readonly string[] = plans.map(({ id }) => id);

/** What a shipped plan is called. */
export function shippedPlanTitle(plan: string): string {
  return plans.find(({ id }) => id === plan)?.title ?? "";
}

/** The language of a shipped plan; `null` where none has this id. */
export function shippedPlanLanguage(plan: string): Plan["language"] | null {
  return plans.find(({ id }) => id === plan)?.language ?? null;
}

/**
 * A plan by the id of a shipped one, or by the path of its YAML file.
 *
 * @throws ProblemError where there is no such plan, or with everything that is wrong in its file.
 */
export async function loadPlan(plan: string, { cwd = process.cwd() }: { readonly cwd?: string } = {}): Promise<Plan> {
  const shipped = plans.find(({ id }) => id === plan);
  if (shipped !== undefined) return (await shipped.load()).default;
  if (isFile(plan, cwd)) return (await import("./read-definitions.ts")).readPlan(plan, cwd);
  const near = nearest(plan, shippedPlanIds) ?? nearestFile(plan, definitionsBeside(plan, "plan", cwd));
  const args = { plan, shipped: shippedPlanIds, nearest: near };
  throw new ProblemError([problem("plan-not-found", args)]);
}

/** The YAML of a shipped plan, word by word; `null` where none has this id. */
export async function shippedPlanText(plan: string): Promise<ShippedText | null> {
  const shipped = plans.find(({ id }) => id === plan);
  return shipped === undefined ? null : (await shipped.loadText()).default;
}

/** The export formats that come with the program. */
export async function shippedSources(): Promise<readonly Source[]> {
  return (await loadSources()).default;
}

/**
 * A source by the id of a shipped one, or of one of one's own that was loaded before, or by the path of its YAML file.
 *
 * @throws ProblemError where there is no such source, or with everything that is wrong in its file.
 */
export async function loadSource(
  source: string,
  { cwd = process.cwd(), own = [] }: { readonly cwd?: string; readonly own?: readonly Source[] } = {},
): Promise<Source> {
  const sources = [...own, ...(await shippedSources())];
  const known = sources.find(({ id }) => id === source);
  if (known !== undefined) return known;
  if (isFile(source, cwd)) return (await import("./read-definitions.ts")).readSource(source, cwd);
  const ids = sources.map(({ id }) => id);
  const near = nearest(source, ids) ?? nearestFile(source, definitionsBeside(source, "source", cwd));
  throw new ProblemError([problem("source-not-found", { source, shipped: ids, nearest: near })]);
}

function definitionsBeside(file: string, kind: "plan" | "source", cwd: string): string[] {
  return definitionFiles(path.dirname(path.resolve(cwd, file)), kind).map((one) => one.file);
}

function isFile(file: string, cwd: string): boolean {
  return fileStatus(path.resolve(cwd, file))?.isFile() ?? false;
}
