import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { problemGroups, problemsPage } from "../../scripts/problems-page.ts";
import { problems as en } from "../../src/locale/en/problems.ts";
import { problems as vi } from "../../src/locale/vi/problems.ts";
import { foundProblems } from "../helpers/found-problems.ts";
import { runCase } from "../helpers/run-case.ts";

/**
 * Every code has a folder in fixtures/invalid that triggers it and nothing else: a case (see test/cases.test.ts) whose
 * `expected.json` says the place of its first problem and the exit code. `UPDATE_CASES=1 npx vitest run
 * test/problem/every-code.test.ts` rewrites it; read the diff.
 */
const ROOT = path.resolve(import.meta.dirname, "../..");
const INVALID = path.join(ROOT, "fixtures/invalid");
const updating = process.env["UPDATE_CASES"] === "1";

const folders = readdirSync(INVALID);
const codes = Object.keys(en);

describe.each(folders)("%s", (code) => {
  const folder = path.join(INVALID, code);

  test("is what its folder has, and nothing else", async () => {
    const run = await runCase(folder, { root: ROOT, more: ["--lang", "en"] });
    const problems = foundProblems(run);
    expect([...new Set(problems.map((found) => found.code))]).toEqual([code]);
    const file = path.join(folder, "expected.json");
    const found = `${JSON.stringify({ at: problems[0]?.at, exit: run.exit }, null, 2)}\n`;
    if (updating) writeFileSync(file, found);
    expect(found).toBe(readFileSync(file, "utf8"));
  });

  test("says the same in Vietnamese", async () => {
    const [english, vietnamese] = await Promise.all(
      ["en", "vi"].map((language) => runCase(folder, { root: ROOT, more: ["--lang", language] })),
    );
    const [one = [], other = []] = [english, vietnamese].map((run) => (run === undefined ? [] : foundProblems(run)));
    expect(other.map(({ at }) => at)).toEqual(one.map(({ at }) => at));
    // As many lines: where one language knows a way out, so does the other.
    expect(other.map(({ text }) => text.split("\n").length)).toEqual(one.map(({ text }) => text.split("\n").length));
    expect(vietnamese?.exit).toBe(english?.exit);
  });
});

test("every code has its folder, and its section in docs/problems.md", () => {
  const page = readFileSync(path.join(ROOT, "docs/problems.md"), "utf8");
  const sections = [...page.matchAll(/^### (.*)$/gmu)].map(([, code = ""]) => code);
  expect(new Set(folders)).toEqual(new Set(codes));
  expect(new Set(sections)).toEqual(new Set(codes));
});

test("the catalogue is what both languages word, in its groups", () => {
  const grouped = problemGroups(ROOT).flatMap((group) => group.codes);
  expect(new Set<string>(grouped)).toEqual(new Set(codes));
  expect(new Set(Object.keys(vi))).toEqual(new Set(codes));
});

test("docs/problems.md is current: otherwise `npm run docs:problems`", async () => {
  expect(readFileSync(path.join(ROOT, "docs/problems.md"), "utf8")).toBe(await problemsPage(ROOT));
}, 30_000);
