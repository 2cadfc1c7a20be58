/** Each verdict has a sign of its own beside its word, so that no colour is needed to tell it. */
export const SYMBOLS = {
  met: "✓",
  missed: "✗",
  "no-data": "–",
  "not-applicable": "–",
  "not-scored": "·",
  invalid: "!",
} as const;

/** How each verdict is painted in a terminal, beside its sign. */
export const VERDICT_COLOURS = {
  met: "green",
  missed: "red",
  "no-data": "yellow",
  "not-applicable": "dim",
  "not-scored": "dim",
  invalid: "red",
} as const;
