import { list, wording } from "../../locale.ts";
import type { ProblemWords } from "../../words/problems.ts";
import { KINDS, suggestion } from "./phrases.ts";

/** What is said of what is doubtful in a valid plan. */
export const doubts = {
  "quote-missing": ({ kind, name }) =>
    wording(
      `the ${KINDS[kind]} “${name}” has none of the plan's own words`,
      "Quote them in text:, so that a reader can hold the two against each other, or say in note: why they are not quoted.",
    ),
  "quote-without-target": ({ value, quoted }) =>
    wording(
      `the target is ${value}, but the quoted text says ${list(quoted)}`,
      "Mend the number; what a later decision asks is quoted in its own text:, and a target that is a reading of your own is named in note:.",
    ),
  "name-missing": ({ kind, name }) =>
    wording(
      `the ${KINDS[kind]} “${name}” has no name, so reports show this id`,
      "Give it a name with vi: and, if you can, with en:.",
    ),
  "names-untranslated": ({ language, names, first }) =>
    wording(
      `${names === 1 ? "1 name has" : `${names} names have`} no ${language === "en" ? "English" : "Vietnamese"}, the first is that of “${first}”`,
      `Reports in ${language === "en" ? "English" : "Vietnamese"} will use the other language's; add it with ${language}:.`,
    ),
  "declared-unused": ({ kind, name }) =>
    wording(
      `the ${KINDS[kind]} “${name}” is declared, and used nowhere`,
      "Take it away, or see whether it is missing somewhere under another name.",
    ),
  "level-unreported": ({ level, reported }) =>
    wording(
      `the roster has no agency at the level “${level}”, so nobody will report for it`,
      reported.length > 0
        ? `Levels with agencies: ${list(reported)}.`
        : "Add agencies to the roster, or take the level away.",
    ),
  "source-lacks-measure": ({ source, measure, nearest }) =>
    wording(
      `the source “${source}” does not supply the measure “${measure}”`,
      suggestion(nearest) ?? `chitieu source show ${source} lists what it supplies.`,
    ),
  "measures-without-source": ({ measures }) =>
    wording(
      `no source supplies ${list(measures)}`,
      "They can be given as plain counts (period, unit, level, measure, count), or describe a source of your own in sources:.",
    ),
  "target-unreachable": ({ target }) =>
    wording(
      `no figures can meet the target “${target}”`,
      "A rate lies between 0 and 100%; where the numerator may exceed the denominator, say over-100: true.",
    ),
  "target-always-met": ({ target }) =>
    wording(`any figures meet the target “${target}”`, "Look at its number and its operator again."),
  "milestone-harder": ({ until, value, next, following }) =>
    wording(
      `the milestone until the end of ${until} (${value}) is harder to meet than what follows (${next}: ${following})`,
      "Look at the numbers again: what is asked mostly becomes harder until the target is due.",
    ),
  "waivers-overlap": ({ indicator, level, unit, until, document, other, lasts }) =>
    wording(
      `the waiver ${document} of ${indicator}${(unit ?? level) ? ` (${unit ?? level})` : ""} until ${until} adds nothing: ${other} covers the same until ${lasts}`,
      "Reports name the one that lasts longest. Where it was extended, keep one with the later until: and both numbers in document:; otherwise correct its level, unit or until.",
    ),
  "ratio-constant": ({ formula }) =>
    wording(
      `numerator and denominator are both “${formula}”, so the rate is always 100%`,
      "Look at the numerator or the denominator again.",
    ),
  "natures-mixed": ({ numerator, denominator, flow }) =>
    wording(
      `this ratio holds what came during the year against what is there at its end (“${numerator}” and “${denominator}”)`,
      `“${flow}” is added up over the periods; if it is a stock, say accumulate: last.`,
    ),
  "indicators-alike": ({ indicator, other }) =>
    wording(
      `“${indicator}” has the same formula and target as “${other}”`,
      "Take one of them away, or mend the formula that was copied.",
    ),
  "shares-over-100": ({ indicators, sum }) =>
    wording(
      `${list(indicators)} are separate parts of one denominator, and their targets add up to ${sum}%`,
      "They cannot all be met: most likely each has a denominator of its own.",
    ),
} satisfies Partial<ProblemWords>;
