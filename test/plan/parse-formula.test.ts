import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseFormula } from "../../src/plan/parse-formula.ts";
import type { Formula } from "../../src/model.ts";

function valueOf(formula: Formula | string, counts: Readonly<Record<string, number>>): number {
  if (typeof formula === "string") throw new Error(`expected ${formula}`);
  return formula.terms.reduce((sum, { measure, factor }) => sum + factor * (counts[measure] ?? NaN), formula.constant);
}

describe("measures and whole numbers, added and subtracted", () => {
  const counts = { a: 1000, "b.c": 100, d_1: 10 };
  test.each([
    ["a", 1000],
    ["a + b.c - d_1", 1090],
    ["a - (b.c - d_1)", 910],
    ["a - (b.c - (d_1 + 5))", 915],
    ["(a)", 1000],
    ["a+b.c-d_1", 1090],
    ["  a  ", 1000],
    ["a + 5 - 3", 1002],
    ["982", 982],
    ["a - a + d_1", 10],
    ["a + a", 2000],
  ])("%s", (text, value) => expect(valueOf(parseFormula(text), counts)).toBe(value));

  test("the formula is kept as written", () => {
    expect(parseFormula(" a  - b.c ")).toMatchObject({ text: "a  - b.c" });
  });

  test("names may be Vietnamese", () => {
    expect(parseFormula("hồ_sơ.đã_giải_quyết")).toMatchObject({
      terms: [{ measure: "hồ_sơ.đã_giải_quyết", factor: 1 }],
    });
  });

  test.each([
    ["", "operand"],
    ["a +", "operand"],
    ["+ a", "operand"],
    ["a + + b", "operand"],
    ["a b", "operator"],
    ["a 5", "operator"],
    ["5a", "operator"],
    ["(a", ")"],
    ["a)", "operator"],
    ["()", "operand"],
    ["a * b", "operand"],
    ["a / b", "operand"],
    ["1.5", "operand"],
    ["a, b", "operand"],
    ["80%", "operand"],
  ])("%j: a %s was expected", (text, expected) => {
    expect(parseFormula(text)).toBe(expected);
  });

  test("parentheses may be nested a hundred deep, side by side any number of times", () => {
    const nested = (depth: number) => `${"(".repeat(depth)}a${")".repeat(depth)}`;
    expect(valueOf(parseFormula(nested(100)), { a: 7 })).toBe(7);
    expect(parseFormula(nested(101))).toBe("deep");
    expect(parseFormula(nested(20_000))).toBe("deep");
    expect(valueOf(parseFormula(`${"(a) + ".repeat(200)}0`), { a: 1 })).toBe(200);
  });

  test("a constant that is no exact integer is refused", () => {
    expect(valueOf(parseFormula("9007199254740991"), {})).toBe(Number.MAX_SAFE_INTEGER);
    expect(typeof parseFormula("a + 9007199254740993")).toBe("string");
  });

  test("any nesting has the value of plain arithmetic", () => {
    const { formula } = fc.letrec<{ formula: { text: string; value: number }; leaf: { text: string; value: number } }>(
      (tie) => ({
        leaf: fc.oneof(
          fc.constantFrom(...Object.entries(counts)).map(([text, value]) => ({ text, value })),
          fc.integer({ min: 0, max: 99 }).map((value) => ({ text: String(value), value })),
        ),
        formula: fc.oneof(
          { depthSize: "small", withCrossShrink: true },
          tie("leaf"),
          fc.tuple(tie("formula"), fc.constantFrom("+", "-"), tie("formula")).map(([left, sign, right]) => ({
            text: `${left.text} ${sign} (${right.text})`,
            value: sign === "+" ? left.value + right.value : left.value - right.value,
          })),
        ),
      }),
    );
    fc.assert(
      fc.property(formula, ({ text, value }) => {
        expect(valueOf(parseFormula(text), counts)).toBe(value);
      }),
    );
  });
});
