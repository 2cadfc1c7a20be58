import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { parse } from "yaml";

const ROOT = path.resolve(import.meta.dirname, "..");
const require = createRequire(import.meta.url);

test.each([
  ["action.yml", "github-action.json"],
  [".pre-commit-hooks.yaml", "pre-commit-hooks.json"],
  [".github/workflows/ci.yml", "github-workflow.json"],
])("%s is what its schema asks", (file, schema) => {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const validate = ajv.compile(require(`schemastore/schemas/json/${schema}`) as object);
  validate(parse(readFileSync(path.join(ROOT, file), "utf8")));
  expect(validate.errors ?? []).toEqual([]);
});
