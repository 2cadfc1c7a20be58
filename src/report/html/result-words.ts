import { formatCount } from "../../locale/locale.ts";
import type { Locale } from "../../locale/locale.ts";
import type { Result, TrendPoint } from "../../model.ts";
import { rateOf } from "../figures.ts";
import { SYMBOLS } from "../symbols.ts";
import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";

/** The rate, or the value of a count. */
export function resultOf({ percent, value }: Pick<TrendPoint, "percent" | "value">, locale: Locale): string {
  if (percent !== null) return rateOf({ percent }, locale);
  return value === null ? "" : formatCount(value, locale);
}

type Judged = Pick<Result, "verdict" | "reason" | "flags">;

/** The verdict, or the reason why there is none. */
export function verdictWord({ verdict, reason }: Pick<Judged, "verdict" | "reason">, locale: Locale): string {
  return verdict === "no-data" && reason !== null ? locale.reasons[reason] : locale.verdicts[verdict];
}

/** What a reader must know beside the verdict. */
function remarksOf({ verdict, reason, flags }: Judged, locale: Locale): string[] {
  const remarks = flags.filter((flag) => flag !== "interim" || verdict === "missed").map((flag) => locale.flags[flag]);
  return verdict === "invalid" && reason !== null ? [locale.reasons[reason], ...remarks] : remarks;
}

/** The verdict as a badge: sign, word, and remarks. */
export function verdictBadge(result: Judged, locale: Locale): Markup {
  const remarks = remarksOf(result, locale);
  return markup`<span class="badge ${result.verdict}"><span aria-hidden="true">${SYMBOLS[result.verdict]}</span> ${verdictWord(result, locale)}</span>${
    remarks.length > 0 && markup` <span class="remark">(${remarks.join(", ")})</span>`
  }`;
}
