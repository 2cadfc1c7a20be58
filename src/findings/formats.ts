import type { Locale } from "../locale/locale.ts";
import type { Validation } from "../model.ts";
import type { Paint } from "../report/paint.ts";

/** What findings are rendered with: nothing of it changes what they say. */
export interface FindingsContext {
  readonly locale: Locale;
  readonly paint: Paint;
  readonly version: string;
  /** Whether it becomes a file, which may come to lie among exports. */
  readonly isFile: boolean;
}

export interface FindingsFormat {
  readonly render: (validation: Validation, context: FindingsContext) => string | Uint8Array;
}

/**
 * Every format of a validation, loaded when it is used. `machine`: read by programs, and so in English unless asked.
 * `provenance`: it says which inputs it was made from. `senders`: it is parted by the agencies that sent the exports.
 * `extension`: how files in it are called. `binary`: bytes that no terminal shows.
 */
const FORMATS = {
  text: {
    machine: false,
    provenance: false,
    senders: false,
    binary: false,
    extension: ".txt",
    load: () => import("./text.ts"),
  },
  json: {
    machine: true,
    provenance: true,
    senders: false,
    binary: false,
    extension: ".json",
    load: () => import("./json.ts"),
  },
  github: {
    machine: true,
    provenance: false,
    senders: false,
    binary: false,
    extension: null,
    load: () => import("./github.ts"),
  },
  sarif: {
    machine: true,
    provenance: false,
    senders: false,
    binary: false,
    extension: ".sarif",
    load: () => import("./sarif.ts"),
  },
  junit: {
    machine: true,
    provenance: false,
    senders: false,
    binary: false,
    extension: ".xml",
    load: () => import("./junit.ts"),
  },
  xlsx: {
    machine: false,
    provenance: false,
    senders: true,
    binary: true,
    extension: ".xlsx",
    load: () => import("./xlsx.ts"),
  },
} as const satisfies Record<string, FormatEntry>;

interface FormatEntry {
  readonly machine: boolean;
  readonly provenance: boolean;
  readonly senders: boolean;
  readonly binary: boolean;
  readonly extension: string | null;
  readonly load: () => Promise<FindingsFormat>;
}

export type FindingsFormatName = keyof typeof FORMATS;

export const FINDINGS_FORMATS: Readonly<Record<FindingsFormatName, FormatEntry>> = FORMATS;
