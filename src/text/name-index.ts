import { foldText } from "./fold-text.ts";

/** What something is called, beside its id. */
interface Called {
  readonly vi: string;
  readonly en: string;
  readonly aliases?: readonly string[];
}

/** Ids by everything that they are called, in folded form. A name that two of them share means neither; an id means itself. */
export function indexNames(named: readonly (readonly [id: string, names: Called])[]): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  const shared = new Set<string>();
  for (const [id, { vi, en, aliases = [] }] of named) {
    for (const name of [...aliases, vi, en].map(foldText)) {
      if ((index.get(name) ?? id) !== id) shared.add(name);
      index.set(name, id);
    }
  }
  for (const name of shared) index.delete(name);
  for (const [id] of named) index.set(foldText(id), id);
  return index;
}
