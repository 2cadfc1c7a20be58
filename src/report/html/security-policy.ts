import { createHash } from "node:crypto";

/** The page may run its own script and use its own style, told by their digests, and load and send nothing at all. */
export function securityPolicy(style: string, script: string): string {
  return [
    "default-src 'none'",
    `style-src '${digestOf(style)}'`,
    `script-src '${digestOf(script)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function digestOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
