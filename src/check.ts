import { dirname } from "node:path";
import { assess } from "./assess/assess.ts";
import { exitOf } from "./exit-code.ts";
import { latestPeriod, windowOf } from "./assess/window.ts";
import type { Window } from "./assess/window.ts";
import { foldRows } from "./fold/fold-rows.ts";
import { VERDICTS } from "./model.ts";
import type {
  Assessment,
  AssessmentOptions,
  Input,
  Plan,
  Recognised,
  Result,
  Source,
  Table,
  Tally,
  TaskResult,
} from "./model.ts";
import { shippedSources } from "./load.ts";
import { byPlace, problem, ProblemError } from "./problem/problem.ts";
import type { Problem } from "./problem/problem.ts";
import { findFiles, openData, STANDARD_INPUT } from "./read/open-data.ts";
import type { Opened } from "./read/open-data.ts";
import { indexHeaders } from "./recognise/find-header.ts";
import { recognise } from "./recognise/recognise.ts";
import { tally } from "./tally/tally.ts";
import type { Folded } from "./tally/tally.ts";
import { nearest } from "./text/nearest.ts";
import { spanOf } from "./text/period.ts";
import type { Period } from "./text/period.ts";
import { untrustedMeasures } from "./untrusted-measures.ts";

/** What to check, and how. */
export interface CheckRequest extends Partial<AssessmentOptions> {
  readonly plan: Plan;
  /** Files, folders, globs, or `-` for standard input. */
  readonly data: readonly string[];
  /** Formats of exports beside the shipped ones; a file that fits one of them is not tried with those. */
  readonly sources?: readonly Source[];
  /** Files (paths or globs) whose source is named, and files whose period is. */
  readonly sourceOf?: readonly { readonly source: Source; readonly file: string }[];
  readonly periodOf?: readonly { readonly period: Period; readonly file: string }[];
  /** Of the plan's year; without it the latest with data. */
  readonly period?: Period | null;
  /** Where relative paths begin; the process's working folder unless said otherwise. */
  readonly cwd?: string;
  /** Whether inputs get their SHA-256; true unless said otherwise. */
  readonly digests?: boolean;
  readonly readStandardInput?: () => Promise<Buffer>;
}

/** What holds where nothing else is asked. */
export const DEFAULTS: AssessmentOptions = {
  window: "year-to-date",
  by: "plan",
  incomplete: "provisional",
  keepGoing: false,
  asOf: null,
  failOn: "missed",
};

/**
 * The whole calculation: opens the exports, recognises which source each is, folds their rows, tallies what they mean,
 * and assesses the plan over it. Trouble with the data is in the assessment's problems.
 *
 * @throws ProblemError where an argument names nothing, or the period is not of the plan's year.
 */
export async function check(request: CheckRequest): Promise<Assessment> {
  const { plan, cwd = process.cwd() } = request;
  const options = optionsOf(request);
  const named = await namedFiles(request, cwd);
  const data = [...request.data, ...named.sources.keys()];
  const tiers = [request.sources ?? [], await shippedSources()].filter((sources) => sources.length > 0);
  const unknown = unknownSources(plan, tiers.flat());
  if (unknown.length > 0) throw new ProblemError(unknown);
  const { opened, problems: unopened } = await openData({
    data,
    cwd,
    digests: request.digests ?? true,
    readStandardInput: request.readStandardInput ?? noInput,
  });
  if (unopened.some(({ severity }) => severity === "error")) throw new ProblemError(unopened);

  const { recognised, problems: unrecognised } = recogniseAll(opened, named, plan, tiers);
  const folded = await Promise.all(
    recognised.map(async (one): Promise<Folded> => ({ recognised: one, folding: await foldRows(one.table, one.spec) })),
  );
  const { tally: tallied, problems: untallied } = tally(folded, plan);
  const problems = [
    ...unopened,
    ...opened.flatMap((one) => one.problems),
    ...unrecognised,
    ...folded.flatMap(located),
    ...untallied,
  ];

  const hasErrors = problems.some(({ severity }) => severity === "error");
  const untrusted = hasErrors ? await untrustedMeasures(problems, folded, plan) : NOTHING;
  const latest = latestPeriod(tallied, plan);
  const period = request.period ?? latest;
  const window = windowOf(period ?? plan.year.label, options.window, plan.year);
  if (window === null) throw new ProblemError([otherYear(period, plan)]);
  const assessed =
    options.keepGoing || !hasErrors ? assess({ plan, tally: tallied, window, options, untrusted }) : NOT_ASSESSED;
  const all = [...problems, ...assessed.problems, ...nothingInWindow(request, tallied, window)].sort(byPlace);
  return {
    plan,
    period,
    periodAsked: request.period !== undefined && request.period !== null,
    window: window.periods,
    options,
    inputs: inputsOf(opened, folded),
    summary: summaryOf(assessed.results, assessed.tasks),
    exit: exitOf(assessed.results, all, options),
    results: assessed.results,
    tasks: assessed.tasks,
    units: tallied.units,
    problems: all,
  };
}

/** What an engine could not read, at its place in the table. */
function located({ recognised: { table }, folding }: Folded): Problem[] {
  return folding.troubles.map(({ code, args, row, index, field }) =>
    problem(code, args, table.locate(row, index, field)),
  );
}

const NOTHING: ReadonlySet<string> = new Set();
const NOT_ASSESSED = { results: [], tasks: [], problems: [] } as const;

function optionsOf(request: CheckRequest): AssessmentOptions {
  const given = (Object.keys(DEFAULTS) as (keyof AssessmentOptions)[]).filter((key) => request[key] !== undefined);
  return { ...DEFAULTS, ...Object.fromEntries(given.map((key) => [key, request[key]])) };
}

/** Sources and periods that the user names, by file. */
interface Named {
  readonly sources: ReadonlyMap<string, Source>;
  readonly periods: ReadonlyMap<string, Period>;
}

async function namedFiles({ sourceOf = [], periodOf = [] }: CheckRequest, cwd: string): Promise<Named> {
  const each = async <Item>(items: readonly { readonly file: string; readonly item: Item }[]) => {
    const found = await Promise.all(items.map(async ({ file, item }) => ({ item, ...(await findFiles(file, cwd)) })));
    const errors = found.flatMap(({ problems }) => problems.filter(({ severity }) => severity === "error"));
    if (errors.length > 0) throw new ProblemError(errors);
    return new Map(found.flatMap(({ files, item }) => files.map((file) => [file, item] as const)));
  };
  return {
    sources: await each(sourceOf.map(({ file, source }) => ({ file, item: source }))),
    periods: await each(periodOf.map(({ file, period }) => ({ file, item: period }))),
  };
}

/** Sources that the plan's measures name, and that nobody knows. */
function unknownSources({ measures }: Plan, sources: readonly Source[]): Problem[] {
  const allowed = sources.map(({ id }) => id);
  return Object.values(measures).flatMap(({ source: name }) => {
    if (name === null || allowed.includes(name)) return [];
    return [problem("name-unknown", { kind: "source", name, allowed, nearest: nearest(name, allowed) })];
  });
}

/** Recognises every table, each content once: the same file twice would count its records twice. */
function recogniseAll(opened: readonly Opened[], named: Named, plan: Plan, tiers: readonly (readonly Source[])[]) {
  const headers = tiers.map(indexHeaders);
  const recognised: Recognised[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, Table[]>();
  for (const { table, path } of opened) {
    if (table === null) continue;
    const found = recognise(table, {
      tiers: headers,
      source: named.sources.get(path) ?? null,
      year: plan.year,
      period: named.periods.get(path) ?? null,
      folder: path === STANDARD_INPUT ? "" : dirname(path),
    });
    if ("code" in found) {
      problems.push(found);
      continue;
    }
    const length = table.bytes?.utf8.length;
    const said = `${found.source.id}\0${isDated(found.source) ? "" : found.period}\0${length}`;
    const others = seen.get(said) ?? [];
    const same = others.find((other) => hasSameBytes(other, table));
    seen.set(said, [...others, table]);
    if (same === undefined) {
      recognised.push(found);
    } else {
      const related = [{ in: "file", file: same.file } as const];
      problems.push(problem("file-twice", { other: same.file }, { at: { in: "file", file: table.file }, related }));
    }
  }
  return { recognised, problems };
}

function hasSameBytes({ bytes: one }: Table, { bytes: other }: Table): boolean {
  return one !== null && other !== null && Buffer.compare(one.utf8, other.utf8) === 0;
}

/** Whether dates alone decide the periods of its records, whatever its files are called. */
function isDated({ rows, measures }: Source): boolean {
  return rows === "record" && Object.values(measures).every((rule) => rule.kind !== "columns" && rule.period !== null);
}

function inputsOf(opened: readonly Opened[], folded: readonly Folded[]): Input[] {
  return opened.map(({ input, table }) => {
    const found = folded.find(({ recognised }) => recognised.table === table);
    if (found === undefined) return input;
    const { recognised, folding } = found;
    return { ...input, rows: folding.rows, source: recognised.source.id, period: recognised.period };
  });
}

/** Only what the plan asks counts, and a task counts as not scored. */
function summaryOf(results: readonly Result[], tasks: readonly TaskResult[]): Assessment["summary"] {
  const targets = results.filter(({ scope }) => scope === "target");
  const count = (verdict: string) => targets.filter((result) => result.verdict === verdict).length;
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, count(verdict)])) as Record<
    (typeof VERDICTS)[number],
    number
  >;
  return {
    ...counts,
    "not-scored": counts["not-scored"] + tasks.length,
    waived: targets.filter(({ flags }) => flags.includes("waived")).length,
  };
}

/** Data that all lie outside what was asked for, or outside the plan's year, are most likely a slip. */
function nothingInWindow({ period, plan: { year } }: CheckRequest, tallied: Tally, { span }: Window): Problem[] {
  const periods = [...tallied.periods].sort();
  const inWindow = periods.some((one) => {
    const months = spanOf(one, year);
    return months !== null && months.end > span.start && months.end <= span.end;
  });
  return inWindow || periods.length === 0
    ? []
    : [problem("nothing-in-window", { period: period ?? year.label, periods })];
}

function otherYear(period: Period | null, { year }: Plan): Problem {
  return problem("period-of-other-year", { period: period ?? "", year: year.label });
}

function noInput(): Promise<Buffer> {
  return Promise.resolve(Buffer.alloc(0));
}
