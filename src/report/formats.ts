import type { Locale } from "../locale/locale.ts";
import type { Assessment } from "../model.ts";
import type { Paint } from "./paint.ts";

/** What a report is rendered with: nothing of it changes what the report says. */
export interface RenderContext {
  readonly locale: Locale;
  /** Of the terminal, in columns. */
  readonly width: number;
  readonly paint: Paint;
  readonly version: string;
}

export interface Format {
  render(assessment: Assessment, context: RenderContext): string;
}

/**
 * Every format, loaded when it is used. `machine`: read by programs, and so in English unless asked. `provenance`: it
 * says which inputs it was made from.
 */
export const FORMATS = {
  table: { machine: false, provenance: false, load: () => import("./table.ts") },
  json: { machine: true, provenance: true, load: () => import("./json.ts") },
} as const satisfies Record<
  string,
  { readonly machine: boolean; readonly provenance: boolean; readonly load: () => Promise<Format> }
>;

export type FormatName = keyof typeof FORMATS;
