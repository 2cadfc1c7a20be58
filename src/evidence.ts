import type { Entry } from "./assess/contributions.ts";
import { contributionOf } from "./assess/contributions.ts";
import type { Evidence, FoundCell, FoundRow } from "./explain/explanation.ts";
import { readCount } from "./fold/classify.ts";
import { findRows } from "./fold/find-rows.ts";
import { reporterId } from "./model.ts";
import type { MeasureRule, Plan, Recognised, Reporter, Row, RowFate } from "./model.ts";
import { tally } from "./tally/tally.ts";
import type { Folded } from "./tally/tally.ts";
import type { Traced } from "./tally/trace.ts";
import { cellText } from "./text/cells.ts";
import { groupBy } from "./text/group-by.ts";

export interface EvidenceRequest {
  readonly plan: Plan;
  readonly folded: readonly Folded[];
  readonly measures: readonly string[];
  readonly entered: readonly Entry[];
  /** Whose rows that count for nothing are told; `null`: everyone's. */
  readonly isAsked: (reporter: Reporter) => boolean;
  /** So many rows of each measure are looked up. */
  readonly most: number;
}

/**
 * The rows and cells behind figures, by a second reading of the tables: what the tally says of each folded row decides
 * which rows are looked for, so that nothing is told of that was not counted.
 */
export async function evidenceOf(request: EvidenceRequest): Promise<readonly Evidence[]> {
  const { plan, folded, measures, entered } = request;
  const traced: Traced[] = [];
  tally(folded, plan, (one) => measures.includes(one.measure) && traced.push(one));
  const wanted = new Set(entered.map(({ reporter, figure }) => idOf({ ...reporter, ...ofWhat(figure) })));
  const isWithin = limitOf(entered, plan);
  const entering = traced.filter((one) => one.fate === "entered" && wanted.has(idOf(one)));
  const counted = entering.filter(isWithin);
  const found = await lookUp(counted, request);
  const shown = new Set(entering.map(idOf));
  return measures.map((measure) => ({
    measure,
    rules: rulesOf(measure, traced),
    rows: counted.reduce((total, one) => total + (one.measure === measure ? one.row.rows : 0), 0),
    found: found.get(measure) ?? [],
    zeros: entered
      .filter(
        ({ reporter, figure }) => figure.measure === measure && !shown.has(idOf({ ...reporter, ...ofWhat(figure) })),
      )
      .map(contributionOf),
    uncounted: uncountedOf(
      traced.filter((one) => one.measure === measure && (one.fate === "total" || request.isAsked(one))),
      entering.filter((one) => one.measure === measure && !isWithin(one)),
    ),
  }));
}

function ofWhat({ measure, period }: Entry["figure"]) {
  return { measure, period };
}

function idOf(one: Pick<Traced, "measure" | "period" | "unit" | "level">): string {
  return JSON.stringify([one.measure, reporterId(one), one.period]);
}

function rulesOf(measure: string, traced: readonly Traced[]): Evidence["rules"] {
  const sources = new Set(traced.flatMap((one) => (one.measure === measure ? [one.recognised.source] : [])));
  return [...sources].map((source) => ({ source, rule: source.measures[measure] ?? null }));
}

function uncountedOf(traced: readonly Traced[], beyond: readonly Traced[]): Evidence["uncounted"] {
  const rows = new Map<RowFate, number>();
  for (const { fate, row } of traced) if (fate !== "entered") rows.set(fate, (rows.get(fate) ?? 0) + row.rows);
  for (const { row } of beyond) rows.set("not-within", (rows.get("not-within") ?? 0) + row.rows);
  return [...rows].map(([fate, count]) => ({ fate, rows: count }));
}

/** A union counts what the stock that limits it still has, of the same reporter. */
function limitOf(entered: readonly Entry[], { measures }: Plan): (one: Traced) => boolean {
  const stocks = new Map(
    entered.map(({ reporter, figure }) => [JSON.stringify([figure.measure, reporterId(reporter)]), figure.keys]),
  );
  return (one) => {
    const within = measures[one.measure]?.within ?? null;
    const keys = within === null ? null : (stocks.get(JSON.stringify([within, reporterId(one)])) ?? null);
    const key = keyOf(one);
    return keys === null || key === null || keys.has(key);
  };
}

/** What a folded row names, of a measure that counts each once. */
function keyOf({ measure, columns, row, recognised: { spec, source } }: Traced): string | null {
  const name = keyColumn(source.measures[measure], columns);
  const found = row.classes[spec.classes.findIndex((column) => column.name === name)];
  return typeof found === "string" ? found : null;
}

function keyColumn(rule: MeasureRule | undefined, columns: readonly string[]): string | null {
  return rule?.kind === "distinct" ? rule.column : columns.includes("key") ? "key" : null;
}

/** Reads the tables again, each no further than there is something left to find. */
async function lookUp(counted: readonly Traced[], { folded, most }: EvidenceRequest): Promise<Map<string, FoundRow[]>> {
  const found = new Map<string, FoundRow[]>();
  const byTable = groupBy(counted, ({ recognised }) => recognised);
  const inOrder = folded
    .flatMap(({ recognised, files }) => {
      const wanted = wantedOf(byTable.get(recognised) ?? []);
      return files.map((file) => ({ file, wanted }));
    })
    .sort((one, other) => one.file.number - other.file.number);
  for (const { file, wanted } of inOrder) {
    const { byRow, measures } = wanted;
    const isFull = () => measures.every((measure) => (found.get(measure)?.length ?? 0) >= most);
    if (wanted.left === 0 || isFull()) continue;
    const { table, spec } = file.recognised;
    // One table after the other: the next is read only where something is left to find.
    // oxlint-disable-next-line no-await-in-loop
    for await (const { row, folded: into } of findRows(table, spec, [...byRow.keys()])) {
      const ofRow = byRow.get(into) ?? [];
      for (const one of ofRow) keep(found, { ...one, recognised: file.recognised }, row, most);
      if (ofRow.length > 0 && (--wanted.left === 0 || isFull())) break;
    }
  }
  return found;
}

/** What is to be found in a table, or in all that were folded as it, and how many rows of it are left. */
function wantedOf(ofTable: readonly Traced[]) {
  const byRow = groupBy(ofTable, ({ row }) => row);
  const left = [...byRow.keys()].reduce((total, { rows }) => total + rows, 0);
  return { byRow, left, measures: [...new Set(ofTable.map(({ measure }) => measure))] };
}

function keep(found: Map<string, FoundRow[]>, one: Traced, row: Row, most: number): void {
  const known = found.get(one.measure) ?? [];
  found.set(one.measure, known);
  if (known.length < most) known.push(foundRow(one, row));
}

function foundRow(traced: Traced, row: Row): FoundRow {
  const { measure, unit, level, period, recognised } = traced;
  const rule = recognised.source.measures[measure];
  const counts = recognised.source.rows === "record" ? (rule?.kind === "sum" ? [rule.column] : []) : traced.columns;
  const key = keyColumn(rule, traced.columns);
  return {
    unit,
    level,
    period: period ?? "",
    adds: key !== null ? null : rule?.kind === "count" ? 1 : sumOf(counts, row, recognised),
    key: keyOf(traced),
    cells: cellsOf(traced.columns, row, recognised),
  };
}

function sumOf(columns: readonly string[], { cells }: Row, { spec }: Recognised): number {
  return columns.reduce((total, name) => {
    const column = spec.sums.find((sum) => sum.name === name);
    const count = column === undefined ? null : readCount(cells[column.index] ?? "", column.numbers);
    return total + (typeof count === "number" ? count : 0);
  }, 0);
}

/** What names a record, then every column that decided; of a row without any, its unit. */
function cellsOf(columns: readonly string[], row: Row, recognised: Recognised): FoundCell[] {
  const { table, spec } = recognised;
  const named = [...spec.key, ...columns.flatMap((name) => columnOf(name, recognised) ?? [])];
  const each = [...new Map(named.map((one) => [one.index, one])).values()];
  const shown = each.length > 0 ? each : [columnOf("unit", recognised) ?? { index: null, field: null }];
  return shown.map(({ index, field }) => ({
    at: table.locate(row.at, index, field).at,
    text: textAt(index, row) ?? "",
  }));
}

function columnOf(name: string, { spec }: Recognised): { readonly index: number; readonly field: string } | null {
  return [...spec.sums, ...spec.classes].find((one) => one.name === name) ?? null;
}

function textAt(index: number | null, { cells }: Row): string | null {
  return index === null ? null : cellText(cells[index] ?? "");
}
