import type { PlanWords } from "../words/plans.ts";
import { count } from "./phrases.ts";

export const plans: PlanWords = {
  labels: {
    id: "Id",
    issuer: "Issued by",
    issued: "Issued on",
    year: "Year",
    levels: "Levels",
    units: "Agencies",
    measures: "Measures",
    asks: "Asks for",
    indicator: "Indicator",
    task: "Task",
    text: "The plan's words",
    formula: "Formula",
    target: "Target",
    note: "Note",
    cites: "Cites",
    excludes: "Leaves out",
    applies: "Applies to",
    lowBase: "Low base below a denominator of",
    advisory: "Advisory: never decides the exit code",
    over100: "May exceed 100%",
    fixed: "Fixed",
    noGroup: "In no group",
  },
  sizes: (indicators, tasks) =>
    `${count(indicators)} ${indicators === 1 ? "indicator" : "indicators"}, ${count(tasks)} ${tasks === 1 ? "task" : "tasks"}`,
  due: (period) => `by the end of ${period}`,
  milestone: (until, value) => `${value} until the end of ${until}`,
  accumulate: {
    sum: "added up over the periods",
    first: "as the year opens",
    last: "as in the last period",
    distinct: "counted once in the year",
  },
  scope: (levels, units, from, until) =>
    [
      ...(levels.length > 0 ? [`levels ${levels.join(", ")}`] : []),
      ...(units.length > 0 ? [`agencies ${units.join(", ")}`] : []),
      ...(from === null ? [] : [`from ${from}`]),
      ...(until === null ? [] : [`until the end of ${until}`]),
    ].join("; "),
  linted: (some) => `${count(some)} ${some === 1 ? "plan" : "plans"}`,
  counted: (errors, warnings, notes) =>
    `${count(errors)} ${errors === 1 ? "error" : "errors"}, ${count(warnings)} ${warnings === 1 ? "warning" : "warnings"}, ${count(notes)} ${notes === 1 ? "note" : "notes"}`,
  exits: {
    "wrong-usage": "a plan or the command is not valid",
    warning: "there are warnings",
    "errors-tolerated": "a plan has errors, and that was to be tolerated",
    "no-errors": "no errors in the plan",
  },
};
