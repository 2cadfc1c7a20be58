import type { Encoding } from "../model.ts";

/** A file's bytes as UTF-8 without byte order mark. */
export interface Decoded {
  readonly utf8: Buffer;
  readonly encoding: Encoding;
}
