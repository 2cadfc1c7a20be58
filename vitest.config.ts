import { defineConfig } from "vitest/config";
import { shippedDefinitions } from "./scripts/shipped-definitions.js";

export default defineConfig({
  plugins: [shippedDefinitions()],
  test: { include: ["test/**/*.test.ts"] },
});
