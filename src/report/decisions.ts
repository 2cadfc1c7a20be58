import { nameIn } from "../locale/locale.ts";
import type { Words } from "../locale/locale.ts";
import { indicatorsOfYear } from "../model.ts";
import type { Amendment, Assessment, Indicator, MissWaived, Plan } from "../model.ts";
import { printable } from "../text/printable.ts";
import { levelOf, unitOf } from "./figures.ts";
import { resultTitle } from "./result-title.ts";

/** The later decisions by which the plan reads as it does, a line each, with what they did. */
export function amendmentLines(plan: Plan | null, locale: Words): string[] {
  return (plan?.amendments ?? []).map((amendment) => {
    const nameOf = (id: string) => {
      const indicator = plan === null ? undefined : indicatorsOfYear(plan).find((one) => one.id === id);
      return indicator === undefined ? id : nameIn(indicator, locale);
    };
    const ids = (indicators: readonly Indicator[]) => indicators.map(({ id }) => id);
    const did = [
      { done: "changed", those: ids(amendment.changed) },
      { done: "added", those: ids(amendment.added) },
      { done: "withdrawn", those: amendment.withdrawn },
    ] as const;
    const said = did
      .filter(({ those }) => those.length > 0)
      .map(({ done, those }) => `${locale.decisions[done]} ${those.map(nameOf).join(", ")}`);
    return printable(`${amendedBy(amendment, locale)}: ${said.join("; ")}`);
  });
}

/** "Điều chỉnh, bổ sung theo 45/QĐ-UBND ngày 20/06/2022, từ Quý III/2022" */
export function amendedBy({ number, issued, effective }: Amendment, locale: Words): string {
  return locale.decisions.amendedBy(number, locale.dateInText(issued), locale.period(effective));
}

/** Until when a miss is waived, why and by what, and without whom it would be none. */
export function waiverText(
  { until, reason, document, without }: MissWaived,
  assessment: Pick<Assessment, "plan" | "units">,
  locale: Words,
): string {
  const said = locale.decisions.waived(locale.period(until), reason, document);
  const names = without.map(({ level, unit }) => unitOf(unit, assessment) ?? levelOf(level, assessment, locale) ?? "");
  return names.length === 0 ? said : `${said}; ${locale.decisions.without(names.join(", "))}`;
}

/** The misses that are waived, a line each. */
export function waiverLines(assessment: Assessment, locale: Words): string[] {
  return assessment.results.flatMap((result) => {
    if (result.scope !== "target" || result.waiver === null) return [];
    const title = resultTitle(result, assessment, locale);
    return [printable(`${locale.decisions.waiver}: ${title}: ${waiverText(result.waiver, assessment, locale)}`)];
  });
}
