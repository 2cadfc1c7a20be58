import { levelsIn } from "../model.ts";
import type { Plan, Unit, UnitName } from "../model.ts";
import { foldText } from "../text/fold-text.ts";
import { Candidates } from "../text/nearest.ts";
import type { Months } from "../text/period.ts";
import { unaccented } from "../text/unaccented.ts";

/** Who is who: a code in one export and a name in another are one unit. Without a roster, units are learnt as they come. */
export class UnitDirectory {
  readonly #units = new Map<string, Unit>();
  readonly #codes = new Map<string, string>();
  readonly #spellings: Candidates;
  readonly #roster: ReadonlySet<string> | null;
  #slugs: readonly { readonly slug: string; readonly code: string }[] | null = null;

  constructor({ roster, indicators }: Pick<Plan, "roster" | "indicators">) {
    this.#spellings = new Candidates((roster ?? []).flatMap(({ code, name, aliases }) => [code, name, ...aliases]));
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

  /** The unit that a text names, if it is known by now. */
  known(text: string): Unit | null {
    return this.#units.get(this.#codes.get(foldText(text)) ?? "") ?? null;
  }

  /** The unit that a text names; one that nobody knows is new. */
  resolve(text: string): Unit {
    const known = this.known(text);
    if (known !== null) return known;
    const folded = foldText(text);
    const learnt: Unit = { code: text, name: text, level: null, aliases: [], terms: null };
    this.#units.set(text, learnt);
    this.#codes.set(folded, text);
    return learnt;
  }

  /**
   * The unit of a whole file: the one that says it reports; else the one that titles and names agree on. A letterhead
   * names the agency above as well, and then only the reporter's own word decides.
   */
  find(names: readonly UnitName[]): Unit | null {
    const reporter = names.find(({ as }) => as === "reporter");
    if (reporter !== undefined) return this.resolve(reporter.text);
    if (this.#roster === null) return null;
    const named = names.flatMap(({ text, as }) => {
      const code = this.#codes.get(foldText(text)) ?? (as === "path" ? this.#within(text) : undefined);
      return code !== undefined && this.#roster?.has(code) ? [code] : [];
    });
    const codes = new Set(named);
    return codes.size === 1 ? (this.#units.get([...codes][0] ?? "") ?? null) : null;
  }

  /** The code of the unit whose code, or whose longest name of several words, stands in a file's name. */
  #within(text: string): string | undefined {
    const words = `-${slugOf(text)}-`;
    let found: { readonly slug: string; readonly code: string } | undefined;
    this.#slugs ??= this.#slugsOf();
    for (const { slug, code } of this.#slugs) {
      if (words.includes(`-${slug}-`) && slug.length > (found?.slug.length ?? 0)) found = { slug, code };
    }
    return found?.code;
  }

  #slugsOf(): readonly { readonly slug: string; readonly code: string }[] {
    return [...this.#units.values()].flatMap(({ code, name, aliases }) =>
      [code, name, ...aliases].flatMap((spelling) => {
        const slug = slugOf(spelling);
        // A number could be that of a month, and a single word that of a place.
        const isTelling = spelling === code ? /\p{L}/u.test(code) : slug.includes("-");
        return isTelling ? [{ slug, code }] : [];
      }),
    );
  }

  /** Whether a roster should have known the unit, and does not. */
  isStranger(code: string): boolean {
    return this.#roster !== null && !this.#roster.has(code);
  }

  isRostered(code: string): boolean {
    return this.#roster?.has(code) ?? false;
  }

  /** Notes the level that an export states for some months; the level known so far where it is another one. */
  learnLevel(code: string, level: string, months: Months): string | null {
    const unit = this.#units.get(code);
    if (unit === undefined) return null;
    if (unit.level === null) this.#units.set(code, { ...unit, level });
    const known = levelsIn(unit, months);
    return unit.level === null || known.length === 0 || known.includes(level) ? null : (known[0] ?? unit.level);
  }

  /** The spelling of the roster that could have been meant. */
  nearest(text: string): string | null {
    return this.#spellings.nearest(text);
  }
}

/** A text as file names write it: "so-y-te". */
function slugOf(text: string): string {
  return unaccented(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}
