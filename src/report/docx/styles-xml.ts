import { namespaces } from "./namespaces.ts";

/**
 * The letters of Nghị định 30/2020/NĐ-CP: Times New Roman, 13–14 points for what is read, black throughout. Sizes are
 * half points, lengths twentieths of a point.
 */
export function stylesXml(language: "vi" | "en"): string {
  const locale = language === "vi" ? "vi-VN" : "en-GB";
  const fonts = ["ascii", "hAnsi", "eastAsia", "cs"].map((script) => ` w:${script}="Times New Roman"`).join("");
  return [
    `<w:styles ${namespaces("w")}>`,
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts${fonts}/><w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:val="${locale}" w:eastAsia="${locale}"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    style("Body", "Body Text", {
      paragraph:
        '<w:widowControl/><w:spacing w:after="120" w:line="276" w:lineRule="auto"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>',
    }),
    style("Heading1", "heading 1", {
      paragraph:
        '<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="120"/><w:ind w:firstLine="567"/><w:outlineLvl w:val="0"/>',
      run: "<w:b/><w:bCs/>",
    }),
    style("Heading2", "heading 2", {
      paragraph:
        '<w:keepNext/><w:keepLines/><w:spacing w:before="180" w:after="100"/><w:ind w:firstLine="567"/><w:outlineLvl w:val="1"/>',
      run: "<w:b/><w:bCs/>",
    }),
    style("Line", "Line", { paragraph: '<w:jc w:val="center"/>' }),
    style("Cell", "Cell", { paragraph: '<w:spacing w:before="30" w:after="30"/>', run: sized(22) }),
    style("Note", "Note", {
      paragraph: '<w:spacing w:before="60" w:after="120"/><w:jc w:val="both"/>',
      run: `<w:i/><w:iCs/>${sized(22)}`,
    }),
    style("Caption", "caption", {
      paragraph: '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:jc w:val="center"/>',
      run: `<w:b/><w:bCs/>${sized(24)}`,
    }),
    "</w:styles>",
  ].join("");
}

function style(id: string, name: string, { paragraph = "", run = "" }: { paragraph?: string; run?: string }): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr>${run === "" ? "" : `<w:rPr>${run}</w:rPr>`}</w:style>`;
}

function sized(size: number): string {
  return `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
}
