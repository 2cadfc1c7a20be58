import { TASK_STATES, VERDICTS } from "../model.ts";
import type { Assessment, Result } from "../model.ts";
import { nameIn } from "../locale/locale.ts";
import type { Words } from "../locale/locale.ts";
import { printable } from "../text/printable.ts";
import { wrap } from "../text/width.ts";
import { waiverLines } from "./decisions.ts";
import type { RenderContext } from "./formats.ts";

/** How many of those who did not report are named in a line. */
const MOST_NAMED = 3;

/** What a reader takes away, fitted to a width. */
export function renderSummary(
  assessment: Assessment,
  { locale, width }: Pick<RenderContext<never>, "locale" | "width">,
): string {
  return summaryLines(assessment, locale)
    .map((line) => wrap(line, width, "  "))
    .join("\n");
}

/** Every tally, what is provisional or waived and why, and the reason of the exit code. */
export function summaryLines(assessment: Assessment, locale: Words): string[] {
  const { problems, exit } = assessment;
  const count = (severity: string) => problems.filter((one) => one.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  return [
    ...(assessment.results.length > 0 ? [talliesLine(assessment, locale)] : []),
    ...assessment.results
      .filter(({ scope, flags }) => scope === "target" && flags.includes("provisional"))
      .map((result) => provisionalLine(result, assessment, locale)),
    ...waiverLines(assessment, locale),
    ...(errors + warnings > 0 ? [locale.counts(errors, warnings)] : []),
    locale.exitCode(exit.code, locale.exits[exit.reason]),
  ];
}

function talliesLine({ summary, tasks }: Assessment, locale: Words): string {
  const counted = VERDICTS.filter(
    (verdict) => verdict !== "not-scored" && (summary[verdict] > 0 || verdict === "met" || verdict === "missed"),
  );
  const verdicts = counted.map((verdict) => `${summary[verdict]} ${locale.verdicts[verdict]}`);
  const states = TASK_STATES.map((state) => ({ state, count: tasks.filter((task) => task.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${locale.states[state]}`);
  const ofTasks =
    tasks.length === 0
      ? []
      : [
          `${tasks.length} ${tasks.length === 1 ? locale.task : locale.tasks}${states.length > 0 ? ` (${states.join(", ")})` : ""}`,
        ];
  const waived = summary.waived > 0 ? [`${summary.waived} ${locale.flags.waived}`] : [];
  return `${locale.total}: ${[...verdicts, ...waived, ...ofTasks].join(" · ")}`;
}

function provisionalLine({ name, level, coverage }: Result, { units, plan }: Assessment, locale: Words): string {
  const levelName = level === null ? undefined : plan?.levels[level];
  const title = [name, ...(levelName === undefined ? [] : [levelName])].map((one) => nameIn(one, locale)).join(" – ");
  const named = coverage.missing.slice(0, MOST_NAMED).map(({ unit, periods }) => {
    const who = unit === null ? locale.whole : (units.get(unit)?.name ?? unit);
    return `${who} (${periods.map((period) => locale.period(period)).join(", ")})`;
  });
  const more = coverage.missing.length > MOST_NAMED ? [locale.more(coverage.missing.length - MOST_NAMED)] : [];
  const why = locale.missing(coverage.missing.length, coverage.expected, coverage.basis);
  return printable(`${locale.provisional}: ${title}: ${why}: ${[...named, ...more].join("; ")}`);
}
