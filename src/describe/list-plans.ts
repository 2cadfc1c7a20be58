import type { Locale } from "../locale/locale.ts";
import type { Plan } from "../model.ts";
import { printable } from "../text/printable.ts";
import { widthOf, wrap } from "../text/width.ts";
import { planTitle } from "./plan-rows.ts";

/** A plan with what a command names it by: its id where it is shipped, else its file. */
export interface NamedPlan {
  readonly named: string;
  readonly plan: Plan;
}

/** The plans known, one after the other: what to call it, the document, and how much it asks. */
export function listPlans(plans: readonly NamedPlan[], locale: Locale, width: number): string {
  const widest = Math.max(0, ...plans.map(({ named }) => widthOf(named)));
  const lines = plans.map(({ named, plan }) => {
    const { issuer, indicators, tasks } = plan;
    const parts = [
      planTitle(plan),
      ...(issuer === null ? [] : [issuer]),
      locale.plans.sizes(indicators.length, tasks.length),
    ];
    const text = `${named}${" ".repeat(widest - widthOf(named))}  ${printable(parts.join(" · "))}`;
    return `${wrap(text, width, " ".repeat(widest + 2))}\n`;
  });
  return lines.join("");
}
