import { formatCount, formatDecimal, nameIn } from "../../locale/locale.ts";
import type { Result, Unit } from "../../model.ts";
import { levelOf } from "../figures.ts";
import { bold, cell, paragraph } from "./block.ts";
import type { Block, Cell, Row } from "./block.ts";
import type { Material } from "./material.ts";
import { LANDSCAPE, textWidth } from "./page.ts";
import { textWidthOf } from "./text-width.ts";

const PADDING = 20;
const FIGURE_SIZE = 16;
const NAME = 2700;
const TOTAL = 700;

/** A row for each agency, a column for each indicator; as many tables as the indicators take. */
export function agencyBlocks(material: Material): readonly Block[] {
  const { report, locale, numbers } = material;
  const { columnsAre, cellsAre } = locale.document;
  const results = new Map(report.byUnit.map((one) => [`${one.indicator}\n${one.unit}`, one]));
  const indicators = [...numbers].filter(([id]) => report.byUnit.some((one) => one.indicator === id));
  const widest = Math.max(...report.byUnit.map((one) => textWidthOf(shownIn(one, material), FIGURE_SIZE)));
  const least = Math.max(500, widest + 2 * PADDING);
  const room = textWidth(LANDSCAPE) - NAME - TOTAL;
  const parts = Math.ceil(indicators.length / Math.max(1, Math.floor(room / least)));
  const size = Math.ceil(indicators.length / parts);
  const names = new Map(material.targets.map(({ indicator, name }) => [indicator, nameIn(name, locale)]));
  const legend = indicators.map(([id, number]) => `${number}\u00A0–\u00A0${names.get(id) ?? id}`).join("; ");
  const tables = Array.from({ length: parts }, (_, part) => indicators.slice(part * size, (part + 1) * size)).flatMap(
    (some, part): Block[] => {
      const width = Math.floor(room / Math.max(size, 1));
      return [
        ...(part > 0 ? [paragraph("Note", "")] : []),
        {
          kind: "table",
          columns: [
            { width: NAME, align: "left" },
            ...some.map(() => ({ width, align: "right" }) as const),
            { width: TOTAL, align: "center" },
          ],
          header: [
            headerOf(
              some.map(([, number]) => number),
              material,
            ),
          ],
          rows: rowsOf(
            some.map(([id]) => id),
            results,
            material,
          ),
          bordered: true,
          centred: true,
          padding: PADDING,
        },
      ];
    },
  );
  return [paragraph("Note", `${columnsAre} ${legend}. ${cellsAre}`), ...tables];
}

function headerOf(numbers: readonly number[], { locale }: Material): Row {
  const { labels } = locale.document;
  return {
    cells: [
      cell([bold(labels.agency)]),
      ...numbers.map((number) => cell([bold(String(number))])),
      cell([{ text: labels.metOf, bold: true, size: FIGURE_SIZE }]),
    ],
  };
}

/** The agencies level by level, as the plan has its levels. */
function rowsOf(indicators: readonly string[], results: ReadonlyMap<string, Result>, material: Material): Row[] {
  const { report, assessment, locale } = material;
  const reporting = new Set(report.byUnit.map(({ unit }) => unit));
  const units = [...assessment.units.values()].filter(({ code }) => reporting.has(code));
  const levels = [...Object.keys(assessment.plan?.levels ?? {}), null];
  const known = new Set<string | null>(levels);
  return levels.flatMap((level): Row[] => {
    const some = units.filter((unit) => (known.has(unit.level) ? unit.level : null) === level);
    if (some.length === 0) return [];
    const title = levelOf(level, assessment, locale);
    const heading: Row[] =
      title === null ? [] : [{ cells: [cell([bold(title)], { span: indicators.length + 2 })], keepNext: true }];
    return [...heading, ...some.map((unit) => unitRow(unit, indicators, results, material))];
  });
}

function unitRow(
  { code, name }: Unit,
  indicators: readonly string[],
  results: ReadonlyMap<string, Result>,
  material: Material,
): Row {
  const own = material.report.byUnit.filter(({ unit }) => unit === code);
  const of = (verdict: Result["verdict"]) => own.filter((one) => one.verdict === verdict).length;
  const [met, assessed] = [of("met"), of("met") + of("missed")].map((some) => formatCount(some, material.locale));
  const cells = indicators.map((indicator): Cell => {
    const result = results.get(`${indicator}\n${code}`);
    if (result === undefined) return cell("");
    const isMissed = result.verdict === "missed";
    return cell([{ text: shownIn(result, material), size: FIGURE_SIZE, bold: isMissed }], { shaded: isMissed });
  });
  return {
    cells: [cell([{ text: name, size: 20 }]), ...cells, cell([{ text: `${met}/${assessed}`, size: FIGURE_SIZE }])],
  };
}

/** The rate without its sign, or what there is in its place. */
function shownIn({ verdict, reason, flags, percent, value }: Result, { locale }: Material): string {
  if (verdict === "not-applicable") return "";
  if (verdict === "invalid") return "!";
  const figure =
    value === null ? (percent === null ? null : formatDecimal(percent, locale)) : formatCount(value, locale);
  if (figure === null || verdict === "no-data") return reason === "none-arising" ? "–" : "…";
  return flags.includes("provisional") ? `${figure}*` : figure;
}
