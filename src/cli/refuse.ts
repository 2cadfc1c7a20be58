import { LANGUAGES } from "../locale/locale.ts";
import type { Plan } from "../model.ts";
import type { Problem } from "../problem/problem.ts";
import { answer } from "./answer.ts";
import type { AnswerFormat, AnswerKind, AnswerOptions } from "./answer-kind.ts";
import type { Io } from "./io.ts";
import type { Unsettled } from "./settings.ts";
import { valuesOf } from "./values-of.ts";

/** What is wrong with the arguments of a command, and what they are. */
export interface Refusal {
  readonly wrong: Problem;
  /** Without the command's name. */
  readonly argv: readonly string[];
}

const OUTPUT = ["-o", "--output"];

/**
 * The answer of a command whose arguments could not be parsed: what they say of formats, files and language is looked
 * for, since a program waits for a document, and none of an earlier run may be taken for one of this run. Whatever they
 * may name besides stays as it is.
 */
export async function refuse<
  Name extends string,
  Document,
  Options extends AnswerOptions<Name>,
  PlanOrNone extends Plan | null,
  Format extends AnswerFormat,
>(kind: AnswerKind<Name, Document, Options, PlanOrNone, Format>, { wrong, argv }: Refusal, io: Io): Promise<number> {
  const [plan] = valuesOf(["-p", "--plan"], argv);
  const [format] = valuesOf(["-f", "--format"], argv);
  const [lang] = valuesOf(["--lang"], argv);
  const known = (Object.keys(kind.formats) as Name[]).find((name) => name === format);
  const wanted = LANGUAGES.find((language) => language === lang);
  const output = valuesOf(OUTPUT, argv);
  const source = valuesOf(["--source"], argv);
  const options: Unsettled<AnswerOptions<Name>> = {
    ...(plan !== undefined && { plan }),
    ...(source.length > 0 && { source }),
    ...(known !== undefined && { format: known }),
    ...(output.length > 0 && { output }),
    ...(wanted && { lang: wanted }),
    ...(argv.includes("--no-color") && { color: false }),
  };
  // The value of another option may be taken for an export here, and is then left alone for nothing.
  const data = argv.filter((argument, at) => !argument.startsWith("-") && !OUTPUT.includes(argv[at - 1] ?? ""));
  const work = wrong.code === "usage" ? withFilesApart(wrong as Problem<"usage">, kind.formats) : wrong;
  return answer(kind, { data, options: options as Unsettled<Options> }, { work }, io);
}

/** Of the formats that would be allowed, those that only files can have are said as such. */
function withFilesApart(wrong: Problem<"usage">, formats: Readonly<Record<string, AnswerFormat>>): Problem {
  const [option = ""] = wrong.args.names;
  if (!option.startsWith("-f,")) return wrong;
  const isBinary = (name: string) => formats[name]?.binary === true;
  const printed = wrong.args.allowed.filter((name) => !isBinary(name));
  const files = wrong.args.allowed.filter(isBinary).map((name) => `-o FILE${formats[name]?.extension ?? ""}`);
  return { ...wrong, args: { ...wrong.args, allowed: [...printed, ...files] } };
}
