import { kernel } from "./kernel.js";
import { shellScripts } from "./shell-scripts.js";
import { shippedDefinitions } from "./shipped-definitions.js";

/** What makes the modules that are no TypeScript, for whoever bundles or runs the whole program. */
export function madeModules() {
  return [shippedDefinitions(), kernel(), shellScripts()];
}
