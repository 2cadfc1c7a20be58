import { foldText } from "./fold-text.ts";

/** What something is called, beside its id. */
interface Called {
  readonly vi: string;
  readonly en: string;
  readonly aliases?: readonly string[];
}

/** Ids by everything that they are called, in folded form; where two things share a name, an id goes before it. */
export function indexNames(named: readonly (readonly [id: string, names: Called])[]): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const [id, { vi, en, aliases = [] }] of named) {
    for (const name of [...aliases, vi, en]) index.set(foldText(name), id);
  }
  for (const [id] of named) index.set(foldText(id), id);
  return index;
}
