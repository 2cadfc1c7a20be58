import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { loadPlan } from "../../src/index.ts";
import { inFolder } from "../helpers/check-files.ts";
import type { Files } from "../helpers/check-files.ts";
import { LEVELS, ratioPlan } from "../helpers/plan-yaml.ts";
import { runCli } from "../helpers/run-cli.ts";

const work = (...rows: string[]) =>
  `Đơn vị,Cấp,Tổng số hồ sơ công việc,Hồ sơ công việc xử lý trên môi trường mạng\n${rows.map((row) => `${row},2,1\n`).join("")}`;
const open = (...rows: string[]) => `Cơ quan,Cung cấp dữ liệu mở\n${rows.map((row) => `${row},Có\n`).join("")}`;

const FILES: Files = {
  "data/2022-Q1/a.csv": work("Sở Y tế,Cấp tỉnh", "Xã Lộc An,Cấp xã", "Xã Lộc Ân,Cấp xã"),
  "data/2022-Q2/b.csv": open("SYT", "Huyện Mới", "XÃ LỘC AN"),
};

const units = async (files: Files, argv: readonly string[]) =>
  inFolder(files, async (cwd) => runCli(["units", "data", ...argv, "--lang", "en"], { cwd }));

describe("chitieu units", () => {
  test("one row an agency, with the level that an export states and the sources that name it", async () => {
    const { stdout, exit } = await units(FILES, []);
    expect(exit).toBe(0);
    expect(stdout.split("\n")).toEqual([
      "code,name,level,aliases,from,until,parent,note",
      'Sở Y tế,Sở Y tế,Cấp tỉnh,,,,,"in work-files; perhaps the same as “SYT”: a short form"',
      'Xã Lộc An,Xã Lộc An,Cấp xã,,,,,"in open-data, work-files"',
      "Xã Lộc Ân,Xã Lộc Ân,Cấp xã,,,,,in work-files",
      "Huyện Mới,Huyện Mới,,,,,,in open-data",
      'SYT,SYT,,,,,,"in open-data; perhaps the same as “Sở Y tế”: a short form"',
      "",
    ]);
  });

  test("two that one table has a row for each are two agencies", async () => {
    const { stderr } = await units(FILES, []);
    expect(stderr).toContain("One pair may be one agency:");
    expect(stderr).not.toContain("“Xã Lộc An” (open-data, work-files) – “Xã Lộc Ân”");
  });

  test("the order of files makes no difference to the list", async () => {
    const renamed = {
      "data/2022-Q1/z.csv": FILES["data/2022-Q1/a.csv"] ?? "",
      "data/2022-Q2/b.csv": FILES["data/2022-Q2/b.csv"] ?? "",
    };
    const upper = {
      "data/2022-Q1/a.csv": renamed["data/2022-Q2/b.csv"],
      "data/2022-Q2/b.csv": renamed["data/2022-Q1/z.csv"],
    };
    const codes = (text: string) => text.split("\n").map((line) => line.split(",")[0]?.toLowerCase());
    expect(codes((await units(upper, [])).stdout)).toEqual(codes((await units(FILES, [])).stdout));
  });

  test("what it writes is a roster, and a plan reads it once levels are filled in", async () => {
    await inFolder(
      { ...FILES, "plan.yaml": ratioPlan({ "at-least": "1%" }, { levels: LEVELS, units: "units.csv" }) },
      async (cwd) => {
        expect(await runCli(["units", "data/2022-Q1", "-o", "units.csv"], { cwd })).toMatchObject({ exit: 0 });
        const { roster } = await loadPlan("plan.yaml", { cwd });
        expect(roster?.map(({ code, level }) => [code, level])).toEqual([
          ["Sở Y tế", "tinh"],
          ["Xã Lộc An", "xa"],
          ["Xã Lộc Ân", "xa"],
        ]);
      },
    );
  });

  test("a name that looks like a formula is the same again when the plan reads it", async () => {
    const names = ["-1A", "=A", "+B", "@C", "'-1B", "'D", "A; -E"];
    const files = {
      "data/2022-Q1/a.csv": work(...names.map((name) => `${name},Cấp tỉnh`)),
      "plan.yaml": ratioPlan({ "at-least": "1%" }, { levels: LEVELS, units: "units.csv" }),
    };
    await inFolder(files, async (cwd) => {
      expect(await runCli(["units", "data", "-o", "units.csv"], { cwd })).toMatchObject({ exit: 0 });
      expect(await readFile(path.join(cwd, "units.csv"), "utf8")).toContain("\n'-1A,'-1A,");
      const { roster } = await loadPlan("plan.yaml", { cwd });
      expect(new Set(roster?.map(({ code }) => code))).toEqual(new Set(names));
    });
  });

  test("a file that is there already is left alone, and so is everything else", async () => {
    await inFolder({ ...FILES, "units.csv": "mine" }, async (cwd) => {
      const { exit, stderr } = await runCli(["units", "data", "-o", "units.csv", "--lang", "en"], { cwd });
      expect(exit).toBe(2);
      expect(stderr).toContain("[output-unwritable]");
      expect(await readFile(path.join(cwd, "units.csv"), "utf8")).toBe("mine");
    });
  });

  test("with a plan, its roster comes first as it is, with its terms, and its units are no pairs of each other", async () => {
    const roster = "code,name,level,from,until\nT1,Sở Y tế,tinh,,2022-06-30\nX1,Xã Lộc An,xa,,\nX2,Xã Lộc Ân,xa,,\n";
    const plan = ratioPlan({ "at-least": "1%" }, { levels: LEVELS, units: "units.csv" });
    const { stdout, stderr } = await units({ ...FILES, "units.csv": roster, "plan.yaml": plan }, ["-p", "plan.yaml"]);
    expect(stdout.split("\n").slice(1, 4)).toEqual([
      'T1,Sở Y tế,tinh,,,2022-06-30,,"in work-files; perhaps the same as “SYT”: a short form"',
      'X1,Xã Lộc An,xa,,,,,"in open-data, work-files"',
      "X2,Xã Lộc Ân,xa,,,,,in work-files",
    ]);
    expect(stderr).toContain("5 agencies, 2 of them not on the roster yet");
  });

  test("a file that cannot be read is named, and the exit code says that the list may lack somebody", async () => {
    const { exit, stderr, stdout } = await units({ ...FILES, "data/x.csv": "a,b\n1,2\n" }, []);
    expect(exit).toBe(3);
    expect(stderr).toContain("[source-unknown]");
    expect(stdout).toContain("Sở Y tế");
  });
});
