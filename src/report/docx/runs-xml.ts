import { printable } from "../../text/printable.ts";
import { xmlText } from "../../text/xml.ts";
import type { Paragraph, Run } from "./block.ts";

/** A paragraph. The order of its properties is the schema's. */
export function paragraphXml(paragraph: Paragraph, keepNext = paragraph.keepNext ?? false): string {
  const { style, align, before, after, left, right, hanging, rule } = paragraph;
  const spacing = attributes({ before, after }) + (rule === true ? ' w:line="60" w:lineRule="exact"' : "");
  const indent = attributes({ left, right, ...(hanging !== undefined && { hanging }) });
  const properties = [
    `<w:pStyle w:val="${style}"/>`,
    keepNext ? "<w:keepNext/>" : "",
    rule === true ? '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>' : "",
    spacing === "" ? "" : `<w:spacing${spacing}/>`,
    indent === "" ? "" : `<w:ind${indent}${hanging === undefined ? ' w:firstLine="0"' : ""}/>`,
    align === undefined ? "" : `<w:jc w:val="${align}"/>`,
  ];
  return `<w:p><w:pPr>${properties.join("")}</w:pPr>${paragraph.runs.map(runXml).join("")}</w:p>`;
}

function runXml({ text, bold, italic, size }: Run): string {
  if (text === "") return "";
  const properties = [
    bold === true ? "<w:b/>" : "",
    italic === true ? "<w:i/>" : "",
    size === undefined ? "" : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ].join("");
  return `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${plainText(text)}</w:t></w:r>`;
}

/** Text from data in one line, escaped, without anything that steers what is around it. */
export function plainText(text: string): string {
  return xmlText(printable(text));
}

function attributes(values: Readonly<Record<string, number | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? "" : ` w:${name}="${value}"`))
    .join("");
}
