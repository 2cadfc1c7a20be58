import { describe, expect, test } from "vitest";
import { brief, checkFiles } from "./helpers/check-files.ts";
import type { Files } from "./helpers/check-files.ts";
import { planYaml, ratioPlan } from "./helpers/plan-yaml.ts";

/** A source of one's own with these columns of counts, each a measure of its name. */
const source = (id: string, columns: readonly string[], more = "") => `format: chitieu/source@1
id: ${id}
name: { vi: ${id}, en: ${id} }
rows: unit
columns:
  unit: { header: [Phòng] }
${columns.map((name) => `  ${name}: { header: [${name.toUpperCase()}], type: count }\n`).join("")}${more}measures:
${columns.map((name) => `  ${name}: ${name}\n`).join("")}`;

/** The plan's measures come from `used`; what fits `other` is nothing to it. */
const USED = source("used", ["n", "d", "e"]);
const FILES: Files = {
  "plan.yaml": ratioPlan({ "at-least": "50%" }),
  "used.yaml": USED,
  "other.yaml": source("other", ["x"]),
  "data/2022-Q1/used.csv": "Phòng;N;D;E\nA;1;2;3\n",
};

async function told(files: Files, sources = ["used.yaml", "other.yaml"]): Promise<readonly string[]> {
  const { problems } = await checkFiles({ ...FILES, ...files }, { sources });
  return brief(problems.filter(({ code }) => code === "export-unused"));
}

const beside = (header: string) => {
  const row = header.split(";").map((_, index) => (index === 0 ? "B" : "7"));
  return { "data/2022-Q1/beside.csv": `${header}\n${row.join(";")}\n` };
};

describe("an export of which the plan uses nothing", () => {
  test("is told where it has most columns of a source that the plan uses", async () => {
    expect(await told(beside("Phòng;X;N;D;EE"))).toEqual(["warning export-unused data/2022-Q1/beside.csv:1:1"]);
  });

  test("is told of as many rows and files as there are, once each", async () => {
    const files = { "data/2022-Q1/a.csv": "Phòng;X;N;D;EE\nA;1;2;3;4\nB;1;2;3;4\n", ...beside("Phòng;X;N;DD;E") };
    expect(await told(files)).toEqual([
      "warning export-unused data/2022-Q1/a.csv:1:1",
      "warning export-unused data/2022-Q1/beside.csv:1:1",
    ]);
  });

  test.each([
    ["it has nothing of such a source but the agency", "Phòng;X"],
    ["it has as many of its columns as it lacks", "Phòng;X;N"],
  ])("is no matter where %s", async (_, header) => {
    expect(await told(beside(header))).toEqual([]);
  });

  test("is no matter where it nearly fits a source that the plan does not use either", async () => {
    const third = { "third.yaml": source("third", ["p", "q", "r"]) };
    const sources = ["used.yaml", "other.yaml", "third.yaml"];
    expect(await told({ ...third, ...beside("Phòng;X;P;Q;RR") }, sources)).toEqual([]);
    const files = {
      ...third,
      ...beside("Phòng;X;P;Q;RR"),
      "plan.yaml": planYaml({
        measures: { n: {}, d: {}, p: {} },
        indicators: { rate: { numerator: "n", denominator: "d + p", target: { "at-least": "50%" } } },
      }),
    };
    expect(await told(files, sources)).toHaveLength(1);
  });

  test("is no matter where what it lacks is optional, and so nothing is misspelt", async () => {
    const optional = USED.replace("{ header: [E], type: count }", "{ header: [E], type: count, optional: true }");
    // With all that is required it fits both, and which of them is meant is an error of its own.
    const { problems } = await checkFiles(
      { ...FILES, "used.yaml": optional, ...beside("Phòng;X;N;D") },
      { sources: ["used.yaml", "other.yaml"] },
    );
    expect(problems.map(({ code }) => code)).toEqual(["source-ambiguous"]);
  });

  test("is told by its rows where they name what they count, whatever else its columns look like", async () => {
    const counts = "period;unit;measure;count;N;D\n2022-Q1;A;strange;1;2;3\n";
    const { problems } = await checkFiles(
      { ...FILES, "used.yaml": USED.replace("[Phòng]", "[Phòng, unit]"), "data/2022-Q1/counts.csv": counts },
      { sources: ["used.yaml"] },
    );
    expect(problems.map(({ code }) => code)).toEqual(["measure-unknown"]);
  });

  test("is told where its source was named", async () => {
    const files = { ...FILES, ...beside("Phòng;X;N;D;EE") };
    const { problems } = await checkFiles(files, {
      sources: ["used.yaml"],
      sourceOf: [{ source: "other.yaml", file: "data/2022-Q1/beside.csv" }],
    });
    expect(problems.map(({ code }) => code)).toEqual(["export-unused"]);
  });
});

test("what the plan uses a part of is used", async () => {
  const sources = ["used.yaml", "wide.yaml"];
  const wide = { "wide.yaml": source("wide", ["n", "d", "y"]), "data/2022-Q1/used.csv": "Phòng;N;D;Y\nA;1;2;3\n" };
  expect(await told(wide, sources)).toEqual([]);
});
