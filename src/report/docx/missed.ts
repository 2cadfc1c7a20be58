import { formatCount, formatDecimal, nameIn } from "../../locale/locale.ts";
import type { Result } from "../../model.ts";
import { waiverText } from "../decisions.ts";
import { countsOf, isCeiling, levelOf, rateOf, targetOf, unitOf } from "../figures.ts";
import { bold, paragraph } from "./block.ts";
import type { Block } from "./block.ts";
import type { Material } from "./material.ts";
import { unbroken } from "./text-width.ts";

/** What is missed, and by how much. */
export function missedBlocks(material: Material): readonly Block[] {
  const { targets, locale } = material;
  const missed = targets.filter(({ verdict }) => verdict === "missed");
  if (missed.length === 0) return [paragraph("Body", locale.document.labels.noneMissed)];
  return missed.map((result) => paragraph("Body", sentenceOf(result, material)));
}

function sentenceOf(result: Result, { assessment, report, locale, numbers }: Material) {
  const { document: words, html } = locale;
  const part = unitOf(result.unit, assessment) ?? levelOf(result.level, assessment, locale);
  const name = `${nameIn(result.name, locale)}${part === null ? "" : ` (${part})`}`;
  const number = numbers.get(result.indicator);
  const counts = countsOf(result, locale);
  const rate = rateOf(result, locale);
  // What the rest of the year needs goes by the year so far, and says nothing of a period alone.
  const rows = assessment.options.window === "year-to-date" ? report.trend?.rows : undefined;
  const needed = rows?.find(
    (row) =>
      row.scope === "target" &&
      row.indicator === result.indicator &&
      row.level === result.level &&
      row.unit === result.unit,
  )?.needed;
  const clauses = [
    words.missedBy(rate === "" ? counts : rate, rate === "" ? "" : counts, unbroken(targetOf(result, locale))),
    ...gapsOf(result, { locale }),
    ...(needed == null
      ? []
      : [
          `${html.labels.needed.toLowerCase()} ${formatDecimal(needed.percent, locale)}%, ${needed.reachable ? html.labels.withinReach : html.labels.outOfReach}`,
        ]),
  ];
  const remarks = [
    ...result.flags.filter((flag) => flag !== "waived").map((flag) => locale.flags[flag]),
    ...(result.waiver === null ? [] : [`${locale.flags.waived} ${waiverText(result.waiver, assessment, locale)}`]),
  ];
  const ending = remarks.length === 0 ? "." : ` (${remarks.join("; ")}).`;
  return [bold(`${number ?? ""}. ${name}: `), `${clauses.join("; ")}${ending}`];
}

function gapsOf({ gap, target }: Result, { locale }: Pick<Material, "locale">): readonly string[] {
  const { html } = locale;
  const count = (value: number) => formatCount(value, locale);
  const { fixed = null, growing = null } = gap ?? {};
  if (isCeiling(target)) return fixed === null ? [] : [html.excessFixed(count(fixed))];
  return [
    ...(fixed === null ? [] : [html.gapFixed(count(fixed))]),
    ...(growing === null ? [] : [html.gapGrowing(count(growing))]),
  ];
}
