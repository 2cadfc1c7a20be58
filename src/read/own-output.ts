import { fileKind } from "./file-kind.ts";
import { MOST_IN_WORKBOOK } from "./unpack-limits.ts";

/** How the CSV report begins, or a list of problems, and no export. */
const OWN_HEADER = /^(?:\xEF\xBB\xBF)?(?:indicator,scope,level,unit,verdict[,\r\n]|# chitieu \d+\.\d+\.\d)/;

/** Whether we wrote a text ourselves: the CSV report and a list of problems by how they begin. */
export function isOwnText(bytes: Buffer): boolean {
  return OWN_HEADER.test(bytes.toString("latin1", 0, 64));
}

/** Whether we wrote a file ourselves, a text or a workbook, which says its application. */
export async function isOwnOutput(bytes: Buffer, file: string): Promise<boolean> {
  if (isOwnText(bytes)) return true;
  if (fileKind(bytes) !== "zip") return false;
  try {
    return (await applicationOf(bytes, file)) === "chitieu";
  } catch {
    // What is wrong with it is said when it is read.
    return false;
  }
}

/** The application that a workbook says it was written by. */
async function applicationOf(bytes: Buffer, file: string): Promise<string> {
  const [{ openZip }, { parseXml }] = await Promise.all([import("./zip.ts"), import("./parse-xml.ts")]);
  const zip = await openZip(bytes, file, MOST_IN_WORKBOOK);
  let isWithin = false;
  let application = "";
  const open = (name: string) => {
    isWithin = name === "Application";
  };
  const text = (found: string) => {
    if (isWithin) application += found;
  };
  const close = () => {
    isWithin = false;
  };
  await parseXml(zip.read("docProps/app.xml"), { open, text, close }, file);
  return application.trim();
}
