import type { ExplainContext } from "./context.ts";
import type { Explanation } from "./explanation.ts";

export interface ExplainFormat {
  readonly render: (explanation: Explanation, context: ExplainContext) => string;
}

interface FormatEntry {
  readonly machine: boolean;
  readonly provenance: boolean;
  readonly extension: string | null;
  readonly load: () => Promise<ExplainFormat>;
}

/**
 * Every format of an explanation, loaded when it is used. `machine`: read by programs, and so in English unless asked.
 * `provenance`: it says which inputs it was made from. `extension`: how files in it are called.
 */
const FORMATS = {
  text: { machine: false, provenance: false, extension: ".txt", load: () => import("./text.ts") },
  json: { machine: true, provenance: true, extension: ".json", load: () => import("./json.ts") },
} as const satisfies Record<string, FormatEntry>;

export type ExplainFormatName = keyof typeof FORMATS;

export const EXPLAIN_FORMATS: Readonly<Record<ExplainFormatName, FormatEntry>> = FORMATS;
