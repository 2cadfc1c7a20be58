import type { Plan, Unit } from "../model.ts";
import { foldText } from "../text/fold-text.ts";

/** Who is who: a code in one export and a name in another are one unit. Without a roster, units are learnt as they come. */
export class UnitDirectory {
  readonly #units = new Map<string, Unit>();
  readonly #codes = new Map<string, string>();
  readonly #spellings: readonly string[];
  readonly #roster: ReadonlySet<string> | null;

  constructor({ roster, indicators }: Pick<Plan, "roster" | "indicators">) {
    this.#spellings = (roster ?? []).flatMap(({ code, name, aliases }) => [code, name, ...aliases]);
    this.#roster = roster === null ? null : new Set(roster.map(({ code }) => code));
    for (const unit of roster ?? []) {
      this.#units.set(unit.code, unit);
      for (const spelling of [unit.code, unit.name, ...unit.aliases]) this.#codes.set(foldText(spelling), unit.code);
    }
    // Without a roster, the units that the plan names are known by the plan's spelling.
    for (const { targets, applies } of roster === null ? indicators : []) {
      for (const { unit } of targets) if (unit !== null) this.resolve(unit);
      for (const unit of applies.units ?? []) this.resolve(unit);
    }
  }

  get units(): ReadonlyMap<string, Unit> {
    return this.#units;
  }

  /** The unit that a text names; one that nobody knows is new. */
  resolve(text: string): Unit {
    const folded = foldText(text);
    const unit = this.#units.get(this.#codes.get(folded) ?? "");
    if (unit !== undefined) return unit;
    const learnt: Unit = { code: text, name: text, level: null, aliases: [] };
    this.#units.set(text, learnt);
    this.#codes.set(folded, text);
    return learnt;
  }

  /** Whether a roster should have known the unit, and does not. */
  isStranger(code: string): boolean {
    return this.#roster !== null && !this.#roster.has(code);
  }

  /** Notes the level that an export states; the level known so far where it is another one. */
  learnLevel(code: string, level: string): string | null {
    const unit = this.#units.get(code);
    if (unit === undefined) return null;
    if (unit.level === null) this.#units.set(code, { ...unit, level });
    return unit.level === null || unit.level === level ? null : unit.level;
  }

  /** The spellings of the roster, which could have been meant. */
  spellings(): readonly string[] {
    return this.#spellings;
  }
}
