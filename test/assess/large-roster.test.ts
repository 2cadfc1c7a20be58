import { expect, test } from "vitest";
import { rosterFiles } from "../../bench/roster.js";
import { assess } from "../../src/assess/assess.ts";
import { calculate } from "../../src/check.ts";
import { loadPlan } from "../../src/load.ts";
import { inFolder } from "../helpers/check-files.ts";

/** A map that counts how often anything in it is looked at. */
class Counted<Key, Value> extends Map<Key, Value> {
  looks = 0;
  override get(key: Key): Value | undefined {
    this.looks++;
    return super.get(key);
  }
  override *[Symbol.iterator](): MapIterator<[Key, Value]> {
    for (const entry of super[Symbol.iterator]()) {
      this.looks++;
      yield entry;
    }
    return undefined;
  }
}

/** How often figures are looked at to assess every agency of a roster. */
async function looksAt(agencies: number): Promise<number> {
  return inFolder(rosterFiles(agencies, { indicators: 2 }), async (cwd) => {
    const plan = await loadPlan("plan.yaml", { cwd });
    const { tally, window, untrusted, assessment } = await calculate({ plan, data: ["counts.csv"], cwd });
    const counted = new Map([...tally.figures].map(([measure, figures]) => [measure, new Counted(figures)]));
    const options = { ...assessment.options, by: "unit" } as const;
    const { results } = assess({ plan, tally: { ...tally, figures: counted }, window, untrusted, options });
    expect(results).toHaveLength(2 * (1 + agencies));
    return [...counted.values()].reduce((sum, { looks }) => sum + looks, 0);
  });
}

test("twice as many agencies are twice the work", async () => {
  const [some, twice] = [await looksAt(40), await looksAt(80)];
  expect(some).toBeGreaterThan(0);
  expect(twice).toBeLessThan(2.1 * some);
});
