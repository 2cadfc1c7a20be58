import { levelsIn } from "../model.ts";
import type { Plan, Unit, UnitName } from "../model.ts";
import { foldText } from "../text/fold-text.ts";
import { Candidates } from "../text/nearest.ts";
import type { Months } from "../text/period.ts";
import { bearersIn } from "./name-bearers.ts";
import type { Bearers, Days } from "./name-bearers.ts";
import { unaccented } from "../text/unaccented.ts";

/** Who is who: a code in one export and a name in another are one unit. Without a roster, units are learnt as they come. */
export class UnitDirectory {
  readonly #units = new Map<string, Unit>();
  readonly #codes = new Map<string, string>();
  /** Units that bear a spelling one after the other, by that spelling. */
  readonly #shared = new Map<string, readonly Unit[]>();
  readonly #spellings: Candidates;
  readonly #roster: ReadonlySet<string> | null;
  #slugs: readonly Slug[] | null = null;

  constructor({ roster, indicators }: Pick<Plan, "roster" | "indicators">) {
    this.#spellings = new Candidates((roster ?? []).flatMap(({ code, name, aliases }) => [code, name, ...aliases]));
    this.#roster = roster === null ? null : new Set(roster.map(({ code }) => code));
    for (const unit of roster ?? []) {
      this.#units.set(unit.code, unit);
      for (const spelling of new Set([unit.code, unit.name, ...unit.aliases].map(foldText))) {
        const other = this.#units.get(this.#codes.get(spelling) ?? "");
        if (other === undefined) this.#codes.set(spelling, unit.code);
        else this.#shared.set(spelling, [...(this.#shared.get(spelling) ?? [other]), unit]);
      }
    }
    // Without a roster, the units that the plan names are known by the plan's spelling.
    for (const { targets, applies } of roster === null ? indicators : []) {
      for (const { unit } of targets) if (unit !== null) this.#learn(unit);
      for (const unit of applies.units ?? []) this.#learn(unit);
    }
  }

  get units(): ReadonlyMap<string, Unit> {
    return this.#units;
  }

  /** Whether several units bear a name one after the other, so that only a time tells which of them is meant. */
  isShared(text: string): boolean {
    return this.#shared.size > 0 && this.#shared.has(foldText(text));
  }

  /** The unit that a text names in some days (`null`: at any time), if it is known by now and is but one. */
  known(text: string, days: Days | null): Unit | null {
    const found = this.#bearers(text, days);
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  /** Whether a text names a unit of the roster, at whatever time. */
  isRosteredName(text: string): boolean {
    return this.isRostered(this.#codes.get(foldText(text)) ?? "");
  }

  /** The unit that a text names in some days, or all that it could be; one that nobody knows is new. */
  resolve(text: string, days: Days | null): Unit | Bearers {
    if (!this.isShared(text)) return this.#units.get(this.#codes.get(foldText(text)) ?? "") ?? this.#learn(text);
    const among = this.#bearers(text, days);
    const [only] = among;
    return only !== undefined && among.length === 1 ? only : { text, among };
  }

  #learn(text: string): Unit {
    const known = this.#units.get(this.#codes.get(foldText(text)) ?? "");
    if (known !== undefined) return known;
    const learnt: Unit = { code: text, name: text, level: null, aliases: [], terms: null };
    this.#units.set(text, learnt);
    this.#codes.set(foldText(text), text);
    return learnt;
  }

  #bearers(text: string, days: Days | null): readonly Unit[] {
    const folded = foldText(text);
    const shared = this.#shared.get(folded);
    if (shared !== undefined) return bearersIn(days, folded, shared);
    const known = this.#units.get(this.#codes.get(folded) ?? "");
    return known === undefined ? [] : [known];
  }

  /**
   * The unit of a whole file: the one that says it reports; else the one that titles and names agree on. A letterhead
   * names the agency above as well, and then only the reporter's own word decides.
   */
  find(names: readonly UnitName[], days: Days | null): Unit | Bearers | null {
    const reporter = names.find(({ as }) => as === "reporter");
    if (reporter !== undefined) return this.resolve(reporter.text, days);
    if (this.#roster === null) return null;
    const named = names.flatMap(({ text, as }) => {
      const among = this.#bearers(text, days).filter(({ code }) => this.isRostered(code));
      const found = among.length === 0 && as === "path" ? this.#within(text, days) : { text, among };
      return found.among.length === 0 ? [] : [found];
    });
    const [likeliest] = [...named].sort((a, b) => a.among.length - b.among.length);
    const [unit] = likeliest?.among ?? [];
    if (likeliest === undefined || unit === undefined) return null;
    if (!named.every(({ among }) => among.includes(unit))) return null;
    return likeliest.among.length === 1 ? unit : likeliest;
  }

  /** The units whose code, or whose longest name of several words, stands in a file's name. */
  #within(text: string, days: Days | null): Bearers {
    const words = `-${slugOf(text)}-`;
    let found: readonly Slug[] = [];
    this.#slugs ??= this.#slugsOf();
    for (const one of this.#slugs) {
      if (one.slug.length < (found[0]?.slug.length ?? 1) || !words.includes(`-${one.slug}-`)) continue;
      found = one.slug.length === found[0]?.slug.length ? [...found, one] : [one];
    }
    const among = new Set(found.flatMap(({ spelling }) => this.#bearers(spelling, days)));
    return { text: found[0]?.spelling ?? text, among: [...among] };
  }

  #slugsOf(): readonly Slug[] {
    return [...this.#units.values()].flatMap(({ code, name, aliases }) =>
      [code, name, ...aliases].flatMap((spelling) => {
        const slug = slugOf(spelling);
        // A number could be that of a month, and a single word that of a place.
        const isTelling = spelling === code ? /\p{L}/u.test(code) : slug.includes("-");
        return isTelling ? [{ slug, spelling }] : [];
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

/** A spelling as file names write it. */
interface Slug {
  readonly slug: string;
  readonly spelling: string;
}

/** A text as file names write it: "so-y-te". */
function slugOf(text: string): string {
  return unaccented(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}
