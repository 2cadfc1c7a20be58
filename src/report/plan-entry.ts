import type { Amendment, Indicator, Plan } from "../model.ts";

/** A plan as documents for machines hold it, with the later decisions by which it reads as it does. */
export function planEntry({ id, number, title, sha256, amendments }: Plan): object {
  return { id, number, title, sha256, amendments: amendments.map(amendmentEntry) };
}

/** A decision by what it did; the results show what came of it. */
function amendmentEntry({ number, title, issuer, issued, effective, changed, added, withdrawn }: Amendment): object {
  const ids = (indicators: readonly Indicator[]) => indicators.map(({ id }) => id);
  return { number, title, issuer, issued, effective, changed: ids(changed), added: ids(added), withdrawn };
}
