import { list, wording } from "../../locale.ts";
import type { ProblemWords } from "../../words/problems.ts";
import { suggestion, systemSays } from "./phrases.ts";

/** What is said of the command line and the config. */
export const usage = {
  "option-wrong": ({ option, value, allowed }) =>
    wording(
      value === "" ? `${option} has no value` : `${option} cannot be “${value}”`,
      `Write it like: ${list(allowed)}.`,
    ),
  usage: ({ kind, detail, command, names: [name = "", value = ""], allowed, nearest }) =>
    wording(
      USAGE[kind]?.(name, value) ?? detail,
      suggestion(nearest) ??
        (allowed.length > 0
          ? `Allowed: ${list(allowed)}.`
          : `${["chitieu", command, "--help"].filter(Boolean).join(" ")} lists the ${command === "" ? "commands" : "arguments"} and options.`),
    ),
  "plan-not-named": ({ by, shipped }) =>
    wording(
      "no plan is named",
      `Name one ${by === "option" ? "with --plan" : "behind the command"}, or as plan: in chitieu.yaml: a shipped one (${list(shipped)}) or a file of your own.`,
    ),
  "year-not-named": ({ file, example }) =>
    wording(
      `nothing says which year the plan “${file}” is for`,
      `Say it with --year 2026, or in the file's name: ${example}.`,
    ),
  "plan-not-found": ({ plan, shipped, nearest }) =>
    wording(
      `there is no plan “${plan}”: neither a shipped one nor a file`,
      suggestion(nearest) ?? `Shipped: ${list(shipped)}.`,
    ),
  "source-not-found": ({ source, shipped, nearest }) =>
    wording(
      `there is no source “${source}”: neither a shipped one nor a file`,
      suggestion(nearest) ?? `Shipped: ${list(shipped)}.`,
    ),
  "indicator-not-yet": ({ indicator, effective, document }) =>
    wording(
      `the indicator “${indicator}” was not yet part of the plan in this period: ${document} adds it from ${effective} on`,
      `Ask for ${effective} or a later period with --period.`,
    ),
  "data-not-named": () =>
    wording(
      "no data are named",
      "Name files or folders after the command, or as data: in chitieu.yaml; - is standard input.",
    ),
  "data-not-found": ({ argument, nearest }) =>
    wording(
      `nothing was found at “${argument}”`,
      suggestion(nearest) ?? "Name a file, a folder, a pattern such as exports/**/*.csv, or - for standard input.",
    ),
  "file-not-read": ({ option, file, nearest }) =>
    wording(
      `${option} names “${file}”, which is not read in this run`,
      suggestion(nearest) ??
        "It says something of a file only: name the file among the exports as well, or leave the option out.",
    ),
  "data-empty": ({ argument }) =>
    wording(
      `there is no export in the folder “${argument}”`,
      "Exports end in .csv, .tsv, .txt, .xlsx, .xlsm, .xls or .gz; names that begin with ~$, . or _ are skipped.",
    ),
  "assessment-wrong": ({ what, found, path }) =>
    wording(
      what === "json"
        ? "the file is no JSON"
        : what === "format"
          ? `an assessment, chitieu/assessment@1, is needed, and this file ${found === "" ? "states no format" : `is “${found}”`}`
          : `the assessment is not built as it should be${path === "" ? "" : `, at ${path}`}`,
      "Make it again with this version: chitieu check … -o FILE.json.",
    ),
  "not-comparable": ({ what }) =>
    wording(
      `${what === "folder" ? "this is a folder" : "this is an export"}, and only plans and assessments can be compared`,
      "Assess each of the two first: chitieu check DATA -o before.json, and so on; then compare the JSON files. Over exports, two plans are compared: chitieu diff PLAN PLAN DATA.",
    ),
  "kinds-differ": ({ plan, assessment }) =>
    wording(
      `“${plan}” is a plan and “${assessment}” an assessment`,
      "Compare two plans with each other, or two assessments.",
    ),
  "exports-not-needed": ({ assessment }) =>
    wording(
      `“${assessment}” is an assessment, and has its verdicts already; exports change nothing in it`,
      "Leave the exports and --period out, or compare two plans over them.",
    ),
  "address-wrong": ({ address }) =>
    wording(
      `“${address}” is no address of a database`,
      "Write it like: postgres://USER@HOST:5432/DATABASE, clickhouse://HOST/DATABASE. In a user, a password or a database write / as %2F, ? as %3F, # as %23, @ as %40 and % as %25; PGPASSWORD and CLICKHOUSE_PASSWORD hold a password as it is.",
    ),
  "table-not-named": ({ database }) =>
    wording(
      `which table of ${database} holds the export is not said`,
      "Name it with --table, or in chitieu.yaml under databases.",
    ),
  "password-not-set": ({ variable }) =>
    wording(
      `the environment has no ${variable}, which should hold the password`,
      `Set ${variable} before the command; a password belongs into no file.`,
    ),
  "output-unwritable": ({ detail }) =>
    wording(
      `the file cannot be written: ${systemSays(detail)}; an older one, if there is one, stays as it was`,
      detail === "ENOENT"
        ? "Make the folder first, or choose another one."
        : detail === "EEXIST"
          ? "Choose another name, or remove the file that is there."
          : "Close it where it is open in Excel or Word, check permissions and free space, or choose another name.",
    ),
  "output-twice": ({ formats }) =>
    wording(
      `-o names this file ${formats.length} times${new Set(formats).size === 1 ? "" : ` (${list(formats)})`}`,
      new Set(formats).size === 1 ? "Name it once." : "A file holds one format: give each a file of its own.",
    ),
  "output-is-input": () => wording("the output would overwrite a file that is read", "Choose another name for it."),
  "period-of-other-year": ({ period, year }) =>
    wording(
      `${period} is not in the plan's year ${year}`,
      `Ask for a period such as ${year}-Q1, ${year}-H1 or ${year}.`,
    ),
} satisfies Partial<ProblemWords>;

/** What commander finds wrong, by its codes. */
const USAGE: Readonly<Record<string, (name: string, value: string) => string>> = {
  "commander.unknownOption": (name) => `there is no option ${name}`,
  "commander.unknownCommand": (name) => `there is no command “${name}”`,
  "commander.optionMissingArgument": (name) => `the option ${name} needs a value`,
  "commander.invalidArgument": (name, value) => `the option ${name} cannot be “${value}”`,
  "argument-wrong": (name, value) => `the argument “${name}” cannot be “${value}”`,
  "commander.missingArgument": (name) => `the argument “${name}” is missing`,
  "commander.conflictingOption": (name, value) => `the options ${name} and ${value} exclude each other`,
  "commander.excessArguments": (name) => `there are too many arguments for ${name}`,
};
