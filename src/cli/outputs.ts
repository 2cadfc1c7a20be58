import path from "node:path";
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
  for (const [index, { file }] of outputs.entries()) {
    const twice = outputs.slice(0, index).some((other) => path.resolve(cwd, other.file) === path.resolve(cwd, file));
    if (twice) throw wrongOption("-o", file, endingsOf(formats));
  }
  return outputs;
}

function endingsOf(formats: OutputFormats<string>): string[] {
  return Object.values(formats).flatMap(({ extension }) => (extension === null ? [] : [`FILE${extension}`]));
}
