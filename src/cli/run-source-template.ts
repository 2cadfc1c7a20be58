import path from "node:path";
import { sourceTemplate, templateCsv, templateWorkbook } from "../describe/source-template.ts";
import { EXIT_CODES } from "../exit-code.ts";
import { loadPlan } from "../load.ts";
import { ProblemError } from "../problem/problem.ts";
import { knownSource } from "./known-sources.ts";
import { withDataSettings } from "./settings.ts";
import { speak } from "./speak.ts";
import { writeNewFile } from "./write-output.ts";
import { wrongOption } from "./wrong-option.ts";
import type { TemplateOptions } from "./source-command.ts";
import type { Io } from "./io.ts";

/** Writes an empty export of a source. */
export async function runSourceTemplate(name: string, options: TemplateOptions, io: Io): Promise<number> {
  const { output } = options;
  return speak(options, io, async (config, { language }, spoken) => {
    const { cwd } = io;
    const render = rendererOf(output);
    const source = await knownSource(name, config, cwd);
    const { plan: planName } = withDataSettings(options, config);
    const plan = planName === undefined ? null : (spoken ?? (await loadPlan(planName, { cwd })));
    const content = render(sourceTemplate(source, plan, language), source);
    if (output === undefined) {
      io.stdout(String(content));
      return EXIT_CODES["no-errors"];
    }
    const unwritten = writeNewFile(output, content, cwd);
    if (unwritten !== null) throw new ProblemError([unwritten]);
    return EXIT_CODES["no-errors"];
  });
}

const RENDERERS = { ".csv": templateCsv, ".xlsx": templateWorkbook } as const;

function rendererOf(output: string | undefined): typeof templateWorkbook | typeof templateCsv {
  const ending = output === undefined ? ".csv" : path.extname(output).toLowerCase();
  const [, render] = Object.entries(RENDERERS).find(([known]) => known === ending) ?? [];
  if (render === undefined) throw wrongOption("-o", output ?? "", ["FILE.csv", "FILE.xlsx"]);
  return render;
}
