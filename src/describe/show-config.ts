import type { Locale } from "../locale/locale.ts";
import type { Place } from "../model.ts";
import { formatPlace } from "../problem/format-place.ts";
import { placeEntry } from "../problem/problem-entry.ts";
import { printable } from "../text/printable.ts";
import { widthOf, wrap } from "../text/width.ts";

/** What one setting is, and who said so. */
export interface ShownSetting {
  /** Its key in `chitieu.yaml`. */
  readonly key: string;
  /** Its option on the command line; `null` where it has none. */
  readonly flag: string | null;
  readonly value: string | boolean | readonly string[] | null;
  readonly from: "command-line" | "config" | "default";
  readonly at: Place | null;
}

/** Every setting on a line: its key, what it is, and who said so. */
export function configText(
  settings: readonly ShownSetting[],
  { locale, width, file }: { readonly locale: Locale; readonly width: number; readonly file: string | null },
): string {
  const { noFile, origins } = locale.settings;
  const keys = Math.max(...settings.map(({ key }) => widthOf(key)));
  const lines = settings.map(({ key, flag, value, from, at }) => {
    const who = {
      "command-line": flag ?? origins.argument,
      config: at === null ? "" : formatPlace(at),
      default: origins.default,
    };
    const text = `${key}${" ".repeat(keys - widthOf(key))}  ${valueText(key, value, locale)}  (${who[from]})`;
    return `${wrap(printable(text), width, " ".repeat(keys + 2))}\n`;
  });
  return `${file === null ? `${noFile}\n` : ""}${lines.join("")}`;
}

function valueText(key: string, value: ShownSetting["value"], { settings: { unsaid, nothing } }: Locale): string {
  if (value === null) return unsaid[key] ?? nothing;
  if (typeof value === "string" || typeof value === "boolean") return String(value);
  return value.length === 0 ? nothing : value.join(", ");
}

/** `chitieu/settings@1`: the same for programs. */
export function configDocument(
  settings: readonly ShownSetting[],
  { command, file, version }: { readonly command: string; readonly file: string | null; readonly version: string },
): string {
  const document = {
    format: "chitieu/settings@1",
    tool: { name: "chitieu", version },
    command,
    config: file,
    settings: settings.map(({ key, flag, value, from, at }) => {
      const { file: where, line, column } = placeEntry(at) as Readonly<Record<"file" | "line" | "column", unknown>>;
      return { key, option: flag, value, from, file: where, line, column };
    }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
