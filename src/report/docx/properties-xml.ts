import type { IsoDate } from "../../text/date.ts";
import { plainText } from "./runs-xml.ts";

/** What a file manager and an archive ask a document for. */
export interface Properties {
  readonly title: string;
  readonly author: string;
  readonly language: "vi" | "en";
  /** The day that the document itself bears; `null` leaves the day out: it is never today's. */
  readonly date: IsoDate | null;
}

export function propertiesXml({ title, author, language, date }: Properties): Readonly<Record<string, string>> {
  const day = `xsi:type="dcterms:W3CDTF">${date}T00:00:00Z`;
  const days =
    date === null ? "" : `<dcterms:created ${day}</dcterms:created><dcterms:modified ${day}</dcterms:modified>`;
  return {
    "docProps/core.xml": [
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
      `<dc:title>${plainText(title)}</dc:title><dc:creator>${plainText(author)}</dc:creator>${days}<dc:language>${language}</dc:language>`,
      "</cp:coreProperties>",
    ].join(""),
    "docProps/app.xml":
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>chitieu</Application></Properties>',
  };
}
