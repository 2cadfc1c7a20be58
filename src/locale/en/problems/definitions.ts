import type { AskedShape } from "../../../model.ts";
import { list, wording } from "../../locale.ts";
import type { ProblemWords } from "../../words/problems.ts";
import { KINDS, suggestion } from "./phrases.ts";

/** What is said of definitions in YAML, and rosters. */
export const definitions = {
  "yaml-syntax": ({ kind, detail }) =>
    wording(
      `this is not valid YAML: ${YAML[kind] ?? detail}`,
      YAML_HINTS[kind] ?? "Compare the indentation and quotes with the lines around it.",
    ),
  "key-unknown": ({ key, allowed, nearest }) =>
    wording(`the key “${key}” is not known here`, suggestion(nearest) ?? `Known: ${list(allowed)}.`),
  "key-missing": ({ key, example }) =>
    wording(`the key “${key}” is missing here`, example === undefined ? "Add it." : `Add it, such as ${example}.`),
  "value-wrong": ({ found, expected: words }) =>
    wording(`${FOUND[found] ?? `“${found}”`} is not what is expected here`, `Expected: ${expected(words)}.`),
  "name-unknown": ({ kind, name, allowed, nearest }) =>
    wording(
      name === ""
        ? `a ${KINDS[kind]} is missing here`
        : `the ${KINDS[kind]} “${name}” is not ${kind === "table" ? "there" : "declared"}`,
      suggestion(nearest) ??
        (allowed.length === 0
          ? `No ${KINDS[kind]} is ${kind === "table" ? "there, or none that you may see" : "declared"}${kind === "level" || kind === "group" ? `: declare it in the plan's ${kind}s:` : ""}.`
          : `${kind === "table" ? "There are" : "Declared"}: ${list(allowed)}.`),
    ),
  "formula-wrong": ({ text, expected: what }) =>
    wording(
      `the formula “${text}” cannot be read: ${FORMULA[what] ?? what}`,
      "Join measures and whole numbers by + and -, such as documents.exchanged - documents.secret.",
    ),
  "amount-unreadable": ({ text, write, shape }) =>
    wording(`the target “${text}” cannot be read`, shape === null ? `Write ${write}.` : ASKED[shape](write)),
  "percent-sign-missing": ({ text, write }) =>
    wording(`“${text}” is the target of a ratio and lacks its %`, `Write ${write}.`),
  "percent-sign-unexpected": ({ text, write }) =>
    wording(
      `“${text}” is the target of a count, and a count has no %`,
      `Write ${write}, or give a numerator and a denominator instead of a value.`,
    ),
  "operator-count": ({ found, allowed }) =>
    wording(
      found.length === 0 ? "this target has no operator" : `this target has several operators: ${list(found)}`,
      `Give one of: ${list(allowed)}.`,
    ),
  "value-beside-ratio": ({ key }) =>
    wording(`“${key}” cannot stand beside “value”`, "A count has value; a ratio has numerator and denominator."),
  "milestone-order": ({ until, other, due }) =>
    other === null
      ? wording(
          `the milestone ${until} does not end before the target is due, on ${due}`,
          "Take it away, or say with by: when the target itself is due.",
        )
      : wording(`the milestones ${other} and ${until} end on the same day`, "Keep one of the two."),
  "indicator-twice": ({ id }) =>
    wording(
      `the plan has the indicator “${id}” already`,
      "Put what the decision changes of it under changed: instead, or give the new one another id.",
    ),
  "level-beside-unit": () =>
    wording("a waiver is of a level or of a unit, not of both", "Keep one of the two, or make two waivers."),
  "name-twice": ({ name, first, of }) =>
    wording(
      `“${name}” is already a spelling of “${first}”`,
      {
        unit: "Where one agency takes the place of the other, give the first its `until` and the second its `from`. Where both exist, add a word to one of their names; exports may have its code, or the name with that word.",
        column:
          "A header can belong to one column only: take it out of one of them, or say more of its path (“Tiếp nhận > Tổng số”).",
        category: "A value can belong to one category only: take it out of one of them.",
      }[of],
    ),
  "unit-twice": ({ unit }) =>
    wording(
      `“${unit}” has two rows that hold at the same time`,
      "If it changes during the year, give the first row its `until` and the second its `from`; otherwise remove one.",
    ),
  "parent-wrong": ({ unit, parent, why, periods }) =>
    why === "gone"
      ? wording(
          `“${unit}” stands below “${parent}”, which does not exist in ${list(periods)}`,
          "Give it a row of its own for that time with another parent, or none.",
        )
      : wording(`“${unit}” stands below “${parent}”, which stands below “${unit}”`, "Correct one of the two."),
} satisfies Partial<ProblemWords>;

/** What stands where something else is due, if it is more than one text. */
const FOUND: Readonly<Record<string, string>> = { map: "a map of keys", list: "a list" };

const FORMULA: Readonly<Record<string, string>> = {
  operand: "a measure, a whole number or ( is expected here",
  operator: "+ or - is expected between two measures",
  ")": "a parenthesis is not closed",
  exact: "its constant is past 9,007,199,254,740,991",
  deep: "its parentheses are nested more than 100 deep; leave out those that change nothing",
};

const YAML: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "this key stands twice in the same map",
  TAB_AS_INDENT: "a tab is used for indentation; YAML allows spaces only",
  BAD_INDENT: "the indentation does not fit the lines above",
  BLOCK_AS_IMPLICIT_KEY: "a text with “: ” in it must be quoted",
  MULTILINE_IMPLICIT_KEY: "a key must stand on one line, with its colon",
  MISSING_CHAR: "a quote, bracket or brace is not closed",
  ALIAS_UNKNOWN: "an alias (*name) refers to an anchor (&name) that is not there",
  TOO_DEEP: "the file is nested too deeply",
  MULTIPLE_DOCS: "the file holds several documents (---); one is expected",
  BAD_SCALAR_START: "a text that begins with > | @ % or a backquote must be quoted",
  UNEXPECTED_TOKEN: "this does not belong here; compare the brackets, commas and quotes before it",
  ALIASES: "the file repeats aliases beyond measure",
};

/** What to do about the slips that have a way out of their own. */
const YAML_HINTS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "Keep one of the two.",
  TAB_AS_INDENT: "Replace the tab by spaces.",
  MULTILINE_IMPLICIT_KEY: "Write the key on one line, with a space after its colon.",
  BLOCK_AS_IMPLICIT_KEY: 'Put the whole text between quotes: "…".',
  MISSING_CHAR: "Close the quote or bracket that is opened in this line or above.",
  BAD_SCALAR_START: 'Put the whole text between quotes: "…".',
  MULTIPLE_DOCS: "Keep one here, and give the others files of their own.",
};

/** How a target is written that no cell of a table can say. */
const ASKED: Readonly<Record<AskedShape, (write: string) => string>> = {
  rank: (write) => `A rank is a number of its own: write ${write}, and leave the denominator empty.`,
  task: () => "It has no number: write one, or take the row out of the table and put it under tasks: in the plan.",
  several: () =>
    "One value to a cell: give each level a column of its own (“Target commune”), or write the last value and put the earlier ones under milestones: in the plan.",
  time: () =>
    "It says until when, and not how much: write how much (9, or 100% of a whole), and the time as by: in the plan.",
};

/** The words by which the schemas name what they expect. */
const EXPECTED: Readonly<Record<string, string>> = {
  string: "a text",
  text: "a text",
  output: "a file with an ending that is known, or with its format before it, such as report.docx or json:result",
  object: "a map of keys",
  record: "a map of keys",
  array: "a list",
  list: "a list that is not empty",
  target: "an operator with its value, such as { at-least: 80% }, or one for each level",
  ascending: "the lower end first",
  pair: "a list of two values",
  id: "an id: letters, digits, - and _, beginning with a letter",
  "measure-name": "a measure's name: letters, digits, _ and ., beginning with a letter",
  "column-name": "a column's name: letters, digits and _, beginning with a letter",
  "whole-number": "a whole number",
  date: "a date as YYYY-MM-DD",
  day: "a date (2025-07-01, 1/7/2025) or a period (2025-Q3)",
  names: "names, such as { vi: Cấp tỉnh, en: Province }",
  "year-map": "a label and a first day, such as { label: 2026, starts: 2026-01-01 }",
  applies: "what it applies to, such as { levels: [tinh, xa] }",
  "until-after-from": "a day after from",
  "day-28": "a date on a day from 1 to 28",
  year: "a year of four digits",
  roster: "a CSV file such as units.csv (in Excel: save as “CSV UTF-8”)",
  period: "a period such as 2022-Q3, 2022-H1 or 2022-03",
  "period-or-date": "a period such as 2022-Q3, or a date as YYYY-MM-DD",
  "database-url": "an address such as postgres://USER@HOST/DATABASE, without a password",
  "record-rule": "a rule such as { count: all } or { sum: column }",
  rate: "the ratio of two columns, or of sums in parentheses, such as online / received or (early + on_time) / settled",
  balance: "an equation of columns, such as total = online + direct, or carried = previous pending",
  "sum-of-columns": "a sum of columns, such as online + direct",
};

function expected(words: string): string {
  return words
    .split(" | ")
    .map((word) => EXPECTED[word] ?? word)
    .join(" or ");
}
