import { describe, expect, test } from "vitest";
import { parseConfig } from "../src/config/parse-config.ts";
import { ProblemError } from "../src/problem/problem.ts";
import { parseYaml } from "../src/yaml/parse-yaml.ts";

/** What a config says of the report, or the problems in it. */
function reportOf(text: string): unknown {
  const { yaml } = parseYaml(text, "chitieu.yaml");
  if (yaml === null) throw new Error("no YAML");
  try {
    return parseConfig(yaml, ".").report;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ code, at }) => `${code} ${at !== null && "line" in at ? at.line : ""}`);
  }
}

describe("report: in chitieu.yaml", () => {
  test("holds what stands around a document", () => {
    expect(
      reportOf(
        `report:
  superior: UBND tỉnh Thừa Thiên Huế
  agency: Sở Thông tin và Truyền thông
  number: 125/BC-STTTT
  place: Thừa Thiên Huế
  date: 2023-01-05
  recipients: [UBND tỉnh (báo cáo), "Lưu: VT"]
  signer: { office: Giám đốc, name: Nguyễn Văn A }
`,
      ),
    ).toEqual({
      superior: "UBND tỉnh Thừa Thiên Huế",
      agency: "Sở Thông tin và Truyền thông",
      number: "125/BC-STTTT",
      place: "Thừa Thiên Huế",
      date: "2023-01-05",
      recipients: ["UBND tỉnh (báo cáo)", "Lưu: VT"],
      signer: { office: "Giám đốc", name: "Nguyễn Văn A" },
    });
  });

  test("may leave anything out", () => {
    expect(reportOf("plan: x\n")).toBeNull();
    expect(reportOf("report: { recipients: UBND tỉnh }\n")).toEqual({
      superior: null,
      agency: null,
      number: null,
      place: null,
      date: null,
      recipients: ["UBND tỉnh"],
      signer: { office: null, name: null },
    });
  });

  test.each([
    ["an unknown key", "report:\n  agencies: x\n", ["key-unknown 2"]],
    ["an unknown key of the signer", "report:\n  signer: { rank: x }\n", ["key-unknown 2"]],
    ["a day that does not exist", "report:\n  date: 2023-02-29\n", ["value-wrong 2"]],
    ["a day not written as year, month, day", "report:\n  date: 5/1/2023\n", ["value-wrong 2"]],
    ["a list for one text", "report:\n  agency: [a, b]\n", ["value-wrong 2"]],
  ])("with %s is not valid", (_, text, problems) => {
    expect(reportOf(text)).toEqual(problems);
  });
});
