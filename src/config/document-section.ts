import * as z from "zod/mini";
import { VALIDATION_FAIL_ON } from "../model.ts";
import { oneOrMore } from "./config-scalars.ts";
import { DOCUMENT_FORMATS } from "./document-formats.ts";
import type { DocumentCommand } from "./document-formats.ts";

/** How the document of a command is written to the terminal. */
export function format(command: DocumentCommand) {
  const names = Object.keys(DOCUMENT_FORMATS[command]);
  return z
    .optional(z.enum(names))
    .check(
      z.meta({ title: "Dạng kết quả", description: "How it is written to the terminal.", examples: [names[1] ?? ""] }),
    );
}

/** `[FORMAT:]FILE`, as often as there are files, in a format that the command writes. */
export function outputs(command: DocumentCommand) {
  const formats = Object.entries<string | null>(DOCUMENT_FORMATS[command]);
  const endings = formats.flatMap(([, ending]) => (ending === null ? [] : [ending.slice(1)]));
  const pattern = `^((${formats.map(([name]) => name).join("|")}):.+|.*[.](${endings.join("|")}))$`;
  const output = z.string().check(
    z.refine((value) => new RegExp(pattern, "iu").test(value), { error: "output" }),
    z.meta({ pattern }),
  );
  return z.optional(oneOrMore(output)).check(
    z.meta({
      title: "Tệp kết quả",
      description: "Files to write: in the format before the colon, or that of the ending.",
      examples: [["ket-qua.json", "text" in DOCUMENT_FORMATS[command] ? "text:ket-qua" : "markdown:ket-qua"]],
    }),
  );
}

export const failOn = z.optional(z.enum(VALIDATION_FAIL_ON)).check(
  z.meta({
    title: "Mã thoát khác 0 từ",
    description: "From what on the exit code is not 0; error unless said otherwise.",
    examples: ["warning"],
  }),
);
