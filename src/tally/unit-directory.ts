import type { Plan, Unit } from "../model.ts";
import { foldText } from "../text/fold-text.ts";

/** Who is who: a code in one export and a name in another are one unit. Without a roster, units are learnt as they come. */
export class UnitDirectory {
  readonly #units = new Map<string, Unit>();
  readonly #codes = new Map<string, string>();
  readonly #hasRoster: boolean;

  constructor(roster: Plan["roster"]) {
    this.#hasRoster = roster !== null;
    for (const unit of roster ?? []) {
      this.#units.set(unit.code, unit);
      for (const spelling of [unit.code, unit.name, ...unit.aliases]) this.#codes.set(foldText(spelling), unit.code);
    }
  }

  get units(): ReadonlyMap<string, Unit> {
    return this.#units;
  }

  /** The unit that a text names. One that nobody knows is new; `stranger` where a roster should have known it. */
  resolve(text: string): { readonly unit: Unit; readonly stranger: boolean } {
    const folded = foldText(text);
    const code = this.#codes.get(folded);
    const unit = code === undefined ? undefined : this.#units.get(code);
    if (unit !== undefined) return { unit, stranger: false };
    const learnt: Unit = { code: text, name: text, level: null, aliases: [] };
    this.#units.set(text, learnt);
    this.#codes.set(folded, text);
    return { unit: learnt, stranger: this.#hasRoster };
  }

  /** Notes the level that an export states; the level known so far where it is another one. */
  learnLevel(code: string, level: string): string | null {
    const unit = this.#units.get(code);
    if (unit === undefined) return null;
    if (unit.level === null) this.#units.set(code, { ...unit, level });
    return unit.level === null || unit.level === level ? null : unit.level;
  }

  /** The spellings that could have been meant. */
  spellings(): string[] {
    return [...this.#units.values()].flatMap(({ code, name, aliases }) => [code, name, ...aliases]);
  }
}
