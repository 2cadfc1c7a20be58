import { nameIn } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { Assessment, Report, Result, TaskResult, Verdict } from "../model.ts";
import { formatPlace } from "../problem/format-place.ts";
import type { Problem } from "../problem/problem.ts";
import { wordingOf } from "../problem/wording-of.ts";
import { printable } from "../text/printable.ts";
import { xmlAttribute, xmlText } from "../text/xml.ts";
import type { RenderContext } from "./formats.ts";
import { planGroups } from "./plan-groups.ts";
import { resultTitle } from "./result-title.ts";
import { resultSentence } from "./sentences.ts";

/** What a test of JUnit can come to. */
type Outcome = "passed" | "failure" | "error" | "skipped";

interface Test {
  readonly name: string;
  readonly outcome: Outcome;
  /** What kind of outcome, and what is said of it. */
  readonly type: string;
  readonly text: string;
}

/** JUnit XML as Jenkins reads it: a suite for each group of the plan, a test for each target, and one for the data. */
export function render({ assessment }: Report, { locale }: RenderContext<"problems" | "reports">): string {
  const { plan, results } = assessment;
  const suites = [
    ...dataSuite(assessment, locale),
    ...planGroups({ ...assessment, results: results.filter(({ scope }) => scope === "target") }).map((group) => ({
      name: group.name === null ? (plan?.title ?? "chitieu") : nameIn(group.name, locale),
      tests: [
        ...group.results.map((result) => targetTest(result, assessment, locale)),
        ...group.tasks.map((task) => taskTest(task, locale)),
      ],
    })),
  ];
  const counts = countsOf(suites.flatMap(({ tests }) => tests));
  const body = suites.map(({ name, tests }) => suiteXml(printable(name), tests, plan?.id ?? "chitieu")).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="chitieu check" ${counts}>\n${body}</testsuites>\n`;
}

const OUTCOMES: Readonly<Record<Verdict, Outcome>> = {
  met: "passed",
  missed: "failure",
  invalid: "error",
  "no-data": "skipped",
  "not-applicable": "skipped",
  "not-scored": "skipped",
};

/** What decides nothing fails nothing. */
function targetTest(result: Result, assessment: Assessment, locale: Locale<"problems" | "reports">): Test {
  const decides = !result.flags.includes("waived") && !result.flags.includes("advisory");
  const outcome = OUTCOMES[result.verdict];
  return {
    name: `${result.indicator}: ${resultTitle(result, assessment, locale)}`,
    outcome: decides || outcome === "passed" ? outcome : "skipped",
    type: result.reason ?? result.verdict,
    text: resultSentence(result, assessment, locale),
  };
}

function taskTest({ task, name, state }: TaskResult, locale: Locale<"problems" | "reports">): Test {
  const text = state === null ? locale.taskUnreported : locale.states[state];
  return { name: `${task}: ${nameIn(name, locale)}`, outcome: "skipped", type: "not-scored", text };
}

/** The problems of the data, and first that nothing was assessed, where that is so. */
function dataSuite({ problems, results, options, exit }: Assessment, locale: Locale<"problems" | "reports">) {
  const outcomes = {
    error: "error",
    warning: options.failOn === "warning" ? "failure" : "passed",
    note: "passed",
  } as const;
  const tests = [
    ...(results.length === 0 ? [unassessed(locale, exit.reason)] : []),
    ...problems.map((one) => problemTest(one, outcomes[one.severity], locale)),
  ];
  return tests.length === 0 ? [] : [{ name: locale.reports.labels.problems, tests }];
}

function unassessed(locale: Locale<"problems" | "reports">, reason: Assessment["exit"]["reason"]): Test {
  return { name: locale.notAssessed, outcome: "error", type: reason, text: locale.exits[reason] };
}

function problemTest(one: Problem, outcome: Outcome, locale: Locale<"problems" | "reports">): Test {
  const { message, hint } = wordingOf(one, locale);
  const place = one.at === null ? "" : formatPlace(one.at);
  const text = `${message}${one.rows > 1 ? ` (${locale.rows(one.rows)})` : ""}${hint === null ? "" : ` – ${hint}`}`;
  return { name: `${one.code}${place === "" ? "" : ` ${place}`}`, outcome, type: one.code, text };
}

function countsOf(tests: readonly Test[]): string {
  const of = (outcome: Outcome) => tests.filter((test) => test.outcome === outcome).length;
  return `tests="${tests.length}" failures="${of("failure")}" errors="${of("error")}"`;
}

function suiteXml(name: string, tests: readonly Test[], plan: string): string {
  const cases = tests.map(({ name: test, outcome, type, text }) => {
    const words = printable(text);
    const said =
      outcome === "passed"
        ? `<system-out>${xmlText(words)}</system-out>`
        : outcome === "skipped"
          ? `<skipped>${xmlText(words)}</skipped>`
          : `<${outcome} type="${xmlAttribute(type)}" message="${xmlAttribute(words)}"/>`;
    const attributes = `classname="${xmlAttribute(plan)}" name="${xmlAttribute(printable(test))}"`;
    return `    <testcase ${attributes}>\n      ${said}\n    </testcase>\n`;
  });
  const skipped = tests.filter(({ outcome }) => outcome === "skipped").length;
  const attributes = `name="${xmlAttribute(name)}" ${countsOf(tests)} skipped="${skipped}"`;
  return `  <testsuite ${attributes}>\n${cases.join("")}  </testsuite>\n`;
}
