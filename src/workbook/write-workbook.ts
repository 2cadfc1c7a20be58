import { strToU8, zipSync } from "fflate";
import { xmlAttribute } from "../text/xml.ts";
import { sheetNames } from "./sheet-names.ts";
import { sheetXml } from "./sheet-xml.ts";
import { stylesXml } from "./styles-xml.ts";
import type { WorkbookSheet } from "./workbook.ts";

/**
 * A workbook as an `.xlsx` file. It has no formulas, and the same sheets give the same bytes. By its application it is
 * known as ours, and passed over among exports, unless it is meant to become one.
 */
export function writeWorkbook(
  sheets: readonly WorkbookSheet[],
  { isExport = false }: { readonly isExport?: boolean } = {},
): Uint8Array {
  const names = sheetNames(sheets.map(({ name }) => name));
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml": contentTypes(sheets.length),
    "_rels/.rels": relationships([
      ["officeDocument", "xl/workbook.xml"],
      ["extended-properties", "docProps/app.xml"],
    ]),
    "docProps/app.xml": `<Properties xmlns="${OFFICE}/extended-properties"><Application>${isExport ? "chitieu source template" : "chitieu"}</Application></Properties>`,
    "xl/workbook.xml": workbookXml(names),
    "xl/_rels/workbook.xml.rels": relationships([
      ...sheets.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`] as const),
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": stylesXml(),
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, index)]),
    ),
  };
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(`${DECLARATION}${xml}`)] as const);
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) });
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument";

function contentTypes(sheets: number): string {
  const overrides = [
    ["/xl/workbook.xml", "spreadsheetml.sheet.main"],
    ["/xl/styles.xml", "spreadsheetml.styles"],
    ["/docProps/app.xml", "extended-properties"],
    ...Array.from({ length: sheets }, (_, index) => [
      `/xl/worksheets/sheet${index + 1}.xml`,
      "spreadsheetml.worksheet",
    ]),
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${TYPE}.${type}+xml"/>`);
  const defaults = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`;
  return `<Types xmlns="${PACKAGE}/content-types">${defaults}${overrides.join("")}</Types>`;
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const entries = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries.join("")}</Relationships>`;
}

function workbookXml(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${xmlAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}/relationships"><bookViews><workbookView/></bookViews><sheets>${sheets.join("")}</sheets></workbook>`;
}
