import stringWidth from "string-width";

/** Latin letters with the marks of Vietnamese, composed, and the signs of our tables: one column each. */
const NARROW = /^[ -~\u00A0-\u02FF\u1E00-\u1EFF–—…·•“”‘’≥≤✓✗]*$/u;

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}
