import { parser as saxParser } from "sax";
import type { Tag } from "sax";
import { ProblemError } from "../problem/problem.ts";
import { damaged } from "./unpack-limits.ts";

/** `strictEntities` is missing from sax's types: entities of HTML are none of XML's. */
const OPTIONS = { position: false, strictEntities: true };

/** Attributes by their names without a prefix. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** What to do where an element begins, ends, and at the text in it. Names come without a prefix. */
export interface XmlEvents {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * Parses XML in UTF-8 as it comes in. Namespaces are told apart by nothing but the names in them, so that both
 * kinds of OOXML ("transitional" and "strict") read alike. A document type is refused, and with it every entity but
 * the five of XML.
 *
 * @throws ProblemError where the XML is not well-formed.
 */
export async function parseXml(pieces: AsyncIterable<Buffer>, events: XmlEvents, file: string): Promise<void> {
  const parser = saxParser(true, OPTIONS);
  const { open, close, text } = events;
  Object.assign(parser, {
    onerror: (error: Error) => {
      throw error;
    },
    ondoctype: () => {
      throw new Error("a document type in XML");
    },
    onopentag: ({ name, attributes }: Tag) => open?.(localName(name), withoutPrefixes(attributes)),
    onclosetag: (name: string) => close?.(localName(name)),
    ontext: text,
    oncdata: text,
  });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parse = (work: () => void) => {
    try {
      work();
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      throw new ProblemError([damaged((error as Error).message.split("\n", 1)[0] ?? "", file)]);
    }
  };
  let isEmpty = true;
  for await (const piece of pieces) {
    isEmpty = false;
    parse(() => parser.write(decoder.decode(piece, { stream: true })));
  }
  if (!isEmpty) parse(() => parser.write(decoder.decode()).close());
}

function localName(name: string): string {
  return name.includes(":") ? name.slice(name.indexOf(":") + 1) : name;
}

/** As it is where nothing has a prefix, as in every cell of a large sheet. */
function withoutPrefixes(attributes: Readonly<Record<string, string>>): Attributes {
  for (const name in attributes)
    if (name.includes(":"))
      return Object.fromEntries(Object.entries(attributes).map(([other, value]) => [localName(other), value]));
  return attributes;
}
