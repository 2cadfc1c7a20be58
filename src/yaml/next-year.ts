import { isMap, isScalar, parseDocument, visit } from "yaml";
import type { Document } from "yaml";

/** What belongs to one year's document and not to the next one's. */
const OF_THE_YEAR = ["number", "issued", "amendments", "waivers"];

/** A plan's YAML as that of another year, with its comments: periods, days and names of the year move along. */
export function yearMoved(
  text: string,
  {
    from,
    to,
    changes,
    dropped,
  }: {
    readonly from: string;
    readonly to: string;
    readonly changes: Readonly<Record<string, string>>;
    /** Measures that nothing is left of the plan to count. */
    readonly dropped: readonly string[];
  },
): string {
  const document = parseDocument(text, { schema: "failsafe" });
  for (const key of OF_THE_YEAR) document.delete(key);
  for (const measure of dropped) document.deleteIn(["measures", measure]);
  const moved = Number(to) - Number(from);
  const starts = document.getIn(["year", "starts"]);
  if (typeof starts === "string")
    document.setIn(["year", "starts"], `${Number(starts.slice(0, 4)) + moved}${starts.slice(4)}`);
  document.setIn(["year", "label"], to);
  movePeriods(document, moved);
  for (const [key, value] of Object.entries(changes)) document.set(key, value);
  return document.toString({ lineWidth: 0 });
}

/** Periods and days stand in targets and scopes alone, as keys and as values. */
function movePeriods(document: Document, moved: number): void {
  const indicators = document.get("indicators");
  if (!isMap(indicators)) return;
  for (const { value: indicator } of indicators.items) {
    if (!isMap(indicator)) continue;
    for (const key of ["target", "applies"]) {
      const part: unknown = indicator.get(key, true);
      if (!isMap(part)) continue;
      visit(part, {
        Scalar(_, node) {
          const match =
            isScalar(node) && typeof node.value === "string"
              ? /^(\d{4})(-(?:Q[1-4]|H[12]|9M|\d{2}(?:-\d{2})?))?$/.exec(node.value)
              : null;
          if (match !== null) node.value = `${Number(match[1]) + moved}${match[2] ?? ""}`;
        },
      });
    }
  }
}
