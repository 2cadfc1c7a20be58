import type { Row, UnitName } from "../model.ts";
import { parseDate } from "../text/date.ts";
import type { IsoDate } from "../text/date.ts";
import { findPeriods } from "../text/period.ts";
import type { Period } from "../text/period.ts";
import { unaccented } from "../text/unaccented.ts";

/** What the rows above a header say. */
export interface Titles {
  readonly periods: readonly Period[];
  readonly dates: { readonly from: IsoDate; readonly until: IsoDate; readonly place: TitlePlace } | null;
  /** Who reports, as "Đơn vị: …" says it, and then every title as it stands. */
  readonly units: readonly UnitName[];
}

export interface TitlePlace {
  readonly row: Row["at"];
  readonly index: number;
}

const DAY = String.raw`(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})`;
const FROM_UNTIL = new RegExp(String.raw`tu (?:ngay )?${DAY} (?:den|toi)(?: het)? (?:ngay )?${DAY}`, "u");
export const REPORTER =
  /^(?:tên )?(?:đơn vị|cơ quan|địa phương)(?: (?:báo cáo|gửi báo cáo|thực hiện))?\s*:\s*(?<name>.+)$/iu;
const PERIOD = /^\(?(?:ky bao cao|tu ngay|quy|thang|nam|\d+ thang)(?![a-z])/;
/** What cites a document, or says the day of the report, speaks of other times. */
const CITATION = /\b(?:thong tu|nghi dinh|quyet dinh|cong van|ke hoach so|luat)\b/u;
const WRITTEN_DAY = /ngay[^a-z]*thang[^a-z]*nam[^a-z]*\d{4}/gu;

/** Whether a text is a title that says which period comes below it. */
export function statesPeriod(text: string): boolean {
  const plain = unaccented(text);
  return PERIOD.test(plain) && (FROM_UNTIL.test(plain) || findPeriods(plain).length > 0);
}

export function readTitles(rows: readonly Row[]): Titles {
  const periods: Period[] = [];
  const said: Period[] = [];
  const reporters: UnitName[] = [];
  const titles: UnitName[] = [];
  let dates: Titles["dates"] = null;
  for (const { at, cells } of rows) {
    for (const [index, cell] of cells.entries()) {
      const text = String(cell).normalize("NFC").replaceAll(/\s+/gu, " ").trim();
      if (text === "") continue;
      const plain = unaccented(text);
      const [, first = "", second = ""] = FROM_UNTIL.exec(plain) ?? [];
      const [from, until] = [parseDate(first.replaceAll(".", "/")), parseDate(second.replaceAll(".", "/"))];
      if (from !== null && until !== null) dates ??= { from, until, place: { row: at, index } };
      const found = CITATION.test(plain) ? [] : findPeriods(plain.replaceAll(WRITTEN_DAY, ""));
      (plain.includes("ky bao cao") ? said : periods).push(...found);
      const reporter = REPORTER.exec(text)?.groups?.["name"];
      if (reporter !== undefined) reporters.push({ text: reporter.trim(), as: "reporter" });
      titles.push({ text, as: "title" });
    }
  }
  return { periods: said.length > 0 ? said : periods, dates, units: [...reporters, ...titles] };
}
