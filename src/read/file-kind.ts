/** What a file holds, whatever it is called. */
export type FileKind = "gzip" | "zip" | "workbook-encrypted" | "workbook-binary" | "html" | "other-markup" | "text";

const BEGINNINGS = [
  { kind: "gzip", bytes: [0x1f, 0x8b] },
  { kind: "zip", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: "zip", bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: "ole", bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
] as const;

/** How a page begins; a document of Excel's "XML Spreadsheet 2003" or of a web archive is markup of another kind. */
const HTML =
  /^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|meta|style|title|body|table|div|center|h\d|p)\b/i;
const OTHER_MARKUP = /^<\?xml[^]*urn:schemas-microsoft-com:office:spreadsheet|^MIME-Version:/i;

const MARKUP = /^(?:<|MIME|$)/i;

/** How much of a file is looked at. */
const BEGINNING = 4096;

/** Tells by its bytes what a file holds. */
export function fileKind(bytes: Buffer): FileKind {
  const known = BEGINNINGS.find((one) => one.bytes.every((byte, index) => bytes[index] === byte));
  // A workbook with a password is an OLE file with one stream, whose name stands in it in UTF-16.
  if (known?.kind === "ole")
    return bytes.includes(Buffer.from("EncryptedPackage", "utf16le")) ? "workbook-encrypted" : "workbook-binary";
  if (known !== undefined) return known.kind;
  if (isBareWorkbook(bytes)) return "workbook-binary";
  // Most exports are text, and that is seen at once.
  if (!MARKUP.test(beginning(bytes, 64))) return "text";
  const text = beginning(bytes, BEGINNING);
  if (OTHER_MARKUP.test(text)) return "other-markup";
  return HTML.test(text) ? "html" : "text";
}

/** Excel's formats before it used OLE begin with the record BOF (09 00, 02, 04 or 08), which has at most 16 bytes. */
function isBareWorkbook([mark, version = 1, length = 0, zero]: Buffer): boolean {
  return mark === 0x09 && [0, 2, 4, 8].includes(version) && length >= 4 && length <= 16 && zero === 0;
}

function beginning(bytes: Buffer, most: number): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = bytes.toString(isUtf16 ? "utf16le" : "latin1", 0, most);
  return text.replace(/^(?:\uFEFF|\xEF\xBB\xBF)/, "").trimStart();
}
