import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { check, loadPlan, loadSource } from "../../src/index.ts";
import type { Assessment, CheckRequest, Problem, Result } from "../../src/index.ts";

/** Files by their paths, as text or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface FilesRequest extends Partial<Omit<CheckRequest, "plan" | "sources" | "sourceOf" | "cwd">> {
  /** A shipped plan's id, or a path among the files; `plan.yaml` unless said otherwise. */
  readonly plan?: string;
  /** Paths of sources among the files. */
  readonly sources?: readonly string[];
  readonly sourceOf?: readonly { readonly source: string; readonly file: string }[];
}

/** Runs `use` in a temporary folder with the files in it. */
export async function inFolder<Value>(files: Files, use: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "chitieu"));
  try {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Checks files in a folder of their own; the data are those in `data/` unless said otherwise. */
export async function checkFiles(files: Files, request: FilesRequest = {}): Promise<Assessment> {
  const { plan = "plan.yaml", data = ["data"], sources = [], sourceOf = [], ...options } = request;
  return inFolder(files, async (cwd) =>
    check({
      ...options,
      plan: await loadPlan(plan, { cwd }),
      data,
      cwd,
      sources: await Promise.all(sources.map((file) => loadSource(file, { cwd }))),
      sourceOf: await Promise.all(
        sourceOf.map(async ({ source, file }) => ({ source: await loadSource(source, { cwd }), file })),
      ),
    }),
  );
}

/** The one result of an indicator, or that of one of its levels or units. */
export function resultOf(
  { results }: Assessment,
  indicator: string,
  { level = null, unit = null }: { readonly level?: string | null; readonly unit?: string | null } = {},
): Result {
  const found = results.filter((one) => one.indicator === indicator && one.level === level && one.unit === unit);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} results of ${indicator}`);
  return found[0];
}

/** Problems as `severity code file:line:column`, which is all that a test asks of most. */
export function brief(problems: readonly Problem[]): string[] {
  return problems.map(({ severity, code, at }) => {
    const line = at !== null && "line" in at ? `:${at.line}:${at.column}` : "";
    return `${severity} ${code}${at === null ? "" : ` ${at.file}${line}`}`;
  });
}
