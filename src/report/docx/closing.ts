import { bold, paragraph } from "./block.ts";
import type { Block, Paragraph } from "./block.ts";
import { subjectOf } from "./letterhead.ts";
import type { Material } from "./material.ts";
import { PORTRAIT, textWidth } from "./page.ts";

const LEFT = 4300;
const DOTS = "……………………";
/** Room for a signature and a stamp. */
const ROOM = 1300;

/** The last sentence, to whom it goes, and who signs. */
export function closingBlocks(material: Material): readonly Block[] {
  const { locale, header } = material;
  const { labels, closing } = locale.document;
  const recipients = header.recipients.length > 0 ? header.recipients : [DOTS, DOTS];
  const left: Paragraph[] = [
    paragraph("Line", [{ text: labels.recipients, bold: true, italic: true, size: 24 }], { align: "left" }),
    ...recipients.map((one, at) =>
      paragraph(
        "Line",
        [{ text: `- ${one.replace(/[;.]\s*$/u, "")}${at === recipients.length - 1 ? "." : ";"}`, size: 22 }],
        {
          align: "left",
          left: 120,
          hanging: 120,
        },
      ),
    ),
  ];
  const { office, name } = header.signer;
  const right: Paragraph[] = [
    paragraph("Line", [bold((office ?? labels.signature).toUpperCase())], { align: "center" }),
    paragraph("Line", [bold(name ?? DOTS)], { align: "center", before: ROOM }),
  ];
  return [
    paragraph("Body", closing(subjectOf(material)), { before: 240, keepNext: true }),
    {
      kind: "table",
      columns: [
        { width: LEFT, align: "left" },
        { width: textWidth(PORTRAIT) - LEFT, align: "center" },
      ],
      header: [],
      rows: [{ cells: [{ content: left }, { content: right }] }],
      bordered: false,
      padding: 40,
    },
  ];
}
