import { nameIn } from "../../locale/locale.ts";
import type { Result } from "../../model.ts";
import { levelOf, rateOf, targetOf, unitOf } from "../figures.ts";
import { paragraph } from "./block.ts";
import type { Block, ChartBar } from "./block.ts";
import type { Material } from "./material.ts";
import { unbroken } from "./text-width.ts";
import { millimetres, PORTRAIT, textWidth } from "./page.ts";

/** What a page holds so that it can be read. */
const MOST_BARS = 22;
const BAR_HEIGHT = millimetres(9.5);
const AROUND = millimetres(20);

/** Every rate beside what was asked. Counts have no place on an axis of percents. */
export function chartBlocks(material: Material): readonly Block[] {
  const { locale, targets } = material;
  const { labels, chartNote } = locale.document;
  const bars = targets.flatMap((result) => (result.percent === null ? [] : [barOf(result, result.percent, material)]));
  if (bars.length === 0) return [];
  const parts = Math.ceil(bars.length / MOST_BARS);
  const size = Math.ceil(bars.length / parts);
  return Array.from({ length: parts }, (_, part) => bars.slice(part * size, (part + 1) * size)).flatMap(
    (some, part): Block[] => {
      const title = parts === 1 ? labels.chart : `${labels.chart} (${part + 1}/${parts})`;
      return [
        paragraph("Caption", title),
        {
          kind: "chart",
          title,
          width: textWidth(PORTRAIT),
          height: some.length * BAR_HEIGHT + AROUND,
          series: { result: labels.result, target: locale.columns.target },
          bars: some,
        },
        ...(part === parts - 1 ? [paragraph("Note", chartNote, { align: "center" })] : []),
      ];
    },
  );
}

function barOf(result: Result, percent: string, { assessment, locale, numbers }: Material): ChartBar {
  const part = unitOf(result.unit, assessment) ?? levelOf(result.level, assessment, locale);
  const name = nameIn(result.name, locale);
  const asked = result.target?.value.replace("%", "") ?? null;
  return {
    label: `${numbers.get(result.indicator) ?? ""}. ${name}${part === null ? "" : ` (${part})`}`,
    result: percent,
    target: asked !== null && /^\d+(?:\.\d+)?$/.test(asked) ? asked : null,
    shown: `${rateOf(result, locale)} (${unbroken(targetOf(result, locale))})`,
    isMissed: result.verdict === "missed",
  };
}
