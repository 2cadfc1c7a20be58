import { describe, expect, test } from "vitest";
import { inFolder } from "../helpers/check-files.ts";
import { runCli } from "../helpers/run-cli.ts";

const PLAN = `format: chitieu/plan@1
id: nho
title: Kế hoạch nhỏ
language: vi
year: { label: 2022, starts: 2022-01-01 }
measures:
  a: { vi: A, en: A }
indicators:
  a: { vi: A, en: A, value: a, target: { at-least: 1 } }
`;
const FILES = {
  "plan.yaml": PLAN,
  "wrong.yaml": PLAN.replace("at-least", "atleast"),
  "torn.yaml": PLAN.replace("{ at-least: 1 }", "{ at-least: 1"),
  "english.yaml": PLAN.replace("language: vi", "language: en"),
};

describe("what is wrong is told in the language of the plan, also where the plan is not read", () => {
  test.each([
    ["a refused value", ["check", "-p", "plan.yaml", "--by", "units"]],
    ["a refused option of a command without a document", ["units", "-p", "plan.yaml", "--bye"]],
    ["a refused output", ["check", "-p", "plan.yaml", "x.csv", "-o", "x.pdf"]],
    ["a shipped plan", ["check", "-p", "thua-thien-hue-2022", "--bye"]],
    ["a plan that is not valid", ["check", "-p", "wrong.yaml", "x.csv"]],
    ["a plan that is no YAML", ["check", "-p", "torn.yaml", "x.csv"]],
    ["a plan that is shown", ["plan", "show", "wrong.yaml"]],
    ["a plan that is looked through", ["plan", "lint", "wrong.yaml"]],
    ["a plan that the next one is made from", ["plan", "new", "a.yaml", "--from", "wrong.yaml"]],
    ["plans that are compared", ["diff", "plan.yaml", "wrong.yaml"]],
    ["plans that are compared in no format", ["diff", "plan.yaml", "plan.yaml", "-f", "jsn"]],
  ])("%s", async (_, argv) => {
    await inFolder(FILES, async (cwd) => {
      expect(await printed(argv, cwd)).toMatch(/(?:^|: )lỗi: /u);
      expect(await printed([...argv, "--lang", "en"], cwd)).toMatch(/(?:^|: )error: /u);
    });
  });

  test("plans that do not differ", async () => {
    await inFolder(FILES, async (cwd) => {
      const stated = await runCli(["diff", "plan.yaml", "plan.yaml"], { cwd });
      expect(stated.stdout).toBe((await runCli(["diff", "plan.yaml", "plan.yaml", "--lang", "vi"], { cwd })).stdout);
    });
  });
});

describe("what is wrong with chitieu.yaml is told in the language that it asks for, or else its plan's", () => {
  test.each([
    ["language: vi\nplann: plan.yaml\n", "lỗi"],
    ["plan: plan.yaml\nby: units\n", "lỗi"],
    ["plan: plan.yaml # our own\ndata: [a.csv\n", "lỗi"],
    ["plan: thua-thien-hue-2022\nby: units\n", "lỗi"],
    ["plan: missing.yaml\nlanguage: vi\n", "lỗi"],
    ["language: en\nplan: plan.yaml\nby: units\n", "error"],
    ["plan: english.yaml\nby: units\n", "error"],
    ["by: units\n", "error"],
  ])("%j", async (config, word) => {
    await inFolder({ ...FILES, "chitieu.yaml": config }, async (cwd) => {
      expect((await runCli(["check"], { cwd })).stderr).toContain(`: ${word}: `);
    });
  });
});

async function printed(argv: readonly string[], cwd: string): Promise<string> {
  const { stdout, stderr } = await runCli(argv, { cwd });
  return stderr + stdout;
}
