/** What XML 1.0 cannot hold at all, escaped or not; halves of surrogate pairs among it. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Text as an element of XML may hold it. */
export function xmlText(text: string): string {
  return text.replaceAll(FORBIDDEN, "�").replaceAll(/[&<>\r]/g, (character) => ENTITIES[character] as string);
}

/** Text as an attribute may hold it, in which a parser would make spaces of tabs and line ends. */
export function xmlAttribute(text: string): string {
  return text.replaceAll(FORBIDDEN, "�").replaceAll(/[&<>"\t\n\r]/g, (character) => ENTITIES[character] as string);
}
