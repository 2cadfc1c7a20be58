import type { Config } from "../config/config.ts";
import type { DocumentCommand } from "../config/document-formats.ts";
import type { Language } from "../locale/locale.ts";
import type { Plan, ReportHeader } from "../model.ts";
import type { Problem } from "../problem/problem.ts";

/** What the shell has to know of a format. */
export interface AnswerFormat {
  /** Read by programs, and so in English unless asked. */
  readonly machine: boolean;
  /** Bytes that no terminal shows. */
  readonly binary?: boolean;
  /** How files in it are called; `null` where only the format's name before the file says it. */
  readonly extension: string | null;
  /** It says which inputs it was made from, with their digests. */
  readonly provenance?: boolean;
}

/** The options that every command with an answer has, as commander hands them over. */
export interface AnswerOptions<Name extends string> {
  readonly plan?: string;
  readonly source?: readonly string[];
  readonly format: Name;
  readonly output?: readonly string[];
  readonly lang?: Language;
  readonly color: boolean;
  /** Errors alone, and a document only where a machine reads it. */
  readonly quiet?: boolean;
}

/** What a command was asked: the arguments that name what is read, and the options. */
export interface Asked<Options> {
  readonly data: readonly string[];
  readonly options: Options;
}

/** With what a command begins its work: what it was asked, with what the config says beside it. */
export interface Begun<Options, PlanOrNone extends Plan | null, Format extends AnswerFormat> extends Asked<Options> {
  readonly config: Config;
  readonly plan: PlanOrNone;
  /** Those of the standard output and of every file. */
  readonly formats: readonly Format[];
}

export interface Rendering {
  readonly language: Language;
  readonly header: ReportHeader | null;
  readonly isFile?: boolean;
  readonly width?: number;
  readonly colour?: boolean;
}

/**
 * What a command answers with: one document, on the standard output and in files, in one of several formats. There is
 * always one, also where the run failed or the arguments made no sense.
 */
export interface AnswerKind<
  Name extends string,
  Document,
  Options extends AnswerOptions<Name>,
  PlanOrNone extends Plan | null = Plan,
  Format extends AnswerFormat = AnswerFormat,
> {
  readonly command: DocumentCommand;
  readonly formats: Readonly<Record<Name, Format>>;
  /** What the standard output shows where it cannot show what was asked. */
  readonly plain: Name;
  /** The plan that the arguments name, of a command that has no option for it. */
  readonly planAmong?: (data: readonly string[]) => string | undefined;
  /** @throws ProblemError where the plan cannot be read, or is needed and not named. */
  readonly loadPlan: (named: string | null, cwd: string) => Promise<PlanOrNone>;
  /** The same document of a run that failed, with what it had found till then. */
  readonly failed: (
    problems: readonly Problem[],
    run: { readonly asked: Asked<Options>; readonly plan: Plan | null; readonly found: Document | null },
  ) => Document;
  readonly render: (
    document: Document,
    format: Name,
    rendering: Rendering,
    options: Options,
  ) => Promise<string | Uint8Array>;
  readonly problemsIn: (document: Document) => readonly Problem[];
  readonly exitCodeOf: (document: Document) => number;
  /** What it was made from: none of it is overwritten. */
  readonly filesRead: (
    asked: Asked<Options>,
    run: {
      readonly config: Config;
      /** `null` where the run failed before it opened anything. */
      readonly found: Document | null;
    },
    cwd: string,
  ) => Promise<readonly string[]>;
  /**
   * Where the document itself lists for people what is wrong with the exports: the same without what is wrong with the
   * command, which alone they read beside it.
   */
  readonly withoutWrong?: (document: Document, wrong: readonly Problem[]) => Document;
}
