import { defineConfig } from "vitest/config";
import { madeModules } from "./scripts/made-modules.js";

export default defineConfig({
  plugins: madeModules(),
  // A limit against what hangs, far beyond what a busy machine needs: no test measures time.
  test: { include: ["test/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000 },
});
