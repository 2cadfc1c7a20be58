import type { Locale } from "../locale/locale.ts";
import type { Validation } from "../model.ts";
import { formatPlace } from "../problem/format-place.ts";
import type { Problem } from "../problem/problem.ts";
import { wordingOf } from "../problem/wording-of.ts";
import { groupBy } from "../text/group-by.ts";
import { xmlAttribute, xmlText } from "../text/xml.ts";
import type { FindingsContext } from "./formats.ts";

/** JUnit XML as Jenkins reads it: a suite for each file; in it a test for each problem, or one that passes. */
export function render(validation: Validation, { locale }: FindingsContext): string {
  const { inputs, problems } = validation;
  const found = groupBy(problems, ({ at }) => at?.file ?? "chitieu");
  const files = new Set([...inputs.map(({ file }) => file), ...found.keys()]);
  const suites = [...files].map((file) => suiteOf(file, found.get(file) ?? [], validation, locale));
  const total = (count: (suite: Suite) => number) => suites.reduce((sum, suite) => sum + count(suite), 0);
  const counts = `tests="${total(({ tests }) => tests)}" failures="${total(({ failures }) => failures)}" errors="0"`;
  const body = suites.map(({ xml }) => xml).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="chitieu validate" ${counts}>\n${body}</testsuites>\n`;
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly xml: string;
}

function suiteOf(file: string, problems: readonly Problem[], validation: Validation, locale: Locale): Suite {
  const isFailure = ({ severity }: Problem) =>
    severity === "error" || (severity === "warning" && validation.failOn === "warning");
  const cases =
    problems.length === 0
      ? [`    <testcase classname="${xmlAttribute(file)}" name="${xmlAttribute(file)}"/>\n`]
      : problems.map((one) => caseOf(file, one, isFailure(one), locale));
  const failures = problems.filter(isFailure).length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0"`;
  const xml = `  <testsuite name="${xmlAttribute(file)}" ${counts}>\n${cases.join("")}  </testsuite>\n`;
  return { tests: cases.length, failures, xml };
}

/** What does not decide the exit code is told by a test that passes. */
function caseOf(file: string, one: Problem, fails: boolean, locale: Locale): string {
  const { message, hint } = wordingOf(one, locale);
  const place = one.at === null ? "" : formatPlace(one.at);
  const name = `${one.code}${place === "" || place === file ? "" : ` ${place.slice(file.length + 1)}`}`;
  const rows = one.rows > 1 ? ` (${locale.rows(one.rows)})` : "";
  const text = `${place === "" ? "" : `${place}: `}${locale.severities[one.severity]}: ${message}${rows}`;
  const body = xmlText(hint === null ? text : `${text}\n${hint}`);
  const outcome = fails
    ? `<failure type="${one.code}" message="${xmlAttribute(message)}">${body}</failure>`
    : `<system-out>${body}</system-out>`;
  return `    <testcase classname="${xmlAttribute(file)}" name="${xmlAttribute(name)}">\n      ${outcome}\n    </testcase>\n`;
}
