import { strFromU8, unzipSync } from "fflate";
import { loadLocale } from "../../src/locale/locale.ts";
import type { Language } from "../../src/locale/locale.ts";
import type { Report, ReportHeader } from "../../src/model.ts";
import { render } from "../../src/report/docx/docx.ts";
import { loadPaint } from "../../src/report/paint.ts";

const HEADER: ReportHeader = {
  superior: "UBND tỉnh Thừa Thiên Huế",
  agency: "Sở Thông tin và Truyền thông",
  number: "125/BC-STTTT",
  place: "Thừa Thiên Huế",
  date: "2023-01-05",
  recipients: ["UBND tỉnh (báo cáo)", "Lưu: VT, CNTT"],
  signer: { office: "Giám đốc", name: "Nguyễn Văn A" },
};

/** A report as the document that it becomes. */
export async function documentOf(
  report: Report,
  { language = "vi", header = HEADER }: { readonly language?: Language; readonly header?: ReportHeader | null } = {},
): Promise<Uint8Array> {
  const [locale, paint] = await Promise.all([loadLocale(language), loadPaint(false)]);
  return render(report, { locale, paint, width: 100, version: "1.2.3", header, isFile: true });
}

/** The parts that are XML, by their names. */
export function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(?:xml|rels)$/.test(name));
  return Object.fromEntries(parts.map(([name, part]) => [name, strFromU8(part)]));
}

/** What the document says, a line for each paragraph. */
export function linesOf(bytes: Uint8Array): readonly string[] {
  const xml = partsOf(bytes)["word/document.xml"] ?? "";
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t [^>]*>(?<text>[^<]*)</g)].map(({ groups }) => groups?.["text"] ?? "").join(""),
  );
}

/** The rows of every table, each cell's paragraphs joined by a space. */
export function rowsOf(bytes: Uint8Array): readonly (readonly string[])[] {
  const xml = partsOf(bytes)["word/document.xml"] ?? "";
  return [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
      [...cell.matchAll(/<w:t [^>]*>(?<text>[^<]*)</g)].map(({ groups }) => groups?.["text"] ?? "").join(" "),
    ),
  );
}
