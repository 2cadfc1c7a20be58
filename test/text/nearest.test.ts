import fc from "fast-check";
import { distance } from "fastest-levenshtein";
import { expect, test } from "vitest";
import { foldText } from "../../src/text/fold-text.ts";
import { Candidates, nearest } from "../../src/text/nearest.ts";

/** What is meant by it, without any shortcut. */
function nearestOfAll(text: string, candidates: readonly string[]): string | null {
  const most = Math.max(2, Math.floor(foldText(text).length / 3));
  const steps = candidates.map((candidate) => distance(foldText(text), foldText(candidate)));
  const least = Math.min(...steps);
  const misspelt = least > most ? null : (candidates[steps.indexOf(least)] ?? null);
  const begun = candidates.filter((candidate) => foldText(candidate).startsWith(foldText(text)));
  const [only = null] = begun.length === 1 && foldText(text).length >= 3 ? begun : [];
  return least <= 1 ? misspelt : (only ?? misspelt);
}

test("the first of the nearest, whatever is passed over", () => {
  const text = fc.string({ unit: fc.constantFrom(..."abcxyzăđộ 1"), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), fc.array(text, { maxLength: 20 }), (texts, all) => {
      const candidates = new Candidates(all);
      for (const one of texts) expect(candidates.nearest(one)).toBe(nearestOfAll(one, all));
    }),
  );
});

test("nothing is near a text that nobody could have meant", () => {
  expect(nearest("Sở Nội vu", ["Sở Y tế", "Sở Nội vụ"])).toBe("Sở Nội vụ");
  expect(nearest("Ban Quản lý dự án", ["Sở Y tế", "Sở Nội vụ"])).toBeNull();
});

test("what one candidate alone begins with is it cut short, unless another is a letter away", () => {
  expect(nearest("lang", ["plan", "language"])).toBe("language");
  expect(nearest("documents.elec", ["documents.sent", "documents.electronic"])).toBe("documents.electronic");
  expect(nearest("plane", ["plan", "planetary"])).toBe("plan");
  expect(nearest("docu", ["documents.sent", "documents.electronic"])).toBeNull();
});

test("candidates are looked through once for each text", () => {
  let looks = 0;
  const spellings = Array.from({ length: 3000 }, (_, index) => `Xã số ${index}`);
  const counted = { [Symbol.iterator]: () => (looks++, spellings[Symbol.iterator]()) };
  const candidates = new Candidates(counted);
  for (let index = 0; index < 500; index++) expect(candidates.nearest(`Xả số ${index % 5}`)).toBe(`Xã số ${index % 5}`);
  expect(looks).toBe(1);
});
