import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { inFolder } from "../helpers/check-files.ts";
import { inEveryForm } from "../helpers/in-every-form.ts";
import { runCli } from "../helpers/run-cli.ts";
import type { Run } from "../helpers/run-cli.ts";
import { KINDS } from "./kinds.ts";
import type { Kind, TableDraft, Type } from "./kinds.ts";
import { PASSWORD } from "./servers.js";

const ROOT = path.resolve(import.meta.dirname, "../..");
const SAMPLE = path.join(ROOT, "fixtures/thua-thien-hue-2022");
const PLAN = ["-p", "thua-thien-hue-2022", "--lang", "en"];

/** Left out only where somebody says that there are no servers; otherwise a server that is missing is a failure. */
const isLeftOut = process.env["CHITIEU_NO_DATABASES"] === "1";

/** What holds of every kind of database, on three real servers, and what holds of one kind alone. */
export function databaseSuite(name: keyof typeof KINDS, ofKind: (kind: () => Kind) => void = () => {}): void {
  describe.skipIf(isLeftOut)(`${name}, on three servers`, () => {
    let kind: Kind;
    beforeAll(async () => {
      kind = await KINDS[name]();
      await kind.create({ name: "dossiers", columns: TYPED, rows: sampleRows().map(typed), spread: "unit" });
      await kind.create({ name: "hồ sơ", columns: TEXTS, rows: sampleRows(), spread: "Mã đơn vị" });
      await kind.createSlow();
    }, 120_000);
    afterAll(() => kind?.cluster.stop());

    const inTable = (table: string, source: string) => [kind.address(), "--source", source, "--table", table];

    test.each(["dossiers", "hồ sơ"])("the table %s says what its rows say as CSV", async (table) => {
      const csv = csvOf({ columns: TEXTS, rows: sampleRows() });
      for (const more of [[], ["--period", "2022-Q2", "--by", "unit"], ["--window", "period", "--by", "level"]]) {
        const options = [...PLAN, "-f", "json", ...more];
        const ofFile = await inFolder({ "dossiers.csv": csv }, (cwd) =>
          runCli(["check", "dossiers.csv", ...options], { cwd }),
        );
        const ofTable = await runCli(["check", ...inTable(table, "one-stop-dossiers"), ...options]);
        expect(withoutInputs(ofTable)).toBe(withoutInputs(ofFile));
        expect(ofTable.exit).toBe(ofFile.exit);
        const [input] = documentOf(ofTable).inputs;
        expect(input).toMatchObject({
          rows: sampleRows().length,
          source: "one-stop-dossiers",
          bytes: null,
          sha256: null,
        });
        expect(input?.file).toBe(`${kind.address(false).replace(/\/\/.*@/, "//")}/${table}`);
      }
    });

    test("the assessment is that of files of every form, byte for byte apart from the inputs", async () => {
      const options = [...PLAN, "--by", "unit", "-f", "json"];
      const ofTable = withoutInputs(await runCli(["check", ...inTable("hồ sơ", "one-stop-dossiers"), ...options]));
      const forms = inEveryForm(csvOf({ columns: TEXTS, rows: sampleRows() }));
      for (const [form, { files, data, stdin = "" }] of Object.entries(forms)) {
        const ofFiles = await inFolder(files, (cwd) => runCli(["check", data, ...options], { cwd, stdin }));
        expect(withoutInputs(ofFiles), form).toBe(ofTable);
      }
    });

    test("counts as texts and as numbers are those of CSV, with what is wrong with them", async () => {
      const rows = [
        ["H57.02", "1.234", "3", "1 000"],
        ["H57.03", "12,5", "-3", "-"],
        ["H57.04", "9007199254740993", "0", ""],
        ["H57.05", "007", "1", "6"],
        ["H57.06", " 40", "1.5", "39"],
      ];
      const columns = {
        "Đơn vị": "text",
        "Tổng số văn bản trao đổi": "text",
        "Văn bản mật": "text",
        "Văn bản điện tử": "text",
      } as const;
      await kind.create({ name: "documents", columns, rows });
      const options = [...PLAN, "--period", "2022-Q1", "-f", "json"];
      const csv = csvOf({ columns, rows });
      const ofFile = await inFolder({ "2022-Q1/documents.csv": csv }, (cwd) =>
        runCli(["check", "2022-Q1", ...options], { cwd }),
      );
      const ofTable = await runCli([
        "check",
        ...inTable("documents", "documents"),
        "--period-of",
        `2022-Q1=${kind.address()}`,
        ...options,
      ]);
      expect(problemsOf(ofTable)).toEqual(problemsOf(ofFile));
      expect(ofTable.exit).toBe(3);
      const first = documentOf(ofTable).problems.find(({ code }) => code === "count-unreadable");
      expect(first?.message).toContain("12,5");

      // A number has no grammar: 1.234 in a column of numbers is no count.
      const numbers = { unit: "text", exchanged: "decimal", secret: "integer", electronic: "integer" } as const;
      await kind.create({
        name: "numbers",
        columns: numbers,
        rows: [
          ["H57.02", "1.234", "3", null],
          ["H57.03", "12", "-3", "7"],
        ],
      });
      const typedRun = await runCli([
        "check",
        ...inTable("numbers", "documents"),
        "--period-of",
        `2022-Q1=${kind.address()}`,
        ...options,
      ]);
      expect(problemsOf(typedRun).filter(({ code }) => code.startsWith("count"))).toEqual([
        { code: "count-missing", field: "electronic", args: {}, rows: 1 },
        { code: "count-unreadable", field: "exchanged", args: { text: "1.234" }, rows: 1 },
        { code: "count-unreadable", field: "secret", args: { text: "-3" }, rows: 1 },
      ]);
    });

    test("records that stand in one period twice are found, in the table and across exports", async () => {
      const row = (code: string, settled: string) => [
        "H57.02",
        code,
        "Trực tuyến",
        "Cấp tỉnh",
        "2022-01-03",
        `${settled} 08:00:00`,
      ];
      await kind.create({
        name: "twice",
        columns: TYPED,
        rows: [row("A'1", "2022-02-01"), row("A'1", "2022-03-01"), row("B\\2; --", "2022-02-01")],
        spread: "unit",
      });
      const options = [...PLAN, "-f", "json"];
      const inside = await runCli(["check", ...inTable("twice", "one-stop-dossiers"), ...options]);
      expect(problemsOf(inside).filter(({ code }) => code === "record-twice")).toEqual([
        {
          code: "record-twice",
          field: "code",
          args: { key: "A'1", measure: "dossiers.settled_one_stop", period: "2022-Q1" },
          rows: 1,
        },
      ]);
      expect(inside.exit).toBe(3);
      const csv = csvOf({ columns: TEXTS, rows: [row("B\\2; --", "2022-02-01")] });
      const across = await inFolder({ "more.csv": csv }, (cwd) =>
        runCli(["check", "more.csv", ...inTable("twice", "one-stop-dossiers"), ...options], { cwd }),
      );
      const keys = documentOf(across)
        .problems.filter(({ code }) => code === "record-twice")
        .map(({ args }) => args["key"]);
      expect(new Set(keys)).toEqual(new Set(["A'1", "B\\2; --"]));
    });

    describe("a key that is written in two ways", () => {
      const KEYS = { unit: "text", code: "text", office: "text", channel: "text" } as const;
      const sourceOf = (key: string | readonly string[]) => ({
        "plan.yaml": ANY_PLAN,
        "keys.yaml": JSON.stringify({
          format: "chitieu/source@1",
          id: "keys",
          system: "Keys",
          rows: "record",
          columns: {
            unit: { header: ["unit"] },
            code: { header: ["code"] },
            office: { header: ["office"] },
            channel: { header: ["channel"] },
          },
          key,
          measures: { all: { count: "all" } },
        }),
      });
      const problemsIn = async (draft: TableDraft, key: string | readonly string[]) => {
        await kind.create(draft);
        const options = ["-p", "plan.yaml", "-f", "json", "--lang", "en"];
        const files = { ...sourceOf(key), "keys.csv": csvOf(draft) };
        return inFolder(files, async (cwd) => {
          const where = ["--source", "keys.yaml", "--table", draft.name];
          const table = [kind.address(), ...where, "--period-of", `2022-Q1=${kind.address()}`];
          const file = ["--source", "keys.yaml=keys.csv", "--period-of", "2022-Q1=keys.csv"];
          const ofFile = await runCli(["check", ...file, ...options], { cwd });
          return [problemsOf(await runCli(["check", ...table, ...options], { cwd })), problemsOf(ofFile)] as const;
        });
      };
      const [composed, apart] = ["Hồ sơ Đ-1", "Hồ sơ Đ-1".normalize("NFD")];

      test.each([
        ["marks on their letters, and apart", [composed, apart, `${composed}2`], 1],
        ["both apart, in two orders", ["Số ạ\u0302", "Số a\u0302\u0323", "Số a"], 1],
        ["a blank around it that only Unicode calls so", [composed, `\u00A0${apart}\u00A0`, `\t${composed}`], 2],
        ["no marks at all", ["1", "2", "Đ", "D"], 0],
      ])("%s", async (situation, codes, twice) => {
        const rows = codes.map((code) => ["A", code, "1", "x"]);
        const [ofTable, ofFile] = await problemsIn({ name: `keys ${situation}`, columns: KEYS, rows }, "code");
        expect(ofTable).toEqual(ofFile);
        expect(ofTable.filter(({ code }) => code === "record-twice").map(({ rows: some }) => some)).toEqual(
          twice === 0 ? [] : [twice],
        );
      });

      test("in more records than are looked up one by one, and of two columns", async () => {
        const rows = Array.from({ length: 2400 }, (_, index) => ["A", `Hồ sơ ${index >> 1}`, "Ở quận", "x"]).map(
          (row, index) => (index % 2 === 0 ? row : row.map((text) => text.normalize("NFD"))),
        );
        const [ofTable, ofFile] = await problemsIn({ name: "keys many", columns: KEYS, rows }, ["code", "office"]);
        expect(ofTable).toEqual(ofFile);
        expect(ofTable.filter(({ code }) => code === "record-twice")).toHaveLength(1200);
      });

      test("is found among a thousand that stand twice as they are", async () => {
        const rows = Array.from({ length: 1800 }, (_, index) => [
          "A",
          `220301-${"0".repeat(40)}-${index >> 1}`,
          "1",
          "x",
        ]);
        const more = [composed, apart].map((code) => ["A", code, "1", "x"]);
        const draft = { name: "keys long", columns: KEYS, rows: [...rows, ...more] };
        const [ofTable, ofFile] = await problemsIn(draft, ["code", "office"]);
        expect(ofTable).toEqual(ofFile);
        expect(ofTable.filter(({ code }) => code === "record-twice")).toHaveLength(901);
      });
    });

    test("a table and columns with quotes, semicolons and comments in their names harm nothing", async () => {
      const [table, unit, count] = [
        `o'ne "two" \`three\`; DROP TABLE dossiers; --`,
        'Mã "đơn vị" \\ --',
        "Số `hồ sơ`; /* '",
      ];
      await kind.create({
        name: table,
        columns: { [unit]: "text", [count]: "text" },
        rows: [
          ["'; DROP TABLE dossiers; --", "5"],
          ['"; --', "1'); --"],
        ],
      });
      const source = JSON.stringify({
        format: "chitieu/source@1",
        id: "odd",
        system: "Odd",
        rows: "record",
        columns: { unit: { header: [unit] }, n: { header: [count], type: "count" } },
        measures: { "dossiers.settled": { sum: "n" } },
      });
      const run = await inFolder({ "odd.yaml": source }, (cwd) =>
        runCli(
          [
            "validate",
            kind.address(),
            "--source",
            "odd.yaml",
            "--table",
            table,
            "--period-of",
            `2022-Q1=${kind.address()}`,
            "-f",
            "json",
            "--lang",
            "en",
          ],
          { cwd },
        ),
      );
      expect(problemsOf(run)).toEqual([{ code: "count-unreadable", field: count, args: { text: "1'); --" }, rows: 1 }]);
      expect(documentOf(run).inputs[0]?.rows).toBe(2);
      expect(await kind.run("SELECT count(*) FROM dossiers")).toEqual([[String(sampleRows().length)]]);
    });

    test("rows of any kind fold to what they fold to as CSV", async () => {
      let tables = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 12 }), async (rows) => {
          const draft = { name: `any${tables++}`, columns: ANY, rows };
          await kind.create(draft);
          const options = ["-p", "plan.yaml", "-f", "json", "--lang", "en"];
          const files = { "any.csv": csvOf(draft), "any.yaml": ANY_SOURCE, "plan.yaml": ANY_PLAN };
          const [ofFile, ofTable] = await inFolder(files, async (cwd) => [
            await runCli(["check", "--source", "any.yaml=any.csv", "--period-of", "2022-Q1=any.csv", ...options], {
              cwd,
            }),
            await runCli(
              [
                "check",
                kind.address(),
                "--source",
                "any.yaml",
                "--table",
                draft.name,
                "--period-of",
                `2022-Q1=${kind.address()}`,
                ...options,
              ],
              { cwd },
            ),
          ]);
          expect(problemsOf(ofTable)).toEqual(problemsOf(ofFile));
          expect(documentOf(ofTable).results).toEqual(documentOf(ofFile).results);
        }),
        { numRuns: 15 },
      );
    });

    test("the rows behind a figure are found in the table", async () => {
      const explained = ["explain", "one-stop", "--keep-going", "--all", ...PLAN, "-f", "json"];
      const csv = csvOf({ columns: TEXTS, rows: sampleRows() });
      const totals = "period,measure,count\n2022-Q1,dossiers.settled,500\n";
      const files = { "dossiers.csv": csv, "totals.csv": totals };
      const [ofFile, ofTable] = await inFolder(files, async (cwd) => [
        await runCli([...explained, "dossiers.csv", "totals.csv"], { cwd }),
        await runCli([...explained, "totals.csv", ...inTable("dossiers", "one-stop-dossiers")], { cwd }),
      ]);
      const rowsIn = ({ stdout }: Run) =>
        JSON.parse(stdout) as { measures?: readonly { rows: number; found: readonly unknown[] }[] };
      expect(JSON.stringify(rowsIn(ofTable)).length).toBeGreaterThan(1000);
      expect(ofTable.exit).toBe(ofFile.exit);
      expect(ofTable.stdout).toContain("H57.");
    });

    test("a trend over a table is that of its rows as CSV", async () => {
      const csv = csvOf({ columns: TEXTS, rows: sampleRows() });
      const options = [...PLAN, "-f", "json"];
      const ofFile = await inFolder({ "dossiers.csv": csv }, (cwd) =>
        runCli(["trend", "dossiers.csv", ...options], { cwd }),
      );
      const ofTable = await runCli(["trend", ...inTable("hồ sơ", "one-stop-dossiers"), ...options]);
      expect(withoutInputs(ofTable)).toBe(withoutInputs(ofFile));
    });

    test("chitieu.yaml names tables, and the password stands in the environment", async () => {
      const config = JSON.stringify({
        plan: "thua-thien-hue-2022",
        databases: {
          onestop: {
            url: kind.address(false),
            table: "dossiers",
            source: "one-stop-dossiers",
            "password-from": "ONESTOP_PASSWORD",
          },
        },
      });
      await inFolder({ "chitieu.yaml": config }, async (cwd) => {
        for (const data of [[], ["onestop"]]) {
          const run = await runCli(["check", ...data, "-f", "json"], { cwd, env: { ONESTOP_PASSWORD: PASSWORD } });
          expect(documentOf(run).inputs[0]?.rows).toBe(sampleRows().length);
        }
        const refused = await runCli(["check", "--lang", "en"], { cwd, env: { ONESTOP_PASSWORD: `${PASSWORD}!` } });
        expect(refused.exit).toBe(3);
        expect(refused.stderr).toContain("[database-unread]");
        expectNoPassword(refused);
        const unset = await runCli(["check", "--lang", "en"], { cwd });
        expect([unset.exit, unset.stderr]).toEqual([2, expect.stringContaining("ONESTOP_PASSWORD")]);
      });
      const env = { [kind.variable]: PASSWORD };
      const run = await runCli(
        ["check", kind.address(false), "--source", "one-stop-dossiers", "--table", "dossiers", ...PLAN, "-f", "json"],
        { env },
      );
      expect(documentOf(run).inputs[0]?.rows).toBe(sampleRows().length);
    });

    test("a table that is not there is named with the nearest", async () => {
      const run = await runCli(["check", ...inTable("dosiers", "one-stop-dossiers"), ...PLAN]);
      expect([run.exit, run.stderr]).toEqual([2, expect.stringContaining("“dossiers”")]);
      expectNoPassword(run);
    });

    test("a query that takes too long is ended, here and on the server", async () => {
      const run = await runCli(["check", ...inTable("slow", "one-stop-dossiers"), "--timeout", "1", ...PLAN]);
      expect(run.exit).toBe(3);
      expect(run.stderr).toContain("within 1 second");
      await expectIdle(kind);
    });

    test("an interrupt ends the query on the server, and the run with 130", async () => {
      const controller = new AbortController();
      const running = main(["check", ...inTable("slow", "one-stop-dossiers"), ...PLAN], ioOf(controller.signal));
      await expect.poll(() => kind.running(), { timeout: 30_000 }).toBeGreaterThan(0);
      controller.abort();
      expect(await running).toBe(130);
      await expectIdle(kind);
    });

    ofKind(() => kind);

    // The last, since what has stopped stays so.
    test("where one server has stopped, nothing is assessed", async () => {
      await kind.cluster.servers.at(-1)?.stop();
      const run = await runCli(["check", ...inTable("dossiers", "one-stop-dossiers"), ...PLAN, "-f", "json"]);
      const { exit, results, problems } = documentOf(run);
      expect([run.exit, exit.code, results]).toEqual([3, 3, []]);
      expect(problems.map(({ code }) => code)).toContain("database-unread");
      expect(run.stderr).toContain("127.0.0.1");
      expectNoPassword(run);
    });
  });
}

const TYPED = {
  unit: "text",
  code: "text",
  channel: "text",
  system: "text",
  received: "date",
  settled: "time",
} as const;
const TEXTS = {
  "Mã đơn vị": "text",
  "Số hồ sơ": "text",
  "Kênh tiếp nhận": "text",
  "Hệ thống một cửa": "text",
  "Ngày tiếp nhận": "text",
  "Ngày giải quyết": "text",
} as const;

let sample: readonly (readonly string[])[] | undefined;

/** The dossiers of the sample year, with the columns of `TEXTS`. */
function sampleRows(): readonly (readonly string[])[] {
  return (sample ??= ["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"].flatMap((quarter) => {
    const text = readFileSync(path.join(SAMPLE, quarter, "ho-so-mot-cua.csv"), "utf8");
    const rows = parse(text, { bom: true, columns: true, delimiter: ";" }) as Record<string, string>[];
    return rows.map((row) => Object.keys(TEXTS).map((column) => row[column] ?? ""));
  }));
}

/** Dates as databases have them; no date is NULL. */
function typed(row: readonly string[]): (string | null)[] {
  return row.map((text, index) => {
    if (index < 4) return text;
    const [day, month, year] = text.split("/");
    return text === "" ? null : `${year}-${month}-${day}${index === 5 ? " 23:59:00" : ""}`;
  });
}

/** What a record can look like, wrong in every way. */
const ANY = {
  unit: "text",
  channel: "text",
  received: "text",
  degree: "text",
  n: "text",
  code: "text",
} as const satisfies Record<string, Type>;
const anyRow = fc.tuple(
  fc.constantFrom("H57.02", "H57.03", " H57.02 "),
  fc.constantFrom("Trực tuyến", "trực  tuyến", "BCCI", "Fax", ""),
  fc.constantFrom(
    "2022-01-31",
    "1/2/2022",
    "14.3.2022 08:00",
    "2022-04-01",
    "2021-12-31",
    "29/2/2024",
    "31/2/2022",
    "x",
    "",
  ),
  fc.constantFrom("2", "3", "1.000", "-", "", "ba"),
  fc.constantFrom("1", "1.234", "1 000", "1\u00A0000", "12,5", "-", "*", "", "9007199254740991", "9007199254740992"),
  fc.constantFrom("A", "\u00A0A", "B", "C ", "Đ", "Ế".normalize("NFC"), "Ế".normalize("NFD"), "'", ""),
);
const ANY_SOURCE = JSON.stringify({
  format: "chitieu/source@1",
  id: "any",
  system: "Any",
  rows: "record",
  columns: {
    unit: { header: ["unit"] },
    channel: { header: ["channel"], values: { online: ["Trực tuyến"], post: ["BCCI"] } },
    received: { header: ["received"], type: "date", missing: ["x"] },
    degree: { header: ["degree"], type: "count", missing: ["-"] },
    n: { header: ["n"], type: "count", zero: ["-"], missing: ["*"] },
    code: { header: ["code"] },
  },
  key: "code",
  measures: {
    all: { count: "all", period: "received" },
    online: { count: { channel: "online", degree: { "more-than": 2 } }, period: "received" },
    sum: { sum: "n" },
  },
});
const name = (id: string) => ({ vi: id, en: id });
const ANY_PLAN = JSON.stringify({
  format: "chitieu/plan@1",
  id: "any",
  title: "Any",
  year: { label: "2022", starts: "2022-01-01" },
  measures: { all: name("all"), online: name("online"), sum: name("sum") },
  indicators: {
    rate: { ...name("rate"), numerator: "online", denominator: "all", target: { "at-least": "50%" } },
    sum: { ...name("sum"), value: "sum", target: { "at-least": "1" } },
  },
});

function csvOf({ columns, rows }: Pick<TableDraft, "columns" | "rows">): string {
  const line = (cells: readonly (string | null)[]) =>
    cells.map((cell) => `"${(cell ?? "").replaceAll('"', '""')}"`).join(",");
  return `${[Object.keys(columns), ...rows].map(line).join("\n")}\n`;
}

interface Document {
  readonly inputs: readonly { readonly file: string; readonly rows: number }[];
  readonly exit: { readonly code: number };
  readonly results: readonly object[];
  readonly problems: readonly {
    readonly code: string;
    readonly args: Readonly<Record<string, unknown>>;
    readonly message: string;
    readonly field: string | null;
    readonly rows: number;
  }[];
}

function documentOf({ stdout, stderr }: Run): Document {
  if (!stdout.startsWith("{")) throw new Error(stderr);
  return JSON.parse(stdout) as Document;
}

function withoutInputs(run: Run): string {
  return JSON.stringify({ ...documentOf(run), inputs: [] }, null, 2);
}

/** Problems without their places; those that say the same of several rows as one. */
function problemsOf(run: Run) {
  const rows = new Map<string, number>();
  for (const { code, field, args, rows: some } of documentOf(run).problems) {
    const id = JSON.stringify([code, field, args]);
    // A sum starts anew after it was too large, so that how often it is too large depends on the order of rows.
    rows.set(id, code === "sum-too-large" ? 1 : (rows.get(id) ?? 0) + some);
  }
  return [...rows]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, some]) => {
      const [code, field, args] = JSON.parse(id) as [string, string | null, Readonly<Record<string, unknown>>];
      return { code, field, args, rows: some };
    });
}

function expectNoPassword({ stdout, stderr }: Run): void {
  for (const secret of [PASSWORD, encodeURIComponent(PASSWORD)]) expect(`${stdout}${stderr}`).not.toContain(secret);
}

async function expectIdle(kind: Kind): Promise<void> {
  await expect.poll(() => kind.running(), { timeout: 10_000 }).toBe(0);
}

function ioOf(signal: AbortSignal): Parameters<typeof main>[1] {
  return {
    stdout: () => {},
    stderr: () => {},
    readStandardInput: () => Promise.resolve(Buffer.alloc(0)),
    dataRead: () => {},
    cwd: ROOT,
    env: {},
    colours: () => false,
    width: 80,
    interrupted: () => signal,
  };
}
