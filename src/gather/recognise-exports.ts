import path from "node:path";
import { isDatabaseUrl } from "../database/database-url.ts";
import type { Source, Table } from "../model.ts";
import { STANDARD_INPUT } from "../read/open-data.ts";
import { recognise, tierOf } from "../recognise/recognise.ts";
import type { Recognition, Tier } from "../recognise/recognise.ts";
import type { Year } from "../text/period.ts";
import type { Exports } from "./open-exports.ts";

/** Recognises which source each export is, one by one, with what is wrong with it as a whole. */
export async function recogniseExports({ opened, tiers, named }: Exports, year: Year): Promise<OneRecognised[]> {
  const tiersOf = tiersBySource(tiers);
  const recognised: OneRecognised[] = [];
  // One after the other: of ten thousand at once each would take its memory.
  for (const { path: file, table } of opened) {
    const source = named.sources.get(file) ?? null;
    const folder = file === STANDARD_INPUT || isDatabaseUrl(file) ? "" : path.dirname(file);
    const request = { tiers: tiersOf(source), source, year, period: named.periods.get(file) ?? null, folder };
    // oxlint-disable-next-line no-await-in-loop
    const found = table === null ? NOTHING : await recognise(table, request);
    recognised.push({ path: file, table, recognised: found.recognised, problems: found.problems });
  }
  return recognised;
}

export interface OneRecognised extends Recognition {
  readonly path: string;
  readonly table: Table | null;
}

const NOTHING: Recognition = { recognised: null, problems: [] };

/** The formats that a file may be of: all; or the one that is named for it. */
export function tiersBySource(tiers: Exports["tiers"]): (named: Source | null) => readonly Tier[] {
  const all = tiers.map(tierOf);
  const alone = new Map<Source, readonly Tier[]>();
  return (named) => {
    if (named === null) return all;
    const known = alone.get(named) ?? [tierOf([named])];
    alone.set(named, known);
    return known;
  };
}
