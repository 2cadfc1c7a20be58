import { excelDamage } from "../text/excel-damage.ts";
import type { ExcelDamage } from "../text/excel-damage.ts";

/** What Excel may have done to a cell, with what is said of it. */
export type DamageHints = Readonly<Record<ExcelDamage, string | null>>;

/** How a language says what Excel has done to a cell. */
export function damageSayings(hints: DamageHints) {
  const damage = (text: string, said = hints): string | null => {
    const kind = excelDamage(text);
    return kind === null ? null : said[kind];
  };
  /** What Excel has done to a cell, if anything, before what may be written there. */
  const damageThen = (text: string, hint: string): string => {
    const done = damage(text);
    return done === null ? hint : `${done} ${hint}`;
  };
  return { damage, damageThen };
}

/** How a language says why the system does not read or write a file: by its words for the system's codes. */
export function systemSayings(words: Readonly<Record<string, string>>): (detail: string) => string {
  return (detail) => (words[detail] === undefined ? detail : `${words[detail]} (${detail})`);
}
