import type { ProblemArgs } from "../problem/problem.ts";

/** What a problem says of a key that is missing: how it is written, where that is no matter of course. */
export function missingKey(key: string): ProblemArgs["key-missing"] {
  const example = KEY_EXAMPLES[key];
  return example === undefined ? { key } : { key, example };
}

const KEY_EXAMPLES: Readonly<Record<string, string>> = {
  title: 'title: "Ứng dụng CNTT năm 2026"',
  year: 'year: { label: "2026", starts: 2026-01-01 }',
  label: 'label: "2026"',
  starts: "starts: 2026-01-01",
  indicators: "indicators: { online: { numerator: …, denominator: …, target: { at-least: 80% } } }",
  numerator: "numerator: dossiers.settled_online",
  denominator: "denominator: dossiers.settled",
  target: "target: { at-least: 80% }",
  number: "number: 1500/QĐ-UBND",
  issued: "issued: 2026-06-20",
  effective: "effective: 2026-Q3",
  changed: "changed: { online: { target: { at-least: 70% } } }",
  indicator: "indicator: online",
  until: "until: 2026-Q3",
  reason: "reason: …",
  document: "document: 77/UBND-CNTT",
};
