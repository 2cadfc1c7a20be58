import { foldExports } from "./gather/fold-exports.ts";
import { openExports } from "./gather/open-exports.ts";
import type { DataRequest } from "./gather/data-request.ts";
import type { Plan, Table } from "./model.ts";
import { likelyYear, openPlan } from "./open-plan.ts";
import { byPlace } from "./problem/problem.ts";
import type { Problem, ProblemCode } from "./problem/problem.ts";
import { findPairs } from "./roster/find-pairs.ts";
import type { LearntRoster, LearntUnit } from "./roster/learnt-unit.ts";
import { tally } from "./tally/tally.ts";
import { byCodeUnit } from "./text/by-code-unit.ts";

/** Which exports to look through; `plan`: whose roster is known already. */
export interface LearnRequest extends DataRequest {
  readonly plan?: Plan | null;
}

/**
 * Who reports, as exports say it: every agency that they name, at the level that they state, beside those of a roster;
 * and which of them may be one. What kept something from being read comes with it.
 *
 * @throws ProblemError where an argument names nothing.
 */
export async function learnRoster({
  plan = null,
  ...request
}: LearnRequest): Promise<LearntRoster & { readonly problems: readonly Problem[]; readonly files: readonly string[] }> {
  const exports = await openExports(request);
  const year = plan?.year ?? likelyYear(exports.opened.flatMap(({ table }) => table ?? []));
  const { folded, problems: unfolded } = await foldExports(exports, year);
  const asked = { ...openPlan(folded, year), ...(plan !== null && { levels: plan.levels, roster: plan.roster }) };
  const { tally: tallied, problems: untallied } = tally(folded, asked);
  const figures = [...tallied.figures.values()].flatMap((ofMeasure) => [...ofMeasure.values()].flat());
  const rows = new Set(folded.flatMap(({ recognised }) => (recognised.source.rows === "unit" ? recognised.table : [])));
  const sources = new Map<string, Set<string>>();
  const tables = new Map<string, Set<Table>>();
  for (const { unit, source, origin } of figures) {
    if (unit === null) continue;
    addTo(sources, unit, source);
    if (rows.has(origin.table)) addTo(tables, unit, origin.table);
  }
  const known = new Set(plan?.roster?.map(({ code }) => code));
  const units = [...tallied.units.values()].map((unit): LearntUnit => {
    return { unit, sources: [...(sources.get(unit.code) ?? [])].sort(byCodeUnit), isKnown: known.has(unit.code) };
  });
  const inOrder = units.sort(
    (a, b) =>
      Number(b.isKnown) - Number(a.isKnown) ||
      (a.isKnown ? 0 : byCodeUnit(a.unit.level ?? "~", b.unit.level ?? "~") || byCodeUnit(a.unit.code, b.unit.code)),
  );
  const areApart = (one: LearntUnit, other: LearntUnit) =>
    [...(tables.get(one.unit.code) ?? [])].some((table) => tables.get(other.unit.code)?.has(table));
  return {
    units: inOrder,
    pairs: findPairs(inOrder, areApart),
    problems: [...exports.problems, ...unfolded, ...untallied.filter(({ code }) => OF_UNITS.has(code))].sort(byPlace),
    files: [...new Set(exports.opened.map(({ path }) => path))],
  };
}

/** What is wrong with figures matters to others. */
const OF_UNITS: ReadonlySet<ProblemCode> = new Set([
  "cell-missing",
  "row-unclear",
  "section-unknown",
  "unit-damaged",
  "unit-unnamed",
]);

function addTo<Key, Value>(sets: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}
