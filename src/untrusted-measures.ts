import type { Plan, Source } from "./model.ts";
import type { Problem, ProblemCode } from "./problem/problem.ts";
import type { Folded, FoldedFile } from "./tally/tally.ts";
import { foldText } from "./text/fold-text.ts";
import { indexNames } from "./text/name-index.ts";

/**
 * The measures of the plan that the errors found could change. An error in a file concerns what its source measures
 * (`unread`: what a file was meant to be that could not be read); in the plain counts format, what its row measures; in
 * a file that is no known source, everything.
 */
export async function untrustedMeasures(
  problems: readonly Problem[],
  folded: readonly Folded[],
  unread: ReadonlyMap<string, Source>,
  plan: Plan,
): Promise<ReadonlySet<string>> {
  const everything = Object.keys(plan.measures);
  const names = indexNames(Object.entries(plan.measures));
  const scopes = new Map<string, Scope[]>();
  for (const [file, source] of unread) {
    const all = source.rows === "count" ? null : Object.keys(source.measures);
    scopes.set(file, [{ all, byLine: new Map() }]);
  }
  const read = await Promise.all(
    folded
      .flatMap(({ files }) => files)
      .map(async (file) => [file.recognised.table, await scopeOf(file, names)] as const),
  );
  for (const [{ file, sheet }, scope] of read) {
    scopes.set(file, [...(scopes.get(file) ?? []), scope]);
    if (sheet !== null) scopes.set(sheetId(file, sheet), [scope]);
  }
  const errors = problems.filter(({ severity }) => severity === "error");
  return new Set(errors.flatMap((one) => concerned(one, scopes, plan) ?? everything));
}

function sheetId(file: string, sheet: string): string {
  return `${file}\0${sheet}`;
}

/** What errors in a file can concern: any of these measures, or the one of a row by its line. */
interface Scope {
  readonly all: readonly string[] | null;
  readonly byLine: ReadonlyMap<number, string>;
}

/** Problems with the figures of some measures, which they name. */
const OF_MEASURES = new Set<ProblemCode>([
  "figure-twice",
  "period-overlap",
  "whole-beside-units",
  "measure-two-sources",
  "stock-twice",
]);
/** Problems with a unit, which other files may speak of as well. */
const OF_A_UNIT = new Set<ProblemCode>(["level-disagrees", "level-missing"]);

/** The measures that one error concerns; `null` for all. */
function concerned(
  { code, args, at, rows }: Problem,
  scopes: ReadonlyMap<string, readonly Scope[]>,
  { measures }: Plan,
): readonly string[] | null {
  const named = OF_MEASURES.has(code) ? measuresIn(args) : [];
  if (named.length > 0 && named.every((measure) => Object.hasOwn(measures, measure))) return named;
  // A sheet that is no known source could hold anything, whatever the others of its workbook are.
  const found = scopes.get(at?.in === "sheet" ? sheetId(at.file, at.sheet) : (at?.file ?? ""));
  if (found === undefined || OF_A_UNIT.has(code)) return null;
  const measure =
    at !== null && "line" in at && rows === 1 && found.length === 1 ? found[0]?.byLine.get(at.line) : undefined;
  if (measure !== undefined) return [measure];
  return found.some(({ all }) => all === null) ? null : found.flatMap(({ all }) => all ?? []);
}

function measuresIn(args: Problem["args"]): readonly string[] {
  return "measures" in args ? args.measures : "measure" in args ? [args.measure] : [];
}

/** A row of plain counts speaks of one measure; where one cannot be told, it could have been any. */
async function scopeOf(
  { recognised: { source, spec, table } }: FoldedFile,
  names: ReadonlyMap<string, string>,
): Promise<Scope> {
  const byLine = new Map<number, string>();
  const index = spec.classes.find(({ name }) => name === "measure")?.index;
  if (source.rows !== "count" || index === undefined) return { all: Object.keys(source.measures), byLine };
  // Rows of a database have no lines.
  if (table.engine !== undefined && table.bytes === null) return { all: null, byLine };
  let untold = false;
  for await (const { at, cells } of table.rows()) {
    const measure = names.get(foldText(String(cells[index] ?? "")));
    if (measure !== undefined) byLine.set(at.line, measure);
    else untold ||= at.line > spec.headerLine;
  }
  return { all: untold ? null : [...byLine.values()], byLine };
}
