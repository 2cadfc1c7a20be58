import type { Cell, Recognised } from "./model.ts";
import type { Problem } from "./problem/problem.ts";
import type { UnitDirectory } from "./tally/unit-directory.ts";
import { unitTextOf } from "./tally/unit-text.ts";
import { foldText } from "./text/fold-text.ts";
import { groupBy } from "./text/group-by.ts";

/**
 * The agency that each problem is to be sent back to: the one that its row names, else the one that its file is of. A
 * row that names a sum or an error of Excel, and a file that is no known source, belong to nobody.
 */
export async function sendersOf(
  problems: readonly Problem[],
  files: readonly Recognised[],
  directory: UnitDirectory,
): Promise<ReadonlyMap<Problem, string>> {
  const byFile = groupBy(problems, ({ at }) => at?.file ?? "");
  const found = await Promise.all(files.map((file) => sendersIn(file, byFile.get(file.table.file) ?? [], directory)));
  return new Map(found.flat());
}

async function sendersIn(
  file: Recognised,
  problems: readonly Problem[],
  directory: UnitDirectory,
): Promise<readonly (readonly [Problem, string])[]> {
  const here = problems.filter(({ at }) => isInSheet(at, file));
  const texts = await unitTexts(file, new Set(here.flatMap((one) => lineOf(one) ?? [])));
  const totals = new Set(file.source.totals.map(foldText));
  const ofFile = file.source.unitOfFile ? ofWholeFile(file, directory) : undefined;
  return here.flatMap((one) => {
    const text = texts.get(lineOf(one) ?? 0) ?? "";
    const isUnit = unitTextOf(text, { totals, directory }) === "unit";
    const sender = isUnit ? (directory.known(text, null)?.name ?? text) : ofFile;
    return sender === undefined ? [] : [[one, sender] as const];
  });
}

function ofWholeFile({ unitNames }: Recognised, directory: UnitDirectory): string | undefined {
  const found = directory.find(unitNames, null);
  return found === null ? undefined : "among" in found ? found.text : found.name;
}

function lineOf({ at }: Problem): number | null {
  return at !== null && "line" in at ? at.line : null;
}

function isInSheet(at: Problem["at"], { table }: Recognised): boolean {
  return at?.in !== "sheet" || at.sheet === table.sheet;
}

/** What stands in the unit's column, by line. */
async function unitTexts(
  { table, spec }: Recognised,
  lines: ReadonlySet<number>,
): Promise<ReadonlyMap<number, string>> {
  const texts = new Map<number, string>();
  const index = spec.classes.find(({ name }) => name === "unit")?.index;
  if (index === undefined || lines.size === 0) return texts;
  const note = (line: number, cells: readonly Cell[]) => {
    if (line > spec.headerLine && lines.has(line)) texts.set(line, String(cells[index] ?? "").trim());
  };
  const rows = table.rows();
  if (Symbol.iterator in rows) for (const { at, cells } of rows) note(at.line, cells);
  else for await (const { at, cells } of rows) note(at.line, cells);
  return texts;
}
