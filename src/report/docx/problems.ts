import { formatCount } from "../../locale/locale.ts";
import { formatPlace } from "../../problem/format-place.ts";
import type { Problem, Severity } from "../../problem/problem.ts";
import { wordingOf } from "../../problem/wording-of.ts";
import { bold, cell, paragraph } from "./block.ts";
import type { Block, Row } from "./block.ts";
import type { Material } from "./material.ts";
import { PORTRAIT, textWidth } from "./page.ts";

/** As many as somebody reads on paper. */
const MOST_SHOWN = 100;
const ORDER: readonly Severity[] = ["error", "warning", "note"];
const WIDTHS = { row: 470, severity: 1000, place: 2700 };

/** What is wrong in the data: errors first, each with its place and what to do. */
export function problemBlocks({ assessment: { problems }, locale }: Material): readonly Block[] {
  const { document: words, findings, html } = locale;
  if (problems.length === 0) return [paragraph("Body", html.labels.noProblems)];
  const count = (value: number) => formatCount(value, locale);
  const sorted = ORDER.flatMap((severity) => problems.filter((one) => one.severity === severity));
  const of = (severity: Severity) => count(problems.filter((one) => one.severity === severity).length);
  const shown = sorted.slice(0, MOST_SHOWN);
  const titles = [
    words.labels.row,
    findings.severity,
    `${findings.file}, ${findings.place.toLowerCase()}`,
    findings.wrong,
  ];
  return [
    paragraph("Body", words.problemsAre(of("error"), of("warning"), of("note"))),
    ...(shown.length < sorted.length
      ? [paragraph("Body", words.problemsCut(count(shown.length), count(sorted.length)))]
      : []),
    {
      kind: "table",
      columns: [
        { width: WIDTHS.row, align: "center" },
        { width: WIDTHS.severity, align: "left" },
        { width: WIDTHS.place, align: "left" },
        { width: textWidth(PORTRAIT) - WIDTHS.row - WIDTHS.severity - WIDTHS.place, align: "left" },
      ],
      header: [{ cells: titles.map((title) => cell([bold(title)])) }],
      rows: shown.map((one, at) => rowOf(one, at + 1, { locale })),
      bordered: true,
      padding: 70,
    },
  ];
}

function rowOf(one: Problem, number: number, { locale }: Pick<Material, "locale">): Row {
  const { message, hint } = wordingOf(one, locale);
  const rows = one.rows > 1 ? ` (${locale.rows(one.rows)})` : "";
  const field = one.at !== null && "field" in one.at && one.at.field !== null ? ` (${one.at.field})` : "";
  const wrong = paragraph("Cell", `${message}${rows}.`);
  return {
    cells: [
      cell(String(number)),
      cell(locale.severities[one.severity]),
      cell(one.at === null ? "" : breakable(formatPlace(one.at)) + field),
      { content: hint === null ? [wrong] : [wrong, paragraph("Cell", [{ text: hint, italic: true }])] },
    ],
  };
}

/** Paths may be broken after a slash. */
export function breakable(path: string): string {
  return path.replaceAll("/", "/\u200B");
}
