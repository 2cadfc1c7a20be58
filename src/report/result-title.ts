import { nameIn } from "../locale/locale.ts";
import type { Words } from "../locale/locale.ts";
import type { Assessment, Result } from "../model.ts";
import { levelOf, unitOf } from "./figures.ts";

/** What a result is of: the indicator, and the level or unit that the plan asks it of. */
export function resultTitle({ name, level, unit }: Result, assessment: Assessment, locale: Words): string {
  const of = unitOf(unit, assessment) ?? levelOf(level, assessment, locale);
  return of === null ? nameIn(name, locale) : `${nameIn(name, locale)} – ${of}`;
}
