import type { NameKind } from "../../../problem/problem.ts";
import { damageSayings, systemSayings } from "../../sayings.ts";
import type { DamageHints } from "../../sayings.ts";

export const KINDS: Readonly<Record<NameKind, string>> = {
  level: "level",
  group: "group",
  measure: "measure",
  indicator: "indicator",
  task: "task",
  unit: "unit",
  column: "column",
  category: "category",
  source: "source",
  target: "indicator or task",
  table: "table",
};

/** What systems say of files, by their codes. */
const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EACCES: "permission is lacking",
  EEXIST: "there is a file of that name already",
  EPERM: "the system does not allow it",
  EBUSY: "another program is using it",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is no folder",
  ENOSPC: "the disk is full",
  EROFS: "the disk is read-only",
};

export function suggestion(nearest: string | null): string | null {
  return nearest === null ? null : `Did you mean “${nearest}”?`;
}

export function ofUnit(unit: string | null): string {
  return unit === null ? "" : ` of ${unit}`;
}

/** Cells that Excel has changed, and no longer holds as they were typed. */
export const DAMAGE: DamageHints = {
  "short-date": "Excel has made a date of what was typed: format the column as Text, then type it again.",
  date: "This is a date: either the columns have slipped, or Excel has made it of what was typed; then format the column as Text and type it again.",
  "day-number": null,
  scientific:
    "Excel has written it with an exponent, which drops digits: in the original workbook, format the column as Number without decimals and save again.",
  formula: "This is the error of a formula: correct the formula in the original workbook and save again.",
  width: "The column in Excel is too narrow for its value: widen it and save again.",
};

export const { damage, damageThen } = damageSayings(DAMAGE);

/** Why the system does not read or write a file. */
export const systemSays = systemSayings(SYSTEM);
