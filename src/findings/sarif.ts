import type { Location, Log, Notification, ReportingDescriptor, Result } from "sarif";
import type { Locale } from "../locale/locale.ts";
import type { Place, Validation } from "../model.ts";
import type { Problem, ProblemCode } from "../problem/problem.ts";
import { wordingOf } from "../problem/wording-of.ts";
import type { FindingsContext } from "./formats.ts";

/**
 * SARIF 2.1.0, which code hosts show as findings of a scan. Its levels are called as our severities are. What stands
 * nowhere is wrong with the run: a notification, and no result.
 */
export function render({ problems: all, exit }: Validation, { locale, version }: FindingsContext): string {
  const problems = all.filter(({ at }) => at !== null);
  const notifications = all.filter(({ at }) => at === null);
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "chitieu", version, rules: codes.map((code) => ruleOf(code, problems)) } },
        invocations: [
          {
            executionSuccessful: exit.reason !== "wrong-usage",
            exitCode: exit.code,
            ...(notifications.length > 0 && {
              toolConfigurationNotifications: notifications.map((one) => notificationOf(one, locale)),
            }),
          },
        ],
        columnKind: "unicodeCodePoints",
        results: problems.map((one) => resultOf(one, codes, locale)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(code: ProblemCode, problems: readonly Problem[]): ReportingDescriptor {
  const level = problems.find((one) => one.code === code)?.severity;
  return { id: code, ...(level !== undefined && { defaultConfiguration: { level } }) };
}

function notificationOf(one: Problem, locale: Locale): Notification {
  return { descriptor: { id: one.code }, level: one.severity, message: { text: textOf(one, locale) } };
}

function textOf(one: Problem, locale: Locale): string {
  const { message, hint } = wordingOf(one, locale);
  return hint === null ? message : `${message}\n${hint}`;
}

function resultOf(one: Problem, codes: readonly ProblemCode[], locale: Locale): Result {
  return {
    ruleId: one.code,
    ruleIndex: codes.indexOf(one.code),
    level: one.severity,
    message: { text: textOf(one, locale) },
    ...(one.at !== null && { locations: [locationOf(one.at, one.excerpt?.length)] }),
    ...(one.related.length > 0 && { relatedLocations: one.related.map((place) => locationOf(place)) }),
    ...(one.rows > 1 && { occurrenceCount: one.rows }),
  };
}

/** A line and column of a text; a cell of a workbook, which has none, by its name. */
function locationOf(at: Place, length?: number): Location {
  const artifactLocation = { uri: uriOf(at.file) };
  if (at.in === "text") {
    const { line: startLine, column: startColumn } = at;
    const end = length === undefined || length < 1 ? {} : { endColumn: startColumn + length };
    return { physicalLocation: { artifactLocation, region: { startLine, startColumn, ...end } } };
  }
  const name = at.in === "sheet" ? `${at.sheet}!${at.cell}` : at.in === "database" ? at.row : null;
  return {
    physicalLocation: { artifactLocation },
    ...(name !== null && { logicalLocations: [{ fullyQualifiedName: name }] }),
  };
}

/** A path as a relative reference; on another drive than the working folder's it is absolute. */
function uriOf(file: string): string {
  const drive = /^[A-Za-z]:(?=\/)/.exec(file)?.[0] ?? "";
  const encoded = file.slice(drive.length).split("/").map(encodeURIComponent).join("/");
  return drive === "" ? encoded : `file:///${drive}${encoded}`;
}
