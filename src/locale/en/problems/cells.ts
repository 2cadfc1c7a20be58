import { list, wording } from "../../locale.ts";
import type { ProblemWords } from "../../words/problems.ts";
import { DAMAGE, damage, damageThen, ofUnit, suggestion } from "./phrases.ts";

/** What is said of cells. */
export const cells = {
  "count-unreadable": ({ text }) => wording(`“${text}” is not a count`, countHint(text)),
  "count-missing": () =>
    wording(
      "a count is missing here",
      'Write 0 for none. Where nothing was reported, leave the row out, or let the source say missing: [""].',
    ),
  "count-too-large": ({ text }) =>
    wording(`“${text}” is too large: counts are exact up to 9,007,199,254,740,991`, "Check the number of digits."),
  "sum-too-large": ({ of }) =>
    wording(`the sum of “${of}” is past 9,007,199,254,740,991`, "Look for a count with too many digits."),
  "date-unreadable": ({ text }) =>
    wording(
      `“${text}” is not a date`,
      damage(text, DATE_DAMAGE) ?? "A date is written 31/3/2022 or 2022-03-31, and must be in the calendar.",
    ),
  "percent-unreadable": ({ text }) =>
    wording(
      `“${text}” is not a percent from 0% to 100%`,
      damageThen(text, "Write it with its sign: 60%, 95,5% or 95.5%."),
    ),
  "category-unknown": ({ text, allowed }) =>
    wording(
      text === "" ? "a value is missing here" : `the value “${text}” is not declared for this column`,
      damageThen(text, `Declared: ${list(allowed)}. Another one is added in the source, under values.`),
    ),
  "cell-missing": () => wording("this cell must not be empty", "Fill it in, or correct the export."),
  "measure-unknown": ({ text, nearest }) =>
    wording(
      `the plan has no measure “${text}”; its rows are not used`,
      damage(text) ??
        suggestion(nearest) ??
        "If the plan needs it, declare it there under measures; otherwise the rows may stay.",
    ),
  "task-unknown": ({ text, nearest }) =>
    wording(
      `the plan has no task “${text}”`,
      damage(text) ?? suggestion(nearest) ?? "Write the task's id or its name, as the plan has it.",
    ),
  "level-unknown": ({ text, allowed }) =>
    wording(`the plan has no level “${text}”`, damageThen(text, `Its levels: ${list(allowed)}.`)),
  "level-missing": ({ unit, allowed, nearest }) =>
    wording(
      `nothing says at which level “${unit}” is`,
      suggestion(nearest) ?? `Add a level column (${list(allowed)}), or put the unit on the plan's roster.`,
    ),
  "level-disagrees": ({ unit, one, other }) =>
    wording(`“${unit}” is stated at two levels: ${one} and ${other}`, "Correct the export or the roster."),
  "unit-outside-term": ({ unit, period, terms }) =>
    wording(
      `“${unit}” reports for ${period}, when it does not exist: the roster has it ${terms.map(termOf).join(", ")}`,
      "Correct from or until in the roster; or report the figure under the unit that took over, or for an earlier period.",
    ),
  "figure-across-levels": ({ unit, period, levels }) =>
    wording(
      `the figure of “${unit}” for ${period} reaches over a change of its level (${levels.join(" → ")})`,
      "The plan asks each level for its own: report the time before and after the change apart.",
    ),
  "unit-ambiguous": ({ text, period, units }) =>
    wording(
      `“${text}” is the name of several agencies${period === null ? "" : ` in ${period}`}: ${units.map(({ unit, terms }) => `${unit} (${terms.map(termOf).join(", ")})`).join(", ")}`,
      `Write the code, such as “${units.at(-1)?.unit}”, instead of the name${period === null ? "." : ", or report the time of each apart."}`,
    ),
  "unit-unknown": ({ text, nearest }) =>
    wording(
      `“${text}” is not on the plan's roster; it counts as a unit of its own`,
      damage(text) ?? suggestion(nearest) ?? "Add it to the roster, or as an alias of a unit there.",
    ),
  "blank-withholds": ({ measure, unit }) =>
    wording(
      `this cell is blank, so that ${measure}${ofUnit(unit)} counts as not reported`,
      "Write 0 if there were none, or fill in what is missing.",
    ),
  "text-lost": ({ text }) =>
    wording(
      `“${text}” has characters that a wrong decoder has lost`,
      "Export the original again as Unicode: they cannot be recovered.",
    ),
  "unit-damaged": ({ text }) => wording(`“${text}” is an error of Excel, and no name of a unit`, damage(text)),
  "unit-unnamed": () =>
    wording(
      "nothing says which unit this file is of",
      "Write “Đơn vị: …” in a title row; if the plan has a roster (units), the file or its folder may be named by the code or name of the unit instead.",
    ),
} satisfies Partial<ProblemWords>;

/** A stretch of days, either end of which may be open. */
function termOf({ from, until }: { readonly from: string | null; readonly until: string | null }): string {
  if (from === null) return until === null ? "always" : `until ${until}`;
  return until === null ? `from ${from}` : `from ${from} until ${until}`;
}

const DATE_DAMAGE: typeof DAMAGE = {
  ...DAMAGE,
  "short-date": "Excel shows this date in short: format the column as dd/mm/yyyy and save again.",
  date: null,
  "day-number": "This is the number that Excel has for a day: format the column as dd/mm/yyyy and save again.",
};

/** How counts are written, for one that is not. */
function countHint(text: string): string {
  const done = damage(text);
  if (done !== null) return done;
  if (/^\d{1,3}(?:,\d{3})+$/.test(text.trim()))
    return "A count is written 1234, 1.234 or 1 234; 1,234 only where the source says thousands: “,”.";
  if (/^\d{1,3}\.\d{1,3}$/.test(text.trim()))
    return "A count has no fraction. If 1.900 became 1.9, a program has taken the point for a decimal mark, and 2.000 became 2 unnoticed: go back to the original, and have the columns read as Text.";
  return "A count is a whole number, 0 or more, written 1234, 1.234 or 1 234.";
}
