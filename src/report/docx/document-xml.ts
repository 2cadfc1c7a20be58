import { xmlAttribute } from "../../text/xml.ts";
import type { Block, Chart, Page, Section } from "./block.ts";
import { CHART_NAMESPACE, namespaces } from "./namespaces.ts";
import { paragraphXml } from "./runs-xml.ts";
import { tableXml } from "./table-xml.ts";

/** Lengths of drawings are counted in 635ths of a twentieth of a point. */
const EMU = 635;

/** The relations of the document part that every document has; those of the charts are `chart1`, `chart2` … */
export const RELATIONS = { styles: "styles", settings: "settings", numbered: "numbered", blank: "blank" } as const;

/** The main part: the sections one after the other. Charts are numbered in the order in which they come. */
export function documentXml(sections: readonly Section[]): string {
  let charts = 0;
  const blockXml = (block: Block): string => {
    if (block.kind === "paragraph") return paragraphXml(block);
    return block.kind === "table" ? tableXml(block) : chartXml(block, ++charts);
  };
  const body = sections.map(({ page, blocks }, index) => {
    const isLast = index === sections.length - 1;
    const drawn = blocks.map(blockXml).join("");
    const properties = sectionXml(page);
    // Word wants a paragraph after a table, and every section but the last ends within one.
    return `${drawn}${isLast ? `${LAST_LINE}${properties}` : `<w:p><w:pPr><w:pStyle w:val="Line"/><w:spacing w:line="20" w:lineRule="exact"/>${properties}</w:pPr></w:p>`}`;
  });
  return `<w:document ${namespaces("w", "r", "wp", "a")}><w:body>${body.join("")}</w:body></w:document>`;
}

const LAST_LINE = '<w:p><w:pPr><w:pStyle w:val="Line"/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>';

function sectionXml({ width, height, margins: { top, bottom, left, right } }: Page): string {
  const orientation = width > height ? ' w:orient="landscape"' : "";
  return [
    `<w:sectPr><w:headerReference w:type="default" r:id="${RELATIONS.numbered}"/><w:headerReference w:type="first" r:id="${RELATIONS.blank}"/>`,
    '<w:type w:val="nextPage"/>',
    `<w:pgSz w:w="${width}" w:h="${height}"${orientation}/>`,
    `<w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="567" w:footer="567" w:gutter="0"/>`,
    '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>',
  ].join("");
}

function chartXml({ title, width, height }: Chart, number: number): string {
  const size = `cx="${width * EMU}" cy="${height * EMU}"`;
  return [
    '<w:p><w:pPr><w:pStyle w:val="Line"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">',
    `<wp:extent ${size}/><wp:docPr id="${number}" name="Chart ${number}" descr="${xmlAttribute(title)}"/>`,
    `<a:graphic><a:graphicData uri="${CHART_NAMESPACE}">`,
    `<c:chart ${namespaces("c")} r:id="chart${number}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
  ].join("");
}

/** The number of the page, in the middle of the margin above; the first page of a section shows none. */
export function pageNumberXml(): string {
  const field = ["begin", null, "separate", "1", "end"].map((part) =>
    part === null
      ? '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
      : part === "1"
        ? "<w:r><w:t>1</w:t></w:r>"
        : `<w:r><w:fldChar w:fldCharType="${part}"/></w:r>`,
  );
  return `<w:hdr ${namespaces("w")}><w:p><w:pPr><w:pStyle w:val="Line"/></w:pPr>${field.join("")}</w:p></w:hdr>`;
}

export function blankHeaderXml(): string {
  return `<w:hdr ${namespaces("w")}><w:p><w:pPr><w:pStyle w:val="Line"/></w:pPr></w:p></w:hdr>`;
}
