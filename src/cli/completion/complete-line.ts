import type { Argument, Command, Option } from "commander";

/** What may stand at the cursor. */
export interface Candidate {
  readonly value: string;
  readonly description: string;
}

export interface Completion {
  /** Those that the word begins. */
  readonly candidates: readonly Candidate[];
  /** Whether the shell completes names of files instead. */
  readonly files: boolean;
  /** So much of the word stays: what is completed stands behind it, as in `--plan=…`. */
  readonly kept: string;
}

/** What a value stands for, by how the definition of its option or argument calls it: `plan` in `--plan <plan>`. */
export interface Meaning {
  readonly values?: (given: Given, word: string) => Promise<readonly Candidate[]>;
  /** A file may be named too, where no value fits. */
  readonly files?: boolean;
  /** A file is named behind this. */
  readonly filesBehind?: string;
}
export type Meanings = Readonly<Record<string, Meaning>>;

/** The values of the options before the cursor, as commander calls them. */
export type Given = Readonly<Record<string, string>>;

/** Completes the last of the words, by the definition of the commands: there is no second list of anything. */
export async function completeLine(
  program: Command,
  words: readonly string[],
  meanings: Meanings,
): Promise<Completion> {
  const word = words.at(-1) ?? "";
  const { command, given, operands, awaiting, onlyOperands } = stateAfter(program, words.slice(0, -1));
  if (awaiting !== null) return completeValue(awaiting, { word, kept: "", given, meanings });
  if (word.startsWith("-") && !onlyOperands) {
    const [name = "", ...rest] = word.split("=");
    const option = rest.length === 0 ? undefined : optionsOf(command).find(({ long }) => long === name);
    if (option === undefined) return { candidates: begun(optionNames(command), word), files: false, kept: "" };
    return completeValue(option, { word: rest.join("="), kept: `${name}=`, given, meanings });
  }
  const inner = operands === 0 ? begun(commandNames(command), word) : [];
  if (inner.length > 0) return { candidates: inner, files: false, kept: "" };
  const { registeredArguments } = command;
  const last = registeredArguments.at(-1);
  const argument = registeredArguments[operands] ?? (last?.variadic === true ? last : undefined);
  if (argument !== undefined) return completeValue(argument, { word, kept: "", given, meanings });
  const isUnknown = operands > 0 && command.commands.length > 0;
  return { candidates: isUnknown ? [] : begun(optionNames(command), word), files: false, kept: "" };
}

/** Where the words lead. */
interface State {
  readonly command: Command;
  readonly given: Given;
  /** How many arguments of the command there are. */
  readonly operands: number;
  /** The option whose value comes next. */
  readonly awaiting: Option | null;
  readonly onlyOperands: boolean;
}

function stateAfter(program: Command, words: readonly string[]): State {
  let state: State = { command: program, given: {}, operands: 0, awaiting: null, onlyOperands: false };
  for (const word of words) state = afterWord(state, word);
  return state;
}

function afterWord(state: State, word: string): State {
  const { command, awaiting, given } = state;
  if (awaiting !== null) {
    return { ...state, awaiting: null, given: { ...given, [awaiting.attributeName()]: word } };
  }
  if (word === "--") return { ...state, onlyOperands: true };
  if (word.startsWith("-") && word !== "-" && !state.onlyOperands) return afterOption(state, word);
  const inner = state.operands === 0 ? command.commands.find((one) => one.name() === word) : undefined;
  return inner === undefined ? { ...state, operands: state.operands + 1 } : { ...state, command: inner };
}

function afterOption(state: State, word: string): State {
  const [name = "", ...rest] = word.split("=");
  const option = optionsOf(state.command).find(({ long, short }) => long === name || short === name);
  if (option === undefined || !takesValue(option)) return state;
  if (rest.length === 0) return { ...state, awaiting: option };
  return { ...state, given: { ...state.given, [option.attributeName()]: rest.join("=") } };
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional;
}

function optionsOf(command: Command): readonly Option[] {
  return command.createHelp().visibleOptions(command);
}

function optionNames(command: Command): Candidate[] {
  return optionsOf(command).map(({ long, short, description }) => ({ value: long ?? short ?? "", description }));
}

function commandNames(command: Command): Candidate[] {
  const help = command.createHelp();
  return help
    .visibleCommands(command)
    .map((one) => ({ value: one.name(), description: help.subcommandDescription(one) }));
}

async function completeValue(
  asked: Option | Argument,
  { word, kept, given, meanings }: { word: string; kept: string; given: Given; meanings: Meanings },
): Promise<Completion> {
  const { values, files = false, filesBehind = null } = meaningOf(asked, meanings);
  const end = filesBehind === null ? -1 : word.lastIndexOf(filesBehind);
  if (end >= 0) return { candidates: [], files: true, kept: kept + word.slice(0, end + 1) };
  const candidates = begun((await values?.(given, word)) ?? [], word);
  return { candidates, files: files && candidates.length === 0, kept };
}

function meaningOf(asked: Option | Argument, meanings: Meanings): Meaning {
  const { argChoices } = asked;
  if (argChoices === undefined) return meanings[placeholderOf(asked)] ?? {};
  return { values: () => Promise.resolve(argChoices.map((value) => ({ value, description: "" }))) };
}

/** How the definition calls a value. */
export function placeholderOf(asked: Option | Argument): string {
  return "flags" in asked ? (/<(?<name>.+)>/u.exec(asked.flags)?.groups?.["name"] ?? "") : asked.name();
}

/** Unicode writes one name in two ways; what a system lists and what is typed need not be the same. */
function begun(candidates: readonly Candidate[], word: string): Candidate[] {
  const start = word.normalize("NFC");
  return candidates.filter(({ value }) => value.normalize("NFC").startsWith(start));
}
