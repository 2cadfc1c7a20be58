import type { Config, OptionValue } from "../config/config.ts";
import type { DocumentCommand } from "../config/document-formats.ts";
import type { Place } from "../model.ts";

/** An option that `chitieu.yaml` can hold as well. */
interface Setting {
  /** As commander hands it over. */
  readonly option: string;
  readonly flag: string;
  /** What holds where nobody says anything; `null`: what the data, the plan or the terminal say. */
  readonly byDefault: OptionValue | null;
  /** Other commands than `check` have it in a section of their own, with another default. */
  readonly apart?: Readonly<Partial<Record<DocumentCommand, OptionValue | null>>>;
}

const TEXT = { validate: "text", explain: "text", trend: "text", diff: "text", lint: "text" } as const;
const NO_FILES = { validate: [], explain: [], trend: [], diff: [], lint: [] } as const;

/**
 * Every option of the commands that answer with a document, by its key in `chitieu.yaml`. A test holds it to the options
 * of the command line and to the schema of the config; what is asked of one run alone stands there.
 */
export const SETTINGS = {
  plan: { option: "plan", flag: "--plan", byDefault: null },
  "source-of": { option: "source", flag: "--source", byDefault: [] },
  "period-of": { option: "periodOf", flag: "--period-of", byDefault: [] },
  encoding: { option: "encoding", flag: "--encoding", byDefault: null },
  hash: { option: "hash", flag: "--hash", byDefault: false },
  timeout: { option: "timeout", flag: "--timeout", byDefault: "600" },
  period: { option: "period", flag: "--period", byDefault: null },
  window: { option: "window", flag: "--window", byDefault: "year-to-date" },
  by: { option: "by", flag: "--by", byDefault: "plan" },
  "as-of": { option: "asOf", flag: "--as-of", byDefault: null },
  incomplete: { option: "incomplete", flag: "--incomplete", byDefault: "provisional" },
  "keep-going": { option: "keepGoing", flag: "--keep-going", byDefault: false },
  "fail-on": {
    option: "failOn",
    flag: "--fail-on",
    byDefault: "missed",
    apart: { validate: "error", lint: "error" },
  },
  format: { option: "format", flag: "--format", byDefault: "table", apart: TEXT },
  outputs: { option: "output", flag: "--output", byDefault: [], apart: NO_FILES },
  language: { option: "lang", flag: "--lang", byDefault: null },
  color: { option: "color", flag: "--color", byDefault: true },
  quiet: { option: "quiet", flag: "--quiet", byDefault: false },
} as const satisfies Record<string, Setting>;

/** A setting with what it is, and who said so. */
export interface Settled {
  readonly key: string;
  readonly flag: string | null;
  readonly value: OptionValue | null;
  readonly from: "command-line" | "config" | "default";
  readonly at: Place | null;
}

/** What every setting of a command is: the command line wins, then `chitieu.yaml`, then the default. */
export function settle(command: DocumentCommand, options: object, config: Config): readonly Settled[] {
  return Object.entries<Setting>(SETTINGS).map(([name, { option, flag, byDefault, apart }]) => {
    const isApart = command !== "check" && apart !== undefined;
    const key = isApart ? `${command}.${name}` : name;
    const given = (options as Readonly<Record<string, OptionValue | undefined>>)[option];
    if (given !== undefined) return { key, flag, value: given, from: "command-line", at: null };
    const said = configured(key, config);
    if (said !== undefined) return { key, flag, value: said, from: "config", at: config.placeOf(key) };
    return { key, flag, value: (isApart ? apart[command] : byDefault) ?? null, from: "default", at: null };
  });
}

function configured(key: string, { plan, language, options }: Config): OptionValue | undefined {
  return options[key] ?? (key === "plan" ? plan : key === "language" ? language : null) ?? undefined;
}

/** Options as the command line alone gives them. */
export type Unsettled<Options> = Partial<Options>;

/** The options of a command, with what the config says of those that the command line leaves open, and the defaults. */
export function withSettings<Options extends object>(
  command: DocumentCommand,
  options: Unsettled<Options>,
  config: Config,
): Options {
  const said = settle(command, options, config).flatMap(({ key, value, from }): [string, OptionValue][] => {
    // Machine formats are English unless the command line asks for another language.
    if (value === null || from === "command-line" || key === "language") return [];
    return [[optionOf(key), value]];
  });
  return { ...options, ...Object.fromEntries(said) } as Options;
}

/** What commands without a document of their own have in common with the others: what the exports are, and for which plan. */
const OF_DATA: ReadonlySet<string> = new Set(["plan", "source-of", "period-of", "encoding", "timeout"]);

/** The options of such a command, with what the config says of the exports and the plan. */
export function withDataSettings<Options extends object>(options: Options, config: Config): Options {
  const said = settle("check", options, config).filter(({ key, from }) => OF_DATA.has(key) && from === "config");
  return { ...options, ...Object.fromEntries(said.map(({ key, value }) => [optionOf(key), value])) };
}

function optionOf(key: string): string {
  return SETTINGS[(key.split(".").at(-1) ?? "") as keyof typeof SETTINGS].option;
}
