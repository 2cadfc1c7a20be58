import path from "node:path";
import { problem, ProblemError } from "../problem/problem.ts";
import { groupBy } from "../text/group-by.ts";
import { wrongOption } from "./wrong-option.ts";

/** A file to write, and the format in which to write it. */
export interface Output<Format extends string> {
  readonly format: Format;
  readonly file: string;
}

/** Formats with the ending of files in them; `null` where only their name says it. */
export type OutputFormats<Format extends string> = Readonly<Record<Format, { readonly extension: string | null }>>;

/**
 * `[FORMAT:]FILE` as often as it is given. Of a path such as `C:\report.json` the drive is no format.
 *
 * @throws ProblemError where nothing says the format, or two of them are to go into one file.
 */
export function parseOutputs<Format extends string>(
  texts: readonly string[] | undefined,
  formats: OutputFormats<Format>,
  cwd: string,
): readonly Output<Format>[] {
  const names = Object.keys(formats) as Format[];
  const outputs = (texts ?? []).map((text) => {
    const named = names.find((name) => text.startsWith(`${name}:`) && text.length > name.length + 1);
    if (named !== undefined) return { format: named, file: text.slice(named.length + 1) };
    const ending = path.extname(text).toLowerCase();
    const meant = names.find((name) => ending !== "" && formats[name].extension === ending);
    if (meant !== undefined) return { format: meant, file: text };
    throw wrongOption("-o", text, [...endingsOf(formats), `${names[0]}:FILE`]);
  });
  for (const same of groupBy(outputs, ({ file }) => path.resolve(cwd, file)).values()) {
    const [{ file } = { file: "" }] = same;
    const args = { formats: same.map(({ format }) => format) };
    if (same.length > 1) throw new ProblemError([problem("output-twice", args, { at: { in: "file", file } })]);
  }
  return outputs;
}

/** Those that make sense by themselves, where others don't: they too are to say that nothing was done. */
export function soundOutputs<Format extends string>(
  texts: readonly string[] | undefined,
  formats: OutputFormats<Format>,
  cwd: string,
): readonly Output<Format>[] {
  const byFile = new Map<string, Output<Format>>();
  for (const text of texts ?? []) {
    try {
      for (const output of parseOutputs([text], formats, cwd)) {
        const file = path.resolve(cwd, output.file);
        if (!byFile.has(file)) byFile.set(file, output);
      }
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
  }
  return [...byFile.values()];
}

function endingsOf(formats: OutputFormats<string>): string[] {
  return Object.values(formats).flatMap(({ extension }) => (extension === null ? [] : [`FILE${extension}`]));
}
