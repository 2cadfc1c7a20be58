import { bold, italic, paragraph } from "./block.ts";
import type { Block, Cell, Paragraph, Run } from "./block.ts";
import type { Material } from "./material.ts";
import { PORTRAIT, textWidth } from "./page.ts";
import { textWidthOf } from "./text-width.ts";

const LEFT = 3900;
const RIGHT = textWidth(PORTRAIT) - LEFT;
/** Half points. */
const SIZE = { republic: 25, motto: 27, agency: 24, title: 28 } as const;
const PADDING = 40;
const DOTS = "……………………";

/** The head of the document as Nghị định 30/2020/NĐ-CP lays it out, and what the document is about. */
export function letterhead(material: Material): readonly Block[] {
  const { locale, header } = material;
  const words = locale.document;
  const agency = header.agency ?? DOTS;
  const superior = header.superior ?? (header.agency === null ? DOTS : null);
  const left = [
    ...(superior === null ? [] : [line({ text: superior.toUpperCase(), size: SIZE.agency })]),
    ...ruled({ ...bold(agency.toUpperCase()), size: SIZE.agency }, LEFT - 2 * PADDING, 0.4),
  ];
  const right = [
    line({ ...bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), size: SIZE.republic }),
    ...ruled({ ...bold("Độc lập - Tự do - Hạnh phúc"), size: SIZE.motto }, RIGHT - 2 * PADDING, null),
    ...(words.republic === null
      ? []
      : [
          line({ text: words.republic.name, size: 20 }, { before: 60 }),
          line({ ...italic(words.republic.motto), size: 20 }),
        ]),
  ];
  return [
    {
      kind: "table",
      columns: [
        { width: LEFT, align: "center" },
        { width: RIGHT, align: "center" },
      ],
      header: [],
      rows: [
        { cells: [cellOf(left), cellOf(right)] },
        {
          cells: [
            cellOf([line(words.number(header.number), { before: 120 })]),
            cellOf([line(italic(words.signedAt(header.place, header.date)), { before: 120 })]),
          ],
        },
      ],
      bordered: false,
      padding: PADDING,
    },
    line({ ...bold(words.labels.title.toUpperCase()), size: SIZE.title }, { before: 360 }),
    ...ruled({ ...bold(subjectOf(material)), size: SIZE.title }, textWidth(PORTRAIT), 0.3),
    paragraph("Line", "", { after: 120 }),
  ];
}

/** "Kết quả thực hiện các chỉ tiêu của Kế hoạch số …, quý IV/2022" */
export function subjectOf({ assessment: { plan, period }, locale }: Material): string {
  const { planNamed, subject: about } = locale.document;
  return about(plan === null ? null : planNamed(plan), period);
}

function line(run: string | Run, options: { readonly before?: number } = {}): Paragraph {
  return paragraph("Line", [run], { align: "center", ...options });
}

/** Lines with a rule below: as long as a part of the column, or as the text itself. */
function ruled(run: Run, width: number, part: number | null): readonly Paragraph[] {
  const size = run.size ?? 26;
  const length = part === null ? textWidthOf(run.text, size) : width * part;
  const indent = Math.max(0, Math.round((width - length) / 2));
  return [
    ...balanced(run.text, size, width).map((text) => line({ ...run, text })),
    paragraph("Line", [], { rule: true, left: indent, right: indent }),
  ];
}

/** A title in lines of about the same length, so that no word stands alone in the last one. */
function balanced(text: string, size: number, width: number): readonly string[] {
  const lines = Math.ceil(textWidthOf(text, size) / width);
  const most = textWidthOf(text, size) / lines;
  const done: string[] = [];
  for (const word of text.split(" ")) {
    const last = done.at(-1);
    const isFull = last === undefined || (done.length < lines && textWidthOf(`${last} ${word}`, size) > most * 1.1);
    if (isFull) done.push(word);
    else done[done.length - 1] = `${last} ${word}`;
  }
  return done;
}

function cellOf(content: readonly Paragraph[]): Cell {
  return { content };
}
