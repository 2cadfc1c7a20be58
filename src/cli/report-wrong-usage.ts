import type { Command, CommanderError } from "commander";
import { EXIT_CODES } from "../exit-code.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import type { Io } from "./io.ts";
import { languageOf } from "./language-of.ts";
import { refuse } from "./refuse.ts";
import type { Refusal } from "./refuse.ts";
import { reportProblems } from "./report-problems.ts";

/**
 * Says what commander finds wrong in our words. A command that answers with a document does so all the same: to the
 * program that asked for one, and in the files that it was to write.
 */
export async function reportWrongUsage(
  error: CommanderError,
  { argv, program }: { readonly argv: readonly string[]; readonly program: Command },
  io: Io,
): Promise<number> {
  const wrong = usageProblem(error, commandIn(argv, program));
  const [name, refuseCommand] =
    Object.entries(REFUSALS).find(([one]) => `${argv.join(" ")} `.startsWith(`${one} `)) ?? [];
  if (refuseCommand !== undefined) return refuseCommand({ wrong, argv: argv.slice(name?.split(" ").length) }, io);
  await reportProblems([wrong], { language: languageOf(argv, io), colour: !argv.includes("--no-color") }, io);
  return EXIT_CODES["wrong-usage"];
}

/** Every command that answers with a document. */
const REFUSALS: Readonly<Record<string, (refusal: Refusal, io: Io) => Promise<number>>> = {
  check: async (refusal, io) => refuse((await import("./run-check.ts")).CHECK, refusal, io),
  validate: async (refusal, io) => refuse((await import("./run-validate.ts")).VALIDATION, refusal, io),
  explain: async (refusal, io) => refuse((await import("./run-explain.ts")).EXPLANATION, refusal, io),
  trend: async (refusal, io) => refuse((await import("./run-trend.ts")).TREND, refusal, io),
  "plan lint": async (refusal, io) => refuse((await import("./run-plan-lint.ts")).LINTING, refusal, io),
  diff: async (refusal, io) => refuse((await import("./run-diff.ts")).DIFFERENCES, refusal, io),
};

/** The command that arguments begin with, and the one in it: `plan show`. */
function commandIn([word, ...rest]: readonly string[], { commands }: Command): string {
  const command = commands.find((one) => one.name() === word);
  return command === undefined ? "" : `${command.name()} ${commandIn(rest, command)}`.trimEnd();
}

/** commander's sentence in parts: what it quotes, what it would allow, what it takes for meant. */
function usageProblem({ code, message }: CommanderError, command: string): Problem {
  const detail = message.replace(/^error: /, "");
  const quoted = [...detail.matchAll(/'([^']*)'/g)].map(([, name = ""]) => name);
  // Of an option it names the option first, of an argument its value.
  const isOfArgument = detail.startsWith("command-argument value ");
  const [kind, names] = isOfArgument ? ["argument-wrong", quoted.toReversed()] : [code, quoted];
  const allowed = /Allowed choices are (?<choices>.*)\.$/.exec(detail)?.groups?.["choices"]?.split(", ") ?? [];
  const nearest = /Did you mean (?:one of )?(?<nearest>[^?]*)\?/.exec(detail)?.groups?.["nearest"] ?? null;
  return problem("usage", { kind, detail, command, names, allowed, nearest });
}
