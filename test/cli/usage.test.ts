import { describe, expect, test } from "vitest";
import { inFolder } from "../helpers/check-files.ts";
import { runCli } from "../helpers/run-cli.ts";

/** Everything that commander can find wrong with how the program is called. */
const SLIPS: readonly (readonly [argv: readonly string[], en: string, vi: string])[] = [
  [["check", "--plann", "x"], "there is no option --plann", "không có tùy chọn --plann"],
  [["chek"], "there is no command “chek”", "không có lệnh “chek”"],
  [["plan", "sho"], "there is no command “sho”", "không có lệnh “sho”"],
  [["check", "-p"], "the option -p, --plan <plan> needs a value", "tùy chọn -p, --plan <plan> cần một giá trị"],
  [
    ["check", "--by", "x"],
    "the option --by <breakdown> cannot be “x”",
    "tùy chọn --by <breakdown> không nhận giá trị “x”",
  ],
  [["completion", "fish"], "the argument “shell” cannot be “fish”", "tham số “shell” không nhận giá trị “fish”"],
  [["completion"], "the argument “shell” is missing", "thiếu tham số “shell”"],
  [["explain"], "the argument “id” is missing", "thiếu tham số “id”"],
  [["plan", "show", "a", "b"], "there are too many arguments for show", "thừa tham số cho show"],
  [
    ["explain", "x", "--unit", "a", "--level", "b"],
    "the options --unit <unit> and --level <level> exclude each other",
    "không dùng --unit <unit> cùng với --level <level>",
  ],
];

describe.each(SLIPS)("chitieu %j", (argv, en, vi) => {
  test.each([
    ["en", `error: ${en} [usage]`],
    ["vi", `lỗi: ${vi} [usage]`],
  ])("in %s", async (LANG, line) => {
    // Not here, where chitieu.yaml names a plan that speaks Vietnamese.
    await inFolder({}, async (cwd) => {
      const { stderr, exit } = await runCli(argv, { cwd, env: { LANG } });
      expect(stderr).toContain(line);
      expect(exit).toBe(2);
    });
  });
});

/** What the program itself finds wrong with the value of an option. */
test.each<[readonly string[], string, string]>([
  [
    ["units", "x", "-o", "a.txt"],
    "-o cannot be “a.txt”",
    "-o không nhận giá trị “a.txt” [option-wrong]\n  Viết như: TỆP.csv.",
  ],
  [
    ["plan", "new", "a.txt"],
    "FILE cannot be “a.txt”",
    "TỆP không nhận giá trị “a.txt” [option-wrong]\n  Viết như: a.yaml.",
  ],
  [
    ["validate", "x", "--source", "a"],
    "--source cannot be “a”",
    "--source không nhận giá trị “a” [option-wrong]\n  Viết như: NGUỒN=TỆP.",
  ],
])("chitieu %j", async (argv, en, vi) => {
  expect((await runCli([...argv, "--lang", "en"])).stderr).toContain(`error: ${en} [option-wrong]`);
  expect((await runCli([...argv, "--lang", "vi"])).stderr).toContain(`lỗi: ${vi}`);
});
