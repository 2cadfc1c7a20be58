/** Each verdict has a sign of its own beside its word, so that no colour is needed to tell it. */
export const SYMBOLS = {
  met: "✓",
  missed: "✗",
  "no-data": "–",
  "not-applicable": "–",
  "not-scored": "·",
  invalid: "!",
} as const;
