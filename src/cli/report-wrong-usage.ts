import type { CommanderError } from "commander";
import { EXPLAIN_FORMATS } from "../explain/formats.ts";
import type { ExplainFormatName } from "../explain/formats.ts";
import { renderExplanation } from "../explain/render-explanation.ts";
import { FINDINGS_FORMATS } from "../findings/formats.ts";
import type { FindingsFormatName } from "../findings/formats.ts";
import { renderFindings } from "../findings/render-findings.ts";
import { LANGUAGES, loadLocale } from "../locale/locale.ts";
import type { Language } from "../locale/locale.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { renderProblems } from "../problem/render-problems.ts";
import { FORMATS } from "../report/formats.ts";
import type { FormatName } from "../report/formats.ts";
import { renderReport } from "../report/render-report.ts";
import { TREND_FORMATS } from "../trend/formats.ts";
import type { TrendFormatName } from "../trend/formats.ts";
import { renderTrend } from "../trend/render-trend.ts";
import { renderDiff } from "../diff/render-diff.ts";
import type { Io } from "./io.ts";
import { notCompared } from "./not-compared.ts";
import { noTrend } from "./no-trend.ts";
import { notAssessed } from "./not-assessed.ts";
import { notExplained } from "./not-explained.ts";
import { notValidated } from "./not-validated.ts";
import { pickLanguage } from "./pick-language.ts";

/** Says what commander finds wrong in our words; a program that asked for a document gets one all the same. */
export async function reportWrongUsage(error: CommanderError, argv: readonly string[], io: Io): Promise<void> {
  const wanted = LANGUAGES.find((language) => valueOf(["--lang"], argv) === language) ?? null;
  const found = usageProblem(error);
  const locale = await loadLocale(pickLanguage({ wanted, plan: null, env: io.env }));
  io.stderr(renderProblems([found], { locale, paint: (text) => text }));
  const document = DOCUMENTS[argv[0] ?? ""]?.(valueOf(["-f", "--format"], argv), found, wanted ?? "en");
  if (document !== undefined) io.stdout(String(await document));
  if (argv[0] === "check") {
    const { writeNotAssessed } = await import("./write-not-assessed.ts");
    await writeNotAssessed(found, argv.slice(1), { wanted, spoken: locale.language }, io);
  }
}

/** For each command: a document of the format asked for, if a program reads it, that says that nothing was done. */
const DOCUMENTS: Readonly<
  Record<
    string,
    (format: string | null, found: Problem, language: Language) => Promise<string | Uint8Array> | undefined
  >
> = {
  check: (format, found, language) => {
    const known = (Object.keys(FORMATS) as FormatName[]).find((name) => name === format);
    return known !== undefined && FORMATS[known].machine
      ? renderReport(notAssessed(null, [found], {}), known, { language })
      : undefined;
  },
  validate: (format, found, language) => {
    const known = (Object.keys(FINDINGS_FORMATS) as FindingsFormatName[]).find((name) => name === format);
    return known !== undefined && FINDINGS_FORMATS[known].machine
      ? renderFindings(notValidated([found]), known, { language })
      : undefined;
  },
  explain: (format, found, language) => {
    const known = (Object.keys(EXPLAIN_FORMATS) as ExplainFormatName[]).find((name) => name === format);
    return known !== undefined && EXPLAIN_FORMATS[known].machine
      ? renderExplanation(notExplained(null, [found]), known, { language })
      : undefined;
  },
  diff: (format, found, language) =>
    format === "json" ? renderDiff(notCompared({ before: "", after: "" }, [found]), format, { language }) : undefined,
  trend: (format, found, language) => {
    const known = (Object.keys(TREND_FORMATS) as TrendFormatName[]).find((name) => name === format);
    return known !== undefined && TREND_FORMATS[known].machine
      ? renderTrend(noTrend(null, [found]), known, { language })
      : undefined;
  },
};

/** commander's sentence in parts: what it quotes, what it would allow, what it takes for meant. */
function usageProblem({ code, message }: CommanderError): Problem {
  const detail = message.replace(/^error: /, "");
  const names = [...detail.matchAll(/'([^']*)'/g)].map(([, name = ""]) => name);
  const allowed = /Allowed choices are (?<choices>.*)\.$/.exec(detail)?.groups?.["choices"]?.split(", ") ?? [];
  const nearest = /Did you mean (?:one of )?(?<nearest>[^?]*)\?/.exec(detail)?.groups?.["nearest"] ?? null;
  return problem("usage", { kind: code, detail, names, allowed, nearest });
}

/** The value of an option that may not have been parsed. */
function valueOf(names: readonly string[], argv: readonly string[]): string | null {
  for (const [index, argument] of argv.entries()) {
    for (const name of names) {
      if (argument === name) return argv[index + 1] ?? null;
      if (argument.startsWith(`${name}=`)) return argument.slice(name.length + 1);
    }
  }
  return null;
}
