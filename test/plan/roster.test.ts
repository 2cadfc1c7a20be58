import { describe, expect, test } from "vitest";
import { sourceTemplate } from "../../src/describe/source-template.ts";
import { diffPlans } from "../../src/diff/diff-plans.ts";
import { loadPlan, loadSource, ProblemError } from "../../src/index.ts";
import type { Plan, Problem } from "../../src/index.ts";
import { brief, inFolder } from "../helpers/check-files.ts";
import { LEVELS, ratioPlan } from "../helpers/plan-yaml.ts";

const PLAN = ratioPlan({ "at-least": "80%" }, { levels: LEVELS, units: "units.csv" });

async function rosterOf(csv: string): Promise<NonNullable<Plan["roster"]>> {
  return inFolder(
    { "plan.yaml": PLAN, "units.csv": csv },
    async (cwd) => (await loadPlan("plan.yaml", { cwd })).roster ?? [],
  );
}

async function problemsOf(csv: string): Promise<readonly Problem[]> {
  try {
    await rosterOf(csv);
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
}

test("Vietnamese headers and names of levels, semicolons, columns for whoever keeps the list", async () => {
  const csv =
    "\u{FEFF}STT;Mã định danh;Tên đơn vị;Cấp;Tên khác;Từ ngày;Đến hết;Trực thuộc;Ghi chú\r\n" +
    "1;H;Huyện Phú Lộc;Cấp huyện;UBND huyện Phú Lộc;;Quý II/2022;;sáp nhập\r\n" +
    "2;X;Xã Lộc An;xa;;1/4/2022;30/06/2022;H;\r\n";
  expect(await rosterOf(csv)).toEqual([
    {
      code: "H",
      name: "Huyện Phú Lộc",
      level: "huyen",
      aliases: ["UBND huyện Phú Lộc"],
      terms: [
        {
          names: ["Huyện Phú Lộc", "UBND huyện Phú Lộc"],
          level: "huyen",
          parent: null,
          from: null,
          until: "2022-06-30",
          months: 0b111111,
          whole: 0b111111,
        },
      ],
    },
    {
      code: "X",
      name: "Xã Lộc An",
      level: "xa",
      aliases: [],
      terms: [
        {
          names: ["Xã Lộc An"],
          level: "xa",
          parent: "H",
          from: "2022-04-01",
          until: "2022-06-30",
          months: 0b111000,
          whole: 0b111000,
        },
      ],
    },
  ]);
});

test("two rows of one code are one unit: the later name and level, and every spelling", async () => {
  const [unit, ...others] = await rosterOf(
    "code,name,level,aliases,from,until\nP,Phường Phong,xa,,2022-07-01,\nP,Thị xã Phong,huyen,TX Phong,,2022-06-30\n",
  );
  expect(others).toEqual([]);
  expect(unit).toMatchObject({ name: "Phường Phong", level: "xa", aliases: ["Thị xã Phong", "TX Phong"] });
  expect(unit?.terms?.map(({ level, months }) => [level, months])).toEqual([
    ["huyen", 0b000000111111],
    ["xa", 0b111111000000],
  ]);
});

test("one roster for several years: a time outside the plan's year has no month of it", async () => {
  const units = await rosterOf(
    "code,name,level,from,until\nA,A,tinh,2020,2021-Q4\nB,B,huyen,2020-H1,2025\nC,C,xa,2023-01-01,\nB2,B2,xa,,\n",
  );
  expect(units.map(({ terms }) => terms?.map(({ months }) => months) ?? null)).toEqual([[0], [4095], [0], null]);
});

describe("what is wrong in a roster", () => {
  const HEAD = "code,name,level,from,until,parent";
  test.each([
    ["a column that nobody knows", "code,name,level,form\nA,A,tinh,2022-Q3", ["error key-unknown units.csv:1:17"]],
    ["a column under two names", "code,name,level,Mã\nA,A,tinh,B", ["error column-twice units.csv:1:17"]],
    ["no codes", "name,level\nA,tinh", ["error key-missing units.csv:1:1"]],
    [
      "a comma in a name",
      "code,name,level\nA,Sở A, B,tinh",
      ["error row-ragged units.csv:2:1", "error name-unknown units.csv:2:8"],
    ],
    ["a delimiter that is missing", `${HEAD}\nA,A,tinh,2022-Q3,`, ["error row-ragged units.csv:2:1"]],
    ["neither a day nor a period", `${HEAD}\nA,A,tinh,hôm qua,,`, ["error value-wrong units.csv:2:10"]],
    ["a day that does not exist", `${HEAD}\nA,A,tinh,,31/6/2022,`, ["error value-wrong units.csv:2:11"]],
    ["an end before its beginning", `${HEAD}\nA,A,tinh,2022-Q3,2022-Q2,`, ["error value-wrong units.csv:2:18"]],
    ["a code twice", `${HEAD}\nA,A,tinh,,,\nA,A,tinh,,,`, ["error unit-twice units.csv:3:1"]],
    [
      "rows of one unit that overlap by a day",
      `${HEAD}\nA,A,huyen,,2022-07-01,\nA,A,xa,2022-07-01,,`,
      ["error unit-twice units.csv:3:1"],
    ],
    ["a parent that nobody is", `${HEAD}\nA,A,xa,,,H`, ["error name-unknown units.csv:2:10"]],
    ["a unit below itself", `${HEAD}\nA,A,xa,,,A`, ["error parent-wrong units.csv:2:10"]],
    [
      "units below each other",
      `${HEAD}\nA,A,xa,,,B\nB,B,xa,,,C\nC,C,xa,,,A`,
      ["error parent-wrong units.csv:2:10", "error parent-wrong units.csv:3:10", "error parent-wrong units.csv:4:10"],
    ],
    ["a parent that ends before", `${HEAD}\nA,A,xa,,,H\nH,H,huyen,,2022-Q2,`, ["error parent-wrong units.csv:2:10"]],
  ])("%s", async (_, csv, expected) => {
    expect(brief(await problemsOf(`${csv}\n`))).toEqual(expected);
  });

  test("a parent may be another one after a change, and units may change places", async () => {
    const csv = `${HEAD}\nA,A,xa,,2022-Q2,B\nA,A,xa,2022-Q3,,\nB,B,xa,,2022-Q2,\nB,B,xa,2022-Q3,,A\n`;
    expect(await problemsOf(csv)).toEqual([]);
  });
});

test("two plans differ by the times of their units", async () => {
  const planOf = (csv: string) =>
    inFolder({ "plan.yaml": PLAN, "units.csv": csv }, async (cwd) => loadPlan("plan.yaml", { cwd }));
  const before = await planOf("code,name,level\nA,Xã A,xa\nB,Xã B,xa\n");
  const after = await planOf("code,name,level,until,parent\nA,Xã A,xa,2022-Q2,B\nB,Xã B,xa,,\n");
  expect(diffPlans(before, after).changes).toMatchObject([
    { part: "unit", id: "A", change: "changed", field: "terms", before: null, after: "xa < B … – 2022-06-30" },
  ]);
});

test("a template has no row for a unit that is not there in the plan's year", async () => {
  const csv = "code,name,level,from,until\nA,Xã A,xa,,2021-Q4\nB,Xã B,huyen,,2022-Q2\nB,Phường B,xa,2022-Q3,\n";
  const plan = await inFolder({ "plan.yaml": PLAN, "units.csv": csv }, async (cwd) => loadPlan("plan.yaml", { cwd }));
  const { rows } = sourceTemplate(await loadSource("work-files"), plan, "vi");
  expect(rows.map(([unit, level]) => [unit, level])).toEqual([["Phường B", "Cấp xã"]]);
});

describe("a roster that is none", () => {
  const refused = async (units: string) => {
    const plan = ratioPlan({ "at-least": "50%" }, { units });
    return inFolder({ "plan.yaml": plan, "don-vi.xlsx": "PK" }, (cwd) =>
      loadPlan("plan.yaml", { cwd }).then(
        () => [],
        (error: unknown) => (error as ProblemError).problems,
      ),
    );
  };

  test("a workbook is refused where the plan names it", async () => {
    expect(brief(await refused("don-vi.xlsx"))).toEqual([
      expect.stringMatching(/^error value-wrong plan\.yaml:\d+:12$/),
    ]);
  });

  test("of a file that is missing it is said who names it", async () => {
    const problems = await refused("khac.csv");
    expect(brief(problems)).toEqual(["error file-unreadable khac.csv"]);
    expect(problems[0]?.related).toMatchObject([{ file: "plan.yaml", column: 12 }]);
  });
});
