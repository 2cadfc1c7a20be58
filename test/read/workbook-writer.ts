import { zipOf } from "./zip-writer.ts";
import type { ZipEntry } from "./zip-writer.ts";

export interface WrittenSheet {
  readonly name: string;
  /** The rows of its `<sheetData>`, and whatever comes after. */
  readonly rows: string;
  readonly after?: string;
  readonly state?: "hidden" | "veryHidden";
}

export interface WrittenWorkbook {
  readonly sheets: readonly WrittenSheet[];
  /** The items of the table of shared strings. */
  readonly strings?: string;
  /** The body of the style sheet. */
  readonly styles?: string;
  readonly from1904?: boolean;
  /** The application that wrote it. */
  readonly application?: string;
  readonly strict?: boolean;
  readonly more?: readonly ZipEntry[];
}

const TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_RELATED = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/** The bytes of a workbook, with as little in it as Excel would open. */
export function workbookOf(workbook: WrittenWorkbook): Buffer {
  return zipOf(partsOf(workbook));
}

export function partsOf({
  sheets,
  strings = "",
  styles = "",
  from1904 = false,
  application = "Microsoft Excel",
  strict = false,
  more = [],
}: WrittenWorkbook): readonly ZipEntry[] {
  const space = strict ? STRICT : TRANSITIONAL;
  const types = strict ? STRICT_RELATED : RELATED;
  const prolog = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
  const related = (items: readonly (readonly [id: string, type: string, target: string])[]) =>
    `${prolog}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items
      .map(([id, type, target]) => `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`)
      .join("")}</Relationships>`;
  const listed = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"${state ? ` state="${state}"` : ""}/>`,
  );
  return [
    { name: "_rels/.rels", content: related([["rId1", "officeDocument", "xl/workbook.xml"]]) },
    {
      name: "docProps/app.xml",
      content: `${prolog}<Properties><Application>${application}</Application></Properties>`,
    },
    {
      name: "xl/workbook.xml",
      content: `${prolog}<workbook xmlns="${space}" xmlns:r="${types}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${listed.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: related([
        ...sheets.map((_, index) => [`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`] as const),
        ["rId901", "sharedStrings", "/xl/sharedStrings.xml"],
        ["rId902", "styles", "styles.xml"],
      ]),
    },
    { name: "xl/sharedStrings.xml", content: `${prolog}<sst xmlns="${space}">${strings}</sst>` },
    { name: "xl/styles.xml", content: `${prolog}<styleSheet xmlns="${space}">${styles}</styleSheet>` },
    ...sheets.map(({ rows, after = "" }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: `${prolog}<worksheet xmlns="${space}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
    })),
    ...more,
  ];
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Rows of texts and numbers as `<row>` elements, with texts in the cells themselves. */
export function rowsOf(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) =>
    typeof value === "number"
      ? `<c><v>${value}</v></c>`
      : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  return rows.map((row) => `<row>${row.map(cell).join("")}</row>`).join("");
}
