import { defineConfig } from "vitest/config";
import { kernel } from "./scripts/kernel.js";
import { shellScripts } from "./scripts/shell-scripts.js";
import { shippedDefinitions } from "./scripts/shipped-definitions.js";

export default defineConfig({
  plugins: [shippedDefinitions(), kernel(), shellScripts()],
  // A limit against what hangs, far beyond what a busy machine needs: no test measures time.
  test: { include: ["test/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000 },
});
