import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileStatus } from "./file-status.ts";
import type { Place, Plan, Source } from "./model.ts";
import { parsePlan, strangersIn } from "./plan/parse-plan.ts";
import { parseRoster } from "./plan/parse-roster.ts";
import { problem, ProblemError } from "./problem/problem.ts";
import { csvTable } from "./read/csv-table.ts";
import { decode } from "./read/decode.ts";
import { relativePath } from "./read/relative-path.ts";
import { orThrow, readBytes, readYaml } from "./read-yaml.ts";
import { parseSource } from "./source/parse-source.ts";
import type { YamlFile } from "./yaml/parse-yaml.ts";
import { yamlTextOf } from "./text/yaml-text-of.ts";

/**
 * A plan's file with the roster beside it.
 *
 * @throws ProblemError with everything that is wrong in them.
 */
export async function readPlan(file: string, cwd: string): Promise<Plan> {
  return (await readWrittenPlan(file, cwd)).plan;
}

/** A plan with what its file says word by word, and what is beside it. */
export interface WrittenPlan {
  readonly plan: Plan;
  readonly yaml: YamlFile;
  readonly text: string;
  /** Its roster, with the path that the plan writes. */
  readonly roster: { readonly path: string; readonly text: string } | null;
}

/** The same, with its words. */
export async function readWrittenPlan(file: string, cwd: string): Promise<WrittenPlan> {
  const { yaml, bytes: written } = await readDefinition(file, cwd);
  const { plan, roster: rosterPath, units: named, problems } = parsePlan(yaml);
  if (plan === null) throw new ProblemError(problems);
  const sha256 = createHash("sha256").update(written).digest("hex");
  const text = orThrow(decode(written, yaml.file)).utf8.toString("utf8");
  if (rosterPath === null) return { plan: { ...plan, roster: null, sha256 }, yaml, text, roster: null };
  const rosterFile = path.resolve(cwd, path.dirname(file), rosterPath);
  const name = relativePath(rosterFile, cwd);
  const bytes = readBeside(rosterFile, name, yaml.locate(["units"]).at);
  const { utf8 } = orThrow(decode(bytes, name));
  const { table } = orThrow(await csvTable(utf8, name));
  const { units, problems: wrong } = await parseRoster(table, plan);
  // Of a roster that cannot be read as one, nobody is known, and nobody is a stranger.
  const all = [...wrong, ...(units.length === 0 && wrong.length > 0 ? [] : strangersIn(named, units, yaml))];
  if (all.length > 0) throw new ProblemError(all);
  const roster = { path: rosterPath, text: utf8.toString("utf8") };
  return { plan: { ...plan, roster: units, sha256 }, yaml, text, roster };
}

/** A file that another names; where it cannot be read, that is where to look. */
function readBeside(file: string, name: string, named: Place | null | undefined): Buffer {
  try {
    return readBytes(file, name);
  } catch (error) {
    if (!(error instanceof ProblemError) || named === null || named === undefined) throw error;
    throw new ProblemError(error.problems.map((one) => ({ ...one, related: [...one.related, named] })));
  }
}

/** The files that a plan is made of: its own and the roster beside it; none where it is a shipped one. */
export async function planFiles(file: string, cwd: string): Promise<readonly string[]> {
  if (!fileStatus(path.resolve(cwd, file))?.isFile()) return [];
  const roster = await namedRoster(file, cwd);
  return roster === null ? [file] : [file, path.join(path.dirname(file), roster)];
}

/** The roster that a plan names, whatever else is wrong with the plan. */
async function namedRoster(file: string, cwd: string): Promise<string | null> {
  try {
    const { yaml } = await readDefinition(file, cwd);
    const { units } = yaml.value as { readonly units?: unknown };
    return typeof units === "string" && units !== "" ? units : null;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const text = readFileSync(path.resolve(cwd, file), "utf8");
    return yamlTextOf("units", text);
  }
}

/**
 * A source's file.
 *
 * @throws ProblemError with everything that is wrong in it.
 */
export async function readSource(file: string, cwd: string): Promise<Source> {
  const { yaml } = await readDefinition(file, cwd);
  const { source, problems } = parseSource(yaml);
  if (source === null) throw new ProblemError(problems);
  return source;
}

/** A definition's file, which says something. */
async function readDefinition(file: string, cwd: string): ReturnType<typeof readYaml> {
  const read = await readYaml(file, cwd);
  if (read.yaml.value !== null && read.yaml.value !== "") return read;
  throw new ProblemError([problem("file-empty", {}, { at: { in: "file", file: read.yaml.file } })]);
}
