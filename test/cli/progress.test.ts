import { expect, test } from "vitest";
import { watchFor } from "../../src/cli/progress.ts";
import { loadWords } from "../../src/locale/locale.ts";
import type { Language } from "../../src/locale/locale.ts";
import type { Step } from "../../src/read/watch.ts";

const MB = 1_000_000;
const opening = (file: string, done: number, total: number | null): Step => ({ doing: "opening", file, done, total });
const folding = (file: string, done: number, total: number): Step => ({ doing: "folding", file, done, total });

/** What a terminal shows at each of the steps that are taken at these times (in milliseconds). */
async function shownAt(
  steps: readonly (readonly [at: number, step: Step])[],
  { language = "en", columns = 80 }: { readonly language?: Language; readonly columns?: number } = {},
): Promise<string[]> {
  const shown: string[] = [];
  let time = 0;
  const watch = watchFor(language, { showStatus: (line) => shown.push(line(columns)) }, () => time);
  for (const [at, step] of steps) {
    time = at;
    watch(step);
    // The words are loaded meanwhile.
    await import("../../src/cli/progress-line.ts");
    await loadWords(language, ["progress"]);
    await new Promise(setImmediate);
  }
  return shown;
}

test("a file that is being unpacked, with its share, its rate and the time that is left", async () => {
  const steps = [0, 1000, 2000, 4000].map((at) => [at, opening("a.csv.gz", (at / 1000) * 50 * MB, 1000 * MB)] as const);
  expect(await shownAt(steps)).toEqual([
    "10% · 50 MB/s · 18 s left — opening a.csv.gz",
    "20% · 50 MB/s · 16 s left — opening a.csv.gz",
  ]);
  expect(await shownAt(steps, { language: "vi" })).toContain("20% · 50 MB/giây · còn 16 giây — đang mở a.csv.gz");
});

test("all files that are folded, as one", async () => {
  const steps = [
    [0, folding("a.csv", 0, 600 * MB)],
    [0, folding("b.csv", 0, 1400 * MB)],
    [1000, folding("a.csv", 300 * MB, 600 * MB)],
    [2000, folding("a.csv", 600 * MB, 600 * MB)],
    [4000, folding("b.csv", 600 * MB, 1400 * MB)],
  ] as const;
  expect(await shownAt(steps)).toEqual([
    "30% · 300 MB/s · 5 s left — reading a.csv",
    "60% · 300 MB/s · 3 s left — reading b.csv",
  ]);
});

test("of what comes from a pipe nobody knows the share, and of a workbook nothing", async () => {
  const piped = [1000, 2000, 3000].map((at) => [at, opening("-", (at / 1000) * 80 * MB, null)] as const);
  expect(await shownAt(piped)).toEqual(["160 MB · 80 MB/s — opening -", "240 MB · 80 MB/s — opening -"]);
  expect(
    await shownAt([
      [1000, opening("a.xlsx", 0, null)],
      [1500, opening("b.xlsx", 0, null)],
    ]),
  ).toEqual(["opening b.xlsx"]);
});

test("a run that takes no second shows nothing, and one that takes longer no more lines than can be read", async () => {
  const at = (time: number) => [time, opening("a.csv.gz", time * MB, 5000 * MB)] as const;
  expect(await shownAt([at(0), at(500), at(999)])).toEqual([]);
  expect(await shownAt([at(1000), at(1200), at(1210), at(1390), at(1400)])).toHaveLength(2);
});

test("a line takes one line of the terminal, and says minutes where there are many", async () => {
  const name = "số liệu một cửa điện tử của các huyện, thị xã/2022-Q1.csv";
  const steps = [1000, 2000].map((at) => [at, opening(name, at * 1000, 1000 * MB)] as const);
  const [line = ""] = await shownAt(steps, { columns: 60 });
  expect(line).toBe("0% · 1 MB/s · 17 min left — opening số liệu một cửa điện t…");
  expect(line.length).toBeLessThan(61);
  expect(await shownAt(steps, { language: "vi", columns: 40 })).toEqual(["0% · 1 MB/giây · còn 17 phút — đang mở…"]);
});

test("a name cannot steer the terminal", async () => {
  const steps = [1000, 2000].map((at) => [at, opening("a\u001B[2J\n.csv", 0, null)] as const);
  expect(await shownAt(steps)).toEqual(["opening a�[2J .csv"]);
});
