import { formatCount, formatDecimal, nameIn } from "../../locale/locale.ts";
import type { Result } from "../../model.ts";
import { groupBy } from "../../text/group-by.ts";
import { levelOf, unitOf } from "../figures.ts";
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
  const results = new Map(report.byUnit.map((one) => [keyOf(one, one.indicator), one]));
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
  const levels = [...Object.keys(assessment.plan?.levels ?? {}), null];
  const known = new Set<string | null>(levels);
  // A unit that changes its level stands under both; one that is not there in the window, under none.
  const there = report.byUnit.filter(({ verdict }) => verdict !== "not-applicable");
  const parts = [...groupBy(there, (one) => keyOf(one)).values()];
  const order = new Map([...assessment.units.keys()].map((code, position) => [code, position]));
  const byRoster = ([a]: readonly Result[], [b]: readonly Result[]) =>
    (order.get(a?.unit ?? "") ?? 0) - (order.get(b?.unit ?? "") ?? 0);
  return levels.flatMap((level): Row[] => {
    const ofLevel = ([one]: readonly Result[]) => (known.has(one?.level ?? null) ? (one?.level ?? null) : null);
    const some = parts.filter((part) => ofLevel(part) === level).sort(byRoster);
    if (some.length === 0) return [];
    const title = levelOf(level, assessment, locale);
    const heading: Row[] =
      title === null ? [] : [{ cells: [cell([bold(title)], { span: indicators.length + 2 })], keepNext: true }];
    return [...heading, ...some.map((own) => unitRow(own, indicators, results, material))];
  });
}

/** What a unit at one of its levels is known by, alone or with an indicator. */
function keyOf({ level, unit }: Pick<Result, "level" | "unit">, indicator = ""): string {
  return `${indicator}\n${level}\n${unit}`;
}

function unitRow(
  own: readonly Result[],
  indicators: readonly string[],
  results: ReadonlyMap<string, Result>,
  material: Material,
): Row {
  const [first] = own;
  if (first === undefined) throw new TypeError("an agency without a result");
  const name = unitOf(first.unit, material.assessment) ?? "";
  const of = (verdict: Result["verdict"]) => own.filter((one) => one.verdict === verdict).length;
  const [met, assessed] = [of("met"), of("met") + of("missed")].map((some) => formatCount(some, material.locale));
  const cells = indicators.map((indicator): Cell => {
    const result = results.get(keyOf(first, indicator));
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
