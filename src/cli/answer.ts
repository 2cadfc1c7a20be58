import { NO_CONFIG } from "../config/config.ts";
import type { Config } from "../config/config.ts";
import type { Plan } from "../model.ts";
import { ProblemError } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import type { AnswerFormat, AnswerKind, AnswerOptions, Asked, Begun, Rendering } from "./answer-kind.ts";
import type { Io } from "./io.ts";
import { parseOutputs, soundOutputs } from "./outputs.ts";
import type { Output } from "./outputs.ts";
import { pickLanguage } from "./pick-language.ts";
import { placedInConfig } from "./placed-in-config.ts";
import { readConfig } from "./read-config.ts";
import { reportProblems } from "./report-problems.ts";
import { statedLanguage } from "./stated-language.ts";
import { withSettings } from "./settings.ts";
import type { Unsettled } from "./settings.ts";
import { writeOutputs } from "./write-outputs.ts";
import { wrongOption } from "./wrong-option.ts";

/** What a command does beside its document. */
export interface Doing<
  Name extends string,
  Document,
  Options,
  PlanOrNone extends Plan | null,
  Format extends AnswerFormat,
> {
  /** Or what is wrong with the arguments, so that there is nothing to work on. */
  readonly work: ((begun: Begun<Options, PlanOrNone, Format>) => Promise<Document>) | Problem;
  /** Writes what goes beside the files, and returns what is wrong. */
  readonly alsoWrite?: (
    document: Document,
    run: {
      readonly formats: readonly Name[];
      readonly render: (document: Document, format: Name) => Promise<string | Uint8Array>;
    },
  ) => Promise<readonly Problem[]>;
}

/**
 * What every command with a document does: reads the config and the plan, works, writes the files asked for, prints the
 * problems and the document, and returns the exit code. Whatever fails, every file says so, so that none of an earlier
 * run is taken for one of this run.
 */
export async function answer<
  Name extends string,
  Document,
  Options extends AnswerOptions<Name>,
  PlanOrNone extends Plan | null,
  Format extends AnswerFormat,
>(
  kind: AnswerKind<Name, Document, Options, PlanOrNone, Format>,
  given: Asked<Unsettled<Options>>,
  { work, alsoWrite = () => Promise.resolve([]) }: Doing<Name, Document, Options, PlanOrNone, Format>,
  io: Io,
): Promise<number> {
  const attempted = await attempt(kind, given, work, io);
  const { asked, config, plan, outputs, found } = attempted;
  const { options } = asked;
  const wanted = options.lang ?? config.language;
  const stated = wanted === null && plan === null ? statedLanguage(planNamed(kind, asked), io.cwd) : null;
  const spoken = pickLanguage({ wanted: wanted ?? stated, plan, env: io.env });
  const render = (document: Document, format: Name, more: Partial<Rendering> = {}) => {
    const language = kind.formats[format].machine ? (options.lang ?? "en") : spoken;
    return kind.render(document, format, { language, header: config.report, ...more }, options);
  };

  const read = outputs.length === 0 ? [] : await kind.filesRead(asked, { config, found }, io.cwd);
  const write = (document: Document) =>
    writeOutputs(outputs, (format) => render(document, format, { isFile: true }), { read, cwd: io.cwd });
  const begun = found ?? kind.failed(attempted.wrong, { asked, plan, found });
  const formats = [options.format, ...outputs.map(({ format }) => format)];
  const unwritten = [...(await write(begun)), ...(await alsoWrite(begun, { formats, render }))];
  const wrong = [...attempted.wrong, ...unwritten];
  const final = unwritten.length === 0 ? begun : kind.failed(wrong, { asked, plan, found });
  // The files must not say another thing than the run: what could be written says so too.
  if (unwritten.length > 0) await write(final);

  const { machine, binary = false } = kind.formats[options.format];
  // A document for people that lists what is wrong is not printed where it is to be quiet, but its errors are.
  const isQuiet = options.quiet === true;
  const all = kind.withoutWrong === undefined || (isQuiet && !machine) ? kind.problemsIn(final) : wrong;
  const beside = isQuiet ? all.filter(({ severity }) => severity === "error") : all;
  if (beside.length > 0) await reportProblems(beside, { language: spoken, colour: options.color }, io);
  // People have read on stderr what is wrong with the arguments, and need no document.
  if ((typeof work !== "function" || isQuiet) && !machine) return kind.exitCodeOf(final);
  const shown = machine ? final : (kind.withoutWrong?.(final, wrong) ?? final);
  const colour = options.color && io.colours("stdout");
  io.stdout(String(await render(shown, binary ? kind.plain : options.format, { width: io.width, colour })));
  return kind.exitCodeOf(final);
}

/** What a run came to, and what it went by. */
interface Attempt<Name extends string, Document, Options> {
  readonly asked: Asked<Options>;
  readonly config: Config;
  readonly plan: Plan | null;
  readonly outputs: readonly Output<Name>[];
  /** `null` where it failed. */
  readonly found: Document | null;
  /** What is wrong with the command, rather than with the exports. */
  readonly wrong: readonly Problem[];
}

async function attempt<
  Name extends string,
  Document,
  Options extends AnswerOptions<Name>,
  PlanOrNone extends Plan | null,
  Format extends AnswerFormat,
>(
  kind: AnswerKind<Name, Document, Options, PlanOrNone, Format>,
  given: Asked<Unsettled<Options>>,
  work: Doing<Name, Document, Options, PlanOrNone, Format>["work"],
  { cwd }: Io,
): Promise<Attempt<Name, Document, Options>> {
  const settledBy = (said: Config) => ({ ...given, options: withSettings(kind.command, given.options, said) });
  let config = NO_CONFIG;
  let asked = settledBy(config);
  let plan: Plan | null = null;
  let outputs: readonly Output<Name>[] = [];
  try {
    config = await readConfig(cwd);
    asked = settledBy(config);
    const { options } = asked;
    // Not before it is known what the config names: nothing of that may be overwritten.
    outputs = soundOutputs(options.output, kind.formats, cwd);
    if (typeof work !== "function") return { asked, config, plan, outputs, found: null, wrong: [work] };
    const { binary, extension } = kind.formats[options.format];
    if (binary === true) throw wrongOption("-f", options.format, [`-o FILE${extension ?? ""}`]);
    outputs = parseOutputs(options.output, kind.formats, cwd);
    const loaded = await kind.loadPlan(planNamed(kind, asked), cwd);
    plan = loaded;
    const formats = [options.format, ...outputs.map(({ format }) => format)].map((name) => kind.formats[name]);
    return { asked, config, plan, outputs, found: await work({ ...asked, config, plan: loaded, formats }), wrong: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return {
      asked,
      config,
      plan,
      outputs,
      found: null,
      wrong:
        typeof work === "function"
          ? await (
              await import("./placed-in-plan.ts")
            ).placedInPlan(placedInConfig(error.problems, config, given), planNamed(kind, asked), cwd)
          : [work],
    };
  }
}

function planNamed<Name extends string, Options extends AnswerOptions<Name>>(
  { planAmong = () => undefined }: { readonly planAmong?: (data: readonly string[]) => string | undefined },
  { data, options }: Asked<Options>,
): string | null {
  return planAmong(data) ?? options.plan ?? null;
}
