import path from "node:path";
import { ProblemError } from "../problem/problem.ts";
import { parseXml } from "./parse-xml.ts";
import { damaged } from "./unpack-limits.ts";
import type { Zip } from "./zip.ts";

/** What a workbook says of itself: its sheets in order, and the parts that they share. */
export interface Workbook {
  /** Hidden ones too; charts are none. */
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly isHidden: boolean }[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  /** Whether days count from 1904, as on old Macs, and not from 1900. */
  readonly from1904: boolean;
}

interface Relationship {
  /** The last word of its type: the words before differ between the two kinds of OOXML. */
  readonly type: string;
  readonly part: string;
}

/** The part of a workbook that lists its sheets; `null` where the ZIP holds no workbook. */
export async function findWorkbook(zip: Zip, file: string): Promise<string | null> {
  const found = [...(await readRelationships(zip, "", file)).values()].find(({ type }) => type === "officeDocument");
  return found !== undefined && zip.names.has(found.part) ? found.part : null;
}

/** @throws ProblemError where something that it lists is not there. */
export async function readWorkbook(zip: Zip, part: string, file: string): Promise<Workbook> {
  const related = await readRelationships(zip, part, file);
  const listed: { readonly name: string; readonly id: string; readonly isHidden: boolean }[] = [];
  let from1904 = false;
  const open = (element: string, attributes: Readonly<Record<string, string | undefined>>) => {
    const { name = "", id = "", state = "visible", date1904 } = attributes;
    if (element === "sheet") listed.push({ name, id, isHidden: state !== "visible" });
    if (element === "workbookPr") from1904 = date1904 === "1" || date1904 === "true";
  };
  await parseXml(zip.read(part), { open }, file);
  const present = ({ part: named }: Relationship) => {
    if (zip.names.has(named)) return named;
    throw new ProblemError([damaged(`no ${named}`, file)]);
  };
  const sheets = listed.flatMap(({ name, id, isHidden }) => {
    const found = related.get(id);
    if (found === undefined) throw new ProblemError([damaged(`no sheet ${name}`, file)]);
    return found.type === "worksheet" ? [{ name, part: present(found), isHidden }] : [];
  });
  const shared = (type: string) => {
    const found = [...related.values()].find((one) => one.type === type);
    return found === undefined ? null : present(found);
  };
  return { sheets, sharedStrings: shared("sharedStrings"), styles: shared("styles"), from1904 };
}

/** What a part (or, named "", the package) refers to, by id. */
async function readRelationships(zip: Zip, part: string, file: string): Promise<ReadonlyMap<string, Relationship>> {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const related = new Map<string, Relationship>();
  const open = (element: string, attributes: Readonly<Record<string, string | undefined>>) => {
    const { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode } = attributes;
    if (element !== "Relationship" || mode === "External") return;
    const named = target.startsWith("/") ? target.slice(1) : path.posix.normalize(folder + target);
    related.set(id, { type: type.slice(type.lastIndexOf("/") + 1), part: named });
  };
  await parseXml(zip.read(`${folder}_rels/${part.slice(folder.length)}.rels`), { open }, file);
  return related;
}
