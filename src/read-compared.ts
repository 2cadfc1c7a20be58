import path from "node:path";
import type { StatedAssessment } from "./diff/stated-assessment.ts";
import { fileStatus } from "./file-status.ts";
import { loadPlan, shippedPlanIds } from "./load.ts";
import type { Plan } from "./model.ts";
import { problem, ProblemError } from "./problem/problem.ts";
import { decode } from "./read/decode.ts";
import { relativePath } from "./read/relative-path.ts";

/** What can be compared: a plan, or an assessment as the format `json` wrote it. */
export type Compared =
  | { readonly kind: "plan"; readonly name: string; readonly plan: Plan }
  | { readonly kind: "assessment"; readonly name: string; readonly assessment: StatedAssessment };

/**
 * A shipped plan by its id, or a file: what holds JSON that is no plan is an assessment.
 *
 * @throws ProblemError where it is neither, with what is wrong with it.
 */
export async function readCompared(named: string, cwd: string): Promise<Compared> {
  const file = path.resolve(cwd, named);
  const isJsonFile = path.extname(named).toLowerCase() === ".json";
  const status = fileStatus(file);
  const isThere = status?.isFile() ?? false;
  const name = relativePath(named, cwd);
  if (shippedPlanIds.includes(named)) return planNamed(named, cwd);
  if (status?.isDirectory() === true) throw notComparable(name, "folder");
  if (isThere && EXPORTS.has(path.extname(named).toLowerCase())) throw notComparable(name, "export");
  if (!isThere && !isJsonFile) return planNamed(named, cwd);

  const { orThrow, readBytes } = await import("./read-yaml.ts");
  const { utf8 } = orThrow(decode(readBytes(file, name), name));
  const json = parseJson(utf8.toString("utf8"));
  if (json === NOT_JSON && isJsonFile) throw wrong(name, { what: "json", found: "", path: "" });
  if (json === NOT_JSON || formatOf(json)?.startsWith("chitieu/plan@")) return planNamed(named, cwd);
  return { kind: "assessment", name, assessment: await assessmentOf(json, name) };
}

async function planNamed(named: string, cwd: string): Promise<Compared> {
  return { kind: "plan", name: named, plan: await loadPlan(named, { cwd }) };
}

/** Endings of what could be nothing else. */
const EXPORTS = new Set([".csv", ".tsv", ".xlsx", ".xls", ".gz"]);

function notComparable(file: string, what: "folder" | "export"): ProblemError {
  return new ProblemError([problem("not-comparable", { what }, { at: { in: "file", file } })]);
}

const NOT_JSON = Symbol("not JSON");

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return NOT_JSON;
  }
}

function formatOf(json: unknown): string | null {
  if (typeof json !== "object" || json === null || !("format" in json)) return null;
  return typeof json.format === "string" ? json.format : null;
}

async function assessmentOf(json: unknown, name: string): Promise<StatedAssessment> {
  const format = formatOf(json);
  if (format !== "chitieu/assessment@1") throw wrong(name, { what: "format", found: format ?? "", path: "" });
  const { assessmentSchema } = await import("./report/assessment-schema.ts");
  const parsed = assessmentSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw wrong(name, { what: "shape", found: format, path: issue?.path.map(String).join(".") ?? "" });
}

function wrong(file: string, args: { what: "json" | "format" | "shape"; found: string; path: string }): ProblemError {
  return new ProblemError([problem("assessment-wrong", args, { at: { in: "file", file } })]);
}
