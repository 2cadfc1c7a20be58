import path from "node:path";
import { isDatabaseUrl } from "../database/database-url.ts";
import type { Table } from "../model.ts";
import { STANDARD_INPUT } from "../read/open-data.ts";
import type { Opened } from "../read/open-data.ts";
import { recognise, tierOf } from "../recognise/recognise.ts";
import type { Recognition, Tier } from "../recognise/recognise.ts";
import type { Year } from "../text/period.ts";
import type { Named } from "./named-files.ts";
import type { Exports } from "./open-exports.ts";

/** Recognises which source each export is, one by one, with what is wrong with it as a whole. */
export async function recogniseExports({ opened, tiers, named }: Exports, year: Year): Promise<OneRecognised[]> {
  const ranked = tiers.map(tierOf);
  return Promise.all(opened.map((one) => recogniseOne(one, named, year, ranked)));
}

export interface OneRecognised extends Recognition {
  readonly path: string;
  readonly table: Table | null;
}

async function recogniseOne(
  { path: file, table }: Opened,
  named: Named,
  year: Year,
  tiers: readonly Tier[],
): Promise<OneRecognised> {
  if (table === null) return { path: file, table, recognised: null, problems: [] };
  const recognition = await recognise(table, {
    tiers,
    source: named.sources.get(file) ?? null,
    year,
    period: named.periods.get(file) ?? null,
    folder: file === STANDARD_INPUT || isDatabaseUrl(file) ? "" : path.dirname(file),
  });
  return { path: file, table, ...recognition };
}
