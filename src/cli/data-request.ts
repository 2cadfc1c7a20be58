import type { Config } from "../config/config.ts";
import type { DataRequest } from "../gather.ts";
import { loadSource } from "../load.ts";
import { ENCODINGS } from "../model.ts";
import type { Encoding } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";
import { parseDate } from "../text/date.ts";
import type { IsoDate } from "../text/date.ts";
import { parsePeriod } from "../text/period.ts";
import type { Period } from "../text/period.ts";
import type { DataOptions } from "./data-options.ts";
import { ownSources } from "./known-sources.ts";
import type { Io } from "./io.ts";
import { wrongOption } from "./wrong-option.ts";

/**
 * The exports that the arguments name, or else the config.
 *
 * @throws ProblemError where nothing names any, or an option makes no sense.
 */
export async function dataRequest(
  data: readonly string[],
  options: DataOptions,
  config: Config,
  { cwd, readStandardInput, dataRead }: Pick<Io, "cwd" | "readStandardInput" | "dataRead">,
): Promise<DataRequest> {
  const named = data.length > 0 ? data : config.data;
  if (named.length === 0 && (options.source ?? []).length === 0)
    throw new ProblemError([problem("data-not-named", {})]);
  const own = await ownSources(config, cwd);
  const encodings = (options.encoding ?? []).map(encodingFrom);
  return {
    data: named,
    cwd,
    sources: own,
    sourceOf: await Promise.all(
      (options.source ?? []).map(async (pair) => {
        const [source, file] = splitPair("--source", pair, "SOURCE=FILE");
        return { source: await loadSource(source, { cwd, own }), file };
      }),
    ),
    periodOf: (options.periodOf ?? []).map((pair) => {
      const [text, file] = splitPair("--period-of", pair, "PERIOD=FILE");
      return { period: periodFrom("--period-of", text), file };
    }),
    encoding: encodings.findLast(({ file }) => file === null)?.encoding ?? null,
    encodingOf: encodings.flatMap(({ encoding, file }) => (file === null ? [] : [{ encoding, file }])),
    readStandardInput,
    dataRead,
  };
}

export function periodFrom(option: string, text: string): Period {
  const period = parsePeriod(text);
  if (period !== null) return period;
  throw wrongOption(option, text, ["2022-Q3", "2022-H1", "2022-9M", "2022-03", "2022", "“Quý 3/2022”"]);
}

export function dateFrom(option: string, text: string): IsoDate {
  const date = parseDate(text);
  if (date !== null) return date;
  throw wrongOption(option, text, ["2022-12-31", "31/12/2022"]);
}

/** `ENCODING` of all text, or `ENCODING=FILE`. */
function encodingFrom(text: string): { readonly encoding: Encoding; readonly file: string | null } {
  const [name, file] = text.includes("=") ? splitPair("--encoding", text, "ENCODING=FILE") : [text, null];
  const encoding = ENCODINGS.find((one) => one === name.toLowerCase());
  if (encoding === undefined) throw wrongOption("--encoding", text, [...ENCODINGS, `${ENCODINGS.at(-1)}=FILE`]);
  return { encoding, file };
}

function splitPair(option: string, pair: string, meant: string): [string, string] {
  const at = pair.indexOf("=");
  if (at <= 0 || at === pair.length - 1) throw wrongOption(option, pair, [meant]);
  return [pair.slice(0, at), pair.slice(at + 1)];
}
