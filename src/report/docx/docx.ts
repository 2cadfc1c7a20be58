import type { Report } from "../../model.ts";
import type { RenderContext } from "../formats.ts";
import { agencyBlocks } from "./by-agency.ts";
import { bold, italic, paragraph } from "./block.ts";
import type { Block, Section } from "./block.ts";
import { chartBlocks } from "./charts.ts";
import { closingBlocks } from "./closing.ts";
import { coverageBlocks } from "./coverage.ts";
import { letterhead, subjectOf } from "./letterhead.ts";
import { materialOf } from "./material.ts";
import type { Material } from "./material.ts";
import { missedBlocks } from "./missed.ts";
import { LANDSCAPE, PORTRAIT } from "./page.ts";
import { readingBlocks } from "./readings.ts";
import { problemBlocks } from "./problems.ts";
import { inputBlocks, provenanceBlocks } from "./provenance.ts";
import { resultBlocks } from "./results.ts";
import { scopeBlocks } from "./scope.ts";
import { taskBlocks } from "./tasks.ts";
import { writeDocument } from "./write-document.ts";

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"];

/**
 * The report as an administrative document in the layout of Nghị định 30/2020/NĐ-CP, for Word and LibreOffice. Nothing
 * in it is of today: a day that no config says is left to fill in.
 */
export function render(report: Report, context: RenderContext): Uint8Array {
  const material = materialOf(report, context);
  const { locale, header } = material;
  const body = material.targets.length === 0 ? notAssessedBlocks(material) : assessedBlocks(material);
  return writeDocument([{ page: PORTRAIT, blocks: [...letterhead(material), ...body] }, ...appendices(material)], {
    title: subjectOf(material),
    author: header.agency ?? "chitieu",
    language: locale.language,
    date: header.date,
  });
}

function assessedBlocks(material: Material): readonly Block[] {
  const { labels } = material.locale.document;
  const parts: readonly (readonly [title: string, blocks: readonly Block[]])[] = [
    [labels.scope, scopeBlocks(material)],
    [labels.results, [...resultBlocks(material), ...chartBlocks(material)]],
    [labels.missed, missedBlocks(material)],
    ...(material.assessment.tasks.length > 0 ? [[labels.tasks, taskBlocks(material)] as const] : []),
    [labels.coverage, coverageBlocks(material)],
    [labels.problems, problemBlocks(material)],
    [labels.provenance, provenanceBlocks(material)],
  ];
  const numbered = parts.flatMap(([title, blocks], at) => [
    paragraph("Heading1", `${ROMAN[at]}. ${title.toUpperCase()}`),
    ...blocks,
  ]);
  return [...numbered, ...closingBlocks(material)];
}

/** Nothing to sign: what has to be put right before there can be a report. */
function notAssessedBlocks(material: Material): readonly Block[] {
  const { locale, assessment } = material;
  const why = locale.document.notAssessed(locale.exits[assessment.exit.reason]);
  return [paragraph("Body", [bold(why)]), ...problemBlocks(material)];
}

/** By agency, how the plan was read, and the files: each on pages of its own, which are numbered anew. */
function appendices(material: Material): readonly Section[] {
  const { locale, header, report, assessment } = material;
  const { labels, attached } = locale.document;
  const readings = readingBlocks(material);
  const all = [
    ...(report.byUnit.length > 0 ? [[labels.byAgency, agencyBlocks(material)] as const] : []),
    ...(readings.length > 0 ? [[labels.readings, readings] as const] : []),
    ...(assessment.inputs.length > 0 ? [[labels.inputs, inputBlocks(material)] as const] : []),
  ];
  return all.map(([title, blocks], at) => ({
    page: LANDSCAPE,
    blocks: [
      paragraph("Line", [{ text: `${labels.appendix}${all.length > 1 ? ` ${ROMAN[at]}` : ""}`, bold: true, size: 28 }]),
      paragraph("Line", [{ text: title.toUpperCase(), bold: true, size: 26 }]),
      paragraph("Line", [italic(attached(header.number, header.date, header.agency))], { after: 160 }),
      ...blocks,
    ],
  }));
}
