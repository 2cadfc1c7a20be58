import { describe, expect, test } from "vitest";
import { EXIT_CODES, exitOf, validationExit } from "../src/exit-code.ts";
import { FAIL_ON } from "../src/model.ts";
import type { Flag, Result, Verdict } from "../src/model.ts";
import { problem } from "../src/problem/problem.ts";

type Given =
  Verdict | { readonly verdict: Verdict; readonly flags?: readonly Flag[]; readonly scope?: Result["scope"] };

/** Results of which only what decides the exit code is given. */
function results(...given: readonly Given[]): Result[] {
  return given.map((one) => {
    const { verdict, flags = [], scope = "target" } = typeof one === "string" ? { verdict: one } : one;
    return { verdict, flags, scope } as unknown as Result;
  });
}

const ERROR = problem("count-missing", {});
const WARNING = problem("unit-unknown", { text: "x", nearest: null });
const NOTE = problem("file-skipped", { why: "name" });

describe("the ladder of --fail-on", () => {
  const LADDER: readonly [name: string, results: Result[], problems: (typeof ERROR)[], codes: readonly number[]][] = [
    ["all met", results("met", "met"), [], [0, 0, 0, 0]],
    ["one missed", results("met", "missed"), [], [0, 1, 1, 1]],
    ["one without data", results("met", "no-data"), [], [0, 0, 4, 4]],
    ["a warning", results("met"), [WARNING], [0, 0, 0, 5]],
    ["a note", results("met"), [NOTE], [0, 0, 0, 0]],
    ["an error", results("met"), [ERROR], [3, 3, 3, 3]],
    ["one invalid", results("met", "invalid"), [], [3, 3, 3, 3]],
    ["nothing at all", results(), [], [4, 4, 4, 4]],
    ["nothing but no data", results("no-data", "no-data"), [], [4, 4, 4, 4]],
    ["nothing applicable", results("not-applicable", "not-scored"), [], [4, 4, 4, 4]],
    ["one not applicable beside one met", results("met", "not-applicable"), [], [0, 0, 0, 0]],
    ["a miss not yet due", results({ verdict: "missed", flags: ["interim"] }), [], [0, 1, 1, 1]],
    ["a provisional miss", results({ verdict: "missed", flags: ["provisional"] }), [], [0, 1, 1, 1]],
    ["an advisory miss", results("met", { verdict: "missed", flags: ["advisory"] }), [], [0, 0, 0, 0]],
    ["a waived miss", results("met", { verdict: "missed", flags: ["waived"] }), [], [0, 0, 0, 0]],
    ["a waived miss alone", results({ verdict: "missed", flags: ["waived"] }), [], [0, 0, 0, 0]],
    ["advisory without data", results("met", { verdict: "no-data", flags: ["advisory"] }), [], [0, 0, 0, 0]],
    ["a miss in the breakdown", results("met", { verdict: "missed", scope: "breakdown" }), [], [0, 0, 0, 0]],
    ["nothing but a breakdown", results({ verdict: "met", scope: "breakdown" }), [], [4, 4, 4, 4]],
  ];

  test.each(LADDER)("%s", (_, given, problems, codes) => {
    expect(FAIL_ON.map((failOn) => exitOf(given, problems, { failOn }).code)).toEqual(codes);
  });
});

describe("where several hold, the first of 3, 1, 4, 5", () => {
  test.each([
    ["untrusted-data", 3, results("missed", "no-data", "invalid"), [ERROR, WARNING]],
    ["missed", 1, results("missed", "no-data"), [WARNING]],
    ["no-data", 4, results("met", "no-data"), [WARNING]],
    ["warning", 5, results("met"), [WARNING]],
    ["none-missed", 0, results("met"), [NOTE]],
  ] as const)("%s", (reason, code, given, problems) => {
    expect(exitOf(given, problems, { failOn: "warning" })).toEqual({ reason, code });
  });

  test("a bug comes before wrong usage, and that before the rest", () => {
    expect([...new Set(Object.values(EXIT_CODES))]).toEqual([70, 2, 3, 1, 4, 5, 0]);
  });
});

describe("of a validation", () => {
  test.each([
    [[], "error", 0, "no-errors"],
    [[NOTE], "warning", 0, "no-errors"],
    [[WARNING], "error", 0, "no-errors"],
    [[WARNING], "warning", 5, "warning"],
    [[WARNING], "never", 0, "no-errors"],
    [[ERROR], "error", 3, "untrusted-data"],
    [[ERROR, WARNING], "warning", 3, "untrusted-data"],
    [[ERROR], "never", 0, "errors-tolerated"],
  ] as const)("%# with --fail-on %s: %i", (problems, failOn, code, reason) => {
    expect(validationExit(problems, failOn)).toEqual({ code, reason });
  });
});
