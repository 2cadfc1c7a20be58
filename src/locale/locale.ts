import type { Name } from "../model.ts";
import type { Language } from "./languages.ts";
import type { DiffWords } from "./words/diff.ts";
import type { DocumentWords } from "./words/document.ts";
import type { ExplainWords } from "./words/explain.ts";
import type { FindingWords } from "./words/findings.ts";
import type { HtmlWords } from "./words/html.ts";
import type { PlanWords } from "./words/plans.ts";
import type { ProblemWords, Wording } from "./words/problems.ts";
import type { ProgressWords } from "./words/progress.ts";
import type { ReportWords } from "./words/reports.ts";
import type { RosterWords } from "./words/roster.ts";
import type { SettingWords } from "./words/settings.ts";
import type { SourceWords } from "./words/sources.ts";
import type { TrendWords } from "./words/trend.ts";
import type { Words } from "./words/words.ts";

export { LANGUAGES } from "./languages.ts";
export type { Language } from "./languages.ts";
export type { Words } from "./words/words.ts";
export type { Wording } from "./words/problems.ts";

/** What only some runs say, by what it speaks of. */
interface Parts {
  readonly diff: DiffWords;
  readonly document: DocumentWords;
  readonly explain: ExplainWords;
  readonly findings: FindingWords;
  readonly html: HtmlWords;
  readonly plans: PlanWords;
  readonly problems: ProblemWords;
  readonly progress: ProgressWords;
  readonly reports: ReportWords;
  readonly roster: RosterWords;
  readonly settings: SettingWords;
  readonly sources: SourceWords;
  readonly trend: TrendWords;
}

/** What is said to people in one language: what every run says, and the parts that this one may say as well. */
export type Locale<Part extends PartName = PartName> = Words & Pick<Parts, Part>;

export const PART_NAMES = [
  "diff",
  "document",
  "explain",
  "findings",
  "html",
  "plans",
  "problems",
  "progress",
  "reports",
  "roster",
  "settings",
  "sources",
  "trend",
] as const;
export type PartName = (typeof PART_NAMES)[number];

/** One file for each, in every language, with the same words: what one of them lacks does not compile. */
type Files = { readonly words: () => Promise<{ readonly words: Words }> } & {
  readonly [Part in PartName]: () => Promise<Pick<Parts, Part>>;
};

const FILES: Readonly<Record<Language, Files>> = {
  vi: {
    words: () => import("./vi/words.ts"),
    diff: () => import("./vi/diff.ts"),
    document: () => import("./vi/document.ts"),
    explain: () => import("./vi/explain.ts"),
    findings: () => import("./vi/findings.ts"),
    html: () => import("./vi/html.ts"),
    plans: () => import("./vi/plans.ts"),
    problems: () => import("./vi/problems.ts"),
    progress: () => import("./vi/progress.ts"),
    reports: () => import("./vi/reports.ts"),
    roster: () => import("./vi/roster.ts"),
    settings: () => import("./vi/settings.ts"),
    sources: () => import("./vi/sources.ts"),
    trend: () => import("./vi/trend.ts"),
  },
  en: {
    words: () => import("./en/words.ts"),
    diff: () => import("./en/diff.ts"),
    document: () => import("./en/document.ts"),
    explain: () => import("./en/explain.ts"),
    findings: () => import("./en/findings.ts"),
    html: () => import("./en/html.ts"),
    plans: () => import("./en/plans.ts"),
    problems: () => import("./en/problems.ts"),
    progress: () => import("./en/progress.ts"),
    reports: () => import("./en/reports.ts"),
    roster: () => import("./en/roster.ts"),
    settings: () => import("./en/settings.ts"),
    sources: () => import("./en/sources.ts"),
    trend: () => import("./en/trend.ts"),
  },
};

/** Loads the words of every run, and the parts that are named: the table of an ordinary run needs none. */
export async function loadWords<Part extends PartName>(
  language: Language,
  parts: readonly Part[],
): Promise<Locale<Part>> {
  const files = FILES[language];
  const [{ words }, ...loaded] = await Promise.all([files.words(), ...parts.map((part) => files[part]())]);
  return Object.assign({ ...words }, ...loaded) as Locale<Part>;
}

/** Loads all that a language has. */
export async function loadLocale(language: Language): Promise<Locale> {
  return loadWords(language, PART_NAMES);
}

export function wording(message: string, hint: string | null = null): Wording {
  return { message, hint };
}

/** Items in a row, as many as a reader takes in; those with a comma of their own stand in quotes. */
export function list(items: readonly string[]): string {
  const shown = items.slice(0, 12).map((item) => (item.includes(",") ? `“${item}”` : item));
  return `${shown.join(", ")}${items.length > 12 ? ", …" : ""}`;
}

/** A whole number with the language's grouping. */
export function formatCount(count: number | bigint, { group }: Pick<Words, "group">): string {
  return count.toString().replaceAll(/\B(?=(?:\d{3})+$)/g, group);
}

/** Decimal text with the language's decimal mark. */
export function formatDecimal(text: string, { decimal }: Pick<Words, "decimal">): string {
  return text.replaceAll(".", decimal);
}

export function nameIn(name: Name, { language }: Pick<Words, "language">): string {
  return name[language];
}
