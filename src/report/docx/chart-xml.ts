import type { Chart, ChartBar } from "./block.ts";
import { namespaces } from "./namespaces.ts";
import { plainText } from "./runs-xml.ts";

const COLOURS = { met: "1F4E79", missed: "C00000", target: "BFBFBF" } as const;
const LETTERS =
  '<a:defRPr sz="900"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:latin typeface="Times New Roman"/><a:cs typeface="Times New Roman"/></a:defRPr>';

/**
 * A real chart, which Word and LibreOffice draw and let their users change: horizontal bars, from the first at the top.
 * What stands beside a bar is text of ours, since a number format would round 99.996 to 100.
 */
export function chartXml({ series, bars }: Chart): string {
  return [
    `<c:chartSpace ${namespaces("c", "a", "r")}><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>`,
    '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>',
    seriesXml(0, series.result, COLOURS.met, bars, resultPoints(bars)),
    seriesXml(1, series.target, COLOURS.target, bars, ""),
    '<c:gapWidth val="45"/><c:axId val="1"/><c:axId val="2"/></c:barChart>',
    `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${line("808080")}${letters()}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
    `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>${isWithin(bars) ? '<c:max val="100"/>' : ""}<c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:majorGridlines>${line("D9D9D9")}</c:majorGridlines><c:numFmt formatCode="0&quot;%&quot;" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${line("808080")}${letters()}<c:crossAx val="1"/><c:crosses val="max"/><c:crossBetween val="between"/>${isWithin(bars) ? '<c:majorUnit val="20"/>' : ""}</c:valAx>`,
    `</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/>${letters()}</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`,
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:externalData r:id="figures"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>',
  ].join("");
}

/** The figures of a chart as the sheet that its user opens: labels, results and targets below their headings. */
export function chartSheet({ series, bars }: Chart): readonly (readonly (string | number)[])[] {
  return [
    ["", series.result, series.target],
    ...bars.map(({ label, result, target }) => [label, Number(result), target === null ? "" : Number(target)]),
  ];
}

function seriesXml(index: number, name: string, colour: string, bars: readonly ChartBar[], points: string): string {
  const column = index === 0 ? "B" : "C";
  const last = bars.length + 1;
  const values = bars.map(({ result, target }) => (index === 0 ? result : target));
  const cached = (tag: string, texts: readonly (string | null)[]) =>
    `<c:${tag}>${tag === "numCache" ? "<c:formatCode>General</c:formatCode>" : ""}<c:ptCount val="${texts.length}"/>${texts
      .map((text, at) => (text === null ? "" : `<c:pt idx="${at}"><c:v>${plainText(text)}</c:v></c:pt>`))
      .join("")}</c:${tag}>`;
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>`,
    `<c:tx><c:strRef><c:f>${SHEET}!$${column}$1</c:f>${cached("strCache", [name])}</c:strRef></c:tx>`,
    `${fill(colour)}<c:invertIfNegative val="0"/>${points}`,
    `<c:cat><c:strRef><c:f>${SHEET}!$A$2:$A$${last}</c:f>${cached(
      "strCache",
      bars.map(({ label }) => label),
    )}</c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${SHEET}!$${column}$2:$${column}$${last}</c:f>${cached("numCache", values)}</c:numRef></c:val></c:ser>`,
  ].join("");
}

/** The name of the sheet with the figures, the same in every language. */
export const SHEET = "Figures";

/** What is missed has a colour of its own, and every bar its percent. */
function resultPoints(bars: readonly ChartBar[]): string {
  const points = bars.map(({ isMissed }, index) =>
    isMissed
      ? `<c:dPt><c:idx val="${index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${fill(COLOURS.missed)}</c:dPt>`
      : "",
  );
  const shows =
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';
  const labels = bars.map(
    ({ shown }, index) =>
      `<c:dLbl><c:idx val="${index}"/><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>${LETTERS}</a:pPr><a:r><a:rPr sz="900"/><a:t>${plainText(shown)}</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val="outEnd"/>${shows}</c:dLbl>`,
  );
  return `${points.join("")}<c:dLbls>${labels.join("")}${letters()}<c:dLblPos val="outEnd"/>${shows}</c:dLbls>`;
}

/** The axis ends at 100% unless something is beyond. */
function isWithin(bars: readonly ChartBar[]): boolean {
  return bars.every(({ result, target }) => Number(result) <= 100 && Number(target ?? 0) <= 100);
}

function fill(colour: string): string {
  return `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr>`;
}

function line(colour: string): string {
  return `<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></c:spPr>`;
}

function letters(): string {
  return `<c:txPr><a:bodyPr/><a:p><a:pPr>${LETTERS}</a:pPr><a:endParaRPr/></a:p></c:txPr>`;
}
