import { expect, test } from "vitest";
import { yamlTextOf } from "../../src/text/yaml-text-of.ts";

test.each([
  ["plan: a b.yaml # ours\ndata: [", "a b.yaml"],
  ["data: [\r\nplan: 'a.yaml'\r\n", "a.yaml"],
  ['{\n  "plan": "a.yaml",\n', "a.yaml"],
  ["by: level\nreport:\n  plan: a.yaml\n", null],
  ["plan: { id: a }\n", null],
  ["plan:\n  a.yaml\n", null],
  ["plan: # none yet\n", null],
  ["my-plan: a.yaml\n", null],
])("the plan in %j is %j", (yaml, text) => {
  expect(yamlTextOf("plan", yaml)).toBe(text);
});
