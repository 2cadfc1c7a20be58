import { strToU8, zipSync } from "fflate";
import { writeWorkbook } from "../../workbook/write-workbook.ts";
import type { Chart, Section } from "./block.ts";
import { chartSheet, chartXml, SHEET } from "./chart-xml.ts";
import { blankHeaderXml, documentXml, pageNumberXml, RELATIONS } from "./document-xml.ts";
import { namespaces } from "./namespaces.ts";
import { propertiesXml } from "./properties-xml.ts";
import type { Properties } from "./properties-xml.ts";
import { stylesXml } from "./styles-xml.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const METADATA = "http://schemas.openxmlformats.org/package/2006/relationships/metadata";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** A document as a `.docx` file: the same sections give the same bytes, on every computer and on every day. */
export function writeDocument(sections: readonly Section[], properties: Properties): Uint8Array {
  const charts = sections.flatMap(({ blocks }) => blocks.filter((block): block is Chart => block.kind === "chart"));
  const parts: Readonly<Record<string, string | Uint8Array>> = {
    "[Content_Types].xml": contentTypes(charts.length),
    "_rels/.rels": relationships([
      ["document", `${OFFICE}/officeDocument`, "word/document.xml"],
      ["core", `${METADATA}/core-properties`, "docProps/core.xml"],
      ["application", `${OFFICE}/extended-properties`, "docProps/app.xml"],
    ]),
    ...propertiesXml(properties),
    "word/document.xml": documentXml(sections),
    "word/_rels/document.xml.rels": relationships([
      [RELATIONS.styles, `${OFFICE}/styles`, "styles.xml"],
      [RELATIONS.settings, `${OFFICE}/settings`, "settings.xml"],
      [RELATIONS.numbered, `${OFFICE}/header`, "header1.xml"],
      [RELATIONS.blank, `${OFFICE}/header`, "header2.xml"],
      ...charts.map((_, at) => [`chart${at + 1}`, `${OFFICE}/chart`, `charts/chart${at + 1}.xml`] as const),
    ]),
    "word/styles.xml": stylesXml(properties.language),
    "word/settings.xml": SETTINGS,
    "word/header1.xml": pageNumberXml(),
    "word/header2.xml": blankHeaderXml(),
    ...Object.fromEntries(charts.flatMap((chart, at) => Object.entries(chartParts(chart, at)))),
  };
  const files = Object.entries(parts).map(
    ([name, part]) => [name, typeof part === "string" ? strToU8(`${DECLARATION}${part}`) : part] as const,
  );
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) });
}

/** A chart, and the workbook with its figures. */
function chartParts(chart: Chart, at: number): Record<string, string | Uint8Array> {
  const [header = [], ...rows] = chartSheet(chart);
  const columns = [40, 20, 20].map((width) => ({ kind: "text", width }) as const);
  const figures = `figures${at + 1}.xlsx`;
  return {
    [`word/charts/chart${at + 1}.xml`]: chartXml(chart),
    [`word/charts/_rels/chart${at + 1}.xml.rels`]: relationships([
      ["figures", `${OFFICE}/package`, `../embeddings/${figures}`],
    ]),
    [`word/embeddings/${figures}`]: writeWorkbook([{ name: SHEET, columns, header: [header.map(String)], rows }]),
  };
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Laid out as Word 2013 and later do it, not as the versions before, which is what a document gets that says nothing. */
const SETTINGS = `<w:settings ${namespaces("w")}><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

function contentTypes(charts: number): string {
  const defaults = [
    ["rels", "application/vnd.openxmlformats-package.relationships+xml"],
    ["xml", "application/xml"],
    ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ].map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`);
  const overrides = [
    ["/word/document.xml", `${WORD}.document.main+xml`],
    ["/word/styles.xml", `${WORD}.styles+xml`],
    ["/word/settings.xml", `${WORD}.settings+xml`],
    ["/word/header1.xml", `${WORD}.header+xml`],
    ["/word/header2.xml", `${WORD}.header+xml`],
    ["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
    ["/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"],
    ...Array.from({ length: charts }, (_, at) => [
      `/word/charts/chart${at + 1}.xml`,
      "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    ]),
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`);
  return `<Types xmlns="${PACKAGE}/content-types">${defaults.join("")}${overrides.join("")}</Types>`;
}

function relationships(targets: readonly (readonly [id: string, type: string, target: string])[]): string {
  const entries = targets.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries.join("")}</Relationships>`;
}
