import type { FoldedRow, Measure, Plan, Table, Task } from "./model.ts";
import type { Folded } from "./tally/tally.ts";
import { byCodeUnit } from "./text/by-code-unit.ts";
import { findPeriods } from "./text/period.ts";
import type { Year } from "./text/period.ts";

/**
 * A plan that asks nothing and wants everything: each measure, level and task that the exports name. Nothing says how a
 * measure runs through the year, so periods that overlap are no error here.
 */
export function openPlan(folded: readonly Folded[], year: Year): Plan {
  const measures = new Map<string, Measure>();
  for (const file of folded) {
    for (const id of Object.keys(file.recognised.source.measures)) measures.set(id, measureOf(id, false));
    // A key makes a set of a measure, and the same figure with another key is no figure stated twice.
    for (const id of textsOf(file, "measure")) measures.set(id, measureOf(id, measures.get(id)?.within === id));
    for (const id of textsOf(file, "measure", (row) => textIn(file, row, "key") !== null))
      measures.set(id, measureOf(id, true));
  }
  const levels = folded.flatMap((file) => [
    ...textsOf(file, "level"),
    ...Object.keys(file.recognised.source.sections ?? {}),
    ...(file.recognised.source.level === null ? [] : [file.recognised.source.level]),
  ]);
  return {
    ...NOTHING_ASKED,
    year,
    measures: Object.fromEntries(measures),
    levels: Object.fromEntries(levels.map((id) => [id, { vi: id, en: id, aliases: [] }])),
    tasks: [...new Set(folded.flatMap((file) => textsOf(file, "task")))].map(taskOf),
  };
}

const NOTHING_ASKED = {
  id: "open",
  number: null,
  title: "",
  issuer: null,
  issued: null,
  language: null,
  groups: {},
  indicators: [],
  amendments: [],
  waivers: [],
  roster: null,
  sha256: "",
} as const satisfies Partial<Plan>;

function measureOf(id: string, keyed: boolean): Measure {
  const within = keyed ? id : null;
  return { vi: id, en: id, accumulate: null, within, source: null, constant: null, because: null };
}

function taskOf(id: string): Task {
  return { id, vi: id, en: id, group: null, text: null, note: null, cites: [] };
}

/** The texts of a column, each once. */
function textsOf(file: Folded, column: string, wanted: (row: FoldedRow) => boolean = () => true): string[] {
  const texts = file.folding.folded.filter(wanted).map((row) => textIn(file, row, column));
  return [...new Set(texts)].filter((text) => text !== null);
}

function textIn({ recognised }: Folded, { classes }: FoldedRow, column: string): string | null {
  const found = classes[recognised.spec.classes.findIndex(({ name }) => name === column)];
  return typeof found === "string" ? found : null;
}

/**
 * The year that exports are most likely of: the one that most paths state as a period; else the one that stands most
 * often in the first rows of the tables.
 */
export function likelyYear(tables: readonly Table[]): Year {
  const inPaths = tables
    .flatMap(({ file }) => file.split("/").flatMap(findPeriods))
    .map((period) => period.slice(0, 4));
  const inHeads = () => tables.flatMap(({ head }) => head.flatMap(({ cells }) => yearsIn(cells.join("\n"))));
  const label = mostFrequent(inPaths) ?? mostFrequent(inHeads()) ?? ANY_YEAR;
  return { label, starts: `${label}-01-01`, guessed: true };
}

/** Nothing says a year, so nothing depends on it. */
const ANY_YEAR = "2000";

function yearsIn(text: string): string[] {
  return text.match(/\b(?:19|20)\d{2}\b/g) ?? [];
}

/** Of several the latest, which is the one at hand. */
function mostFrequent(texts: readonly string[]): string | null {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  const [first] = [...times].sort(([one, often], [other, more]) => more - often || byCodeUnit(other, one));
  return first?.[0] ?? null;
}
