import fc from "fast-check";
import { expect, test } from "vitest";
import { check, loadPlan, loadSource } from "../../src/index.ts";
import { inFolder, resultOf } from "../helpers/check-files.ts";
import { planYaml } from "../helpers/plan-yaml.ts";

const SOURCE = `
format: chitieu/source@1
id: dossiers
rows: record
columns:
  unit: { header: [Đơn vị] }
  code: { header: [Số hồ sơ] }
  channel: { header: [Kênh], values: { online: [Trực tuyến, Qua mạng], direct: [Trực tiếp], post: [Bưu chính] } }
  received: { header: [Ngày nhận], type: date }
  settled: { header: [Ngày trả], type: date, missing: ["", chưa] }
  procedure: { header: [Thủ tục] }
  pages: { header: [Số trang], type: count, zero: ["-"] }
key: code
measures:
  received: { count: all, period: received }
  settled: { count: all, period: settled }
  online: { count: { channel: [online, post] }, period: settled }
  pages: { sum: pages, period: received }
  long: { count: { pages: { at-least: 10 } }, period: settled }
  procedures: { distinct: procedure, period: settled, where: { channel: online } }
`;

const MEASURES = ["received", "settled", "online", "pages", "long", "procedures"] as const;
const PLAN = planYaml({
  measures: Object.fromEntries(
    MEASURES.map((name) => [name, { accumulate: name === "procedures" ? "distinct" : "sum" }]),
  ),
  indicators: Object.fromEntries(MEASURES.map((name) => [name, { value: name, target: { "at-least": "1" } }])),
});

/** A text with the ways in which exports write it. */
function spelt(...spellings: string[]) {
  return fc.constantFrom(
    ...spellings,
    ...spellings.map((text) => text.normalize("NFD")),
    ...spellings.map((text) => ` ${text.toUpperCase()}`),
  );
}

const days = fc
  .date({ min: new Date("2021-11-01"), max: new Date("2023-02-28"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const dossiers = fc.array(
  fc.record({
    unit: fc.constantFrom("Huế", "Hương Thủy"),
    channel: fc.constantFrom("online", "direct", "post"),
    received: days,
    settled: fc.option(days),
    pages: fc.integer({ min: 0, max: 2500 }),
    procedure: fc.constantFrom("Đất đai", 'Hộ tịch; "bản sao"', "Chứng\nthực"),
    written: fc.record({
      unit: fc.boolean(),
      channel: fc.record({
        online: spelt("Trực tuyến", "Qua mạng"),
        direct: spelt("Trực tiếp"),
        post: spelt("Bưu chính"),
      }),
      date: fc.constantFrom("iso", "vi"),
      grouped: fc.boolean(),
      nothing: fc.constantFrom("", "Chưa"),
    }),
  }),
  { minLength: 1, maxLength: 25 },
);
type Dossier = typeof dossiers extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

function quoted(field: string): string {
  return /[;"\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

function rowOf({ unit, channel, received, settled, pages, procedure, written }: Dossier, index: number): string {
  const date = (iso: string) => (written.date === "iso" ? iso : iso.split("-").reverse().join("/"));
  const count = pages === 0 ? "-" : written.grouped ? pages.toLocaleString("de-DE") : String(pages);
  const name = written.unit ? unit.toUpperCase().normalize("NFD") : unit;
  const fields = [
    name,
    `x${index}`,
    written.channel[channel],
    date(received),
    settled === null ? written.nothing : date(settled),
    procedure,
    count,
  ];
  return fields.map(quoted).join(";");
}

/** The counts of a quarter of 2022, dossier by dossier. */
function counted(all: readonly Dossier[], quarter: number): Record<(typeof MEASURES)[number], number> {
  const inQuarter = (day: string | null) =>
    day !== null && day.startsWith("2022") && Math.ceil(Number(day.slice(5, 7)) / 3) === quarter;
  const received = all.filter((one) => inQuarter(one.received));
  const settled = all.filter((one) => inQuarter(one.settled));
  const online = settled.filter(({ channel }) => channel === "online");
  return {
    received: received.length,
    settled: settled.length,
    online: settled.filter(({ channel }) => channel !== "direct").length,
    pages: received.reduce((sum, { pages }) => sum + pages, 0),
    long: settled.filter(({ pages }) => pages >= 10).length,
    procedures: new Set(online.map(({ unit, procedure }) => `${unit} ${procedure}`)).size,
  };
}

test("records are counted as one would count them by hand", async () => {
  await inFolder({ "plan.yaml": PLAN, "dossiers.yaml": SOURCE }, async (cwd) => {
    const [plan, source] = await Promise.all([loadPlan("plan.yaml", { cwd }), loadSource("dossiers.yaml", { cwd })]);
    await fc.assert(
      fc.asyncProperty(
        dossiers,
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom("\n", "\r\n"),
        async (all, quarter, lineEnd) => {
          const header = "Đơn vị;Số hồ sơ;Kênh;Ngày nhận;Ngày trả;Thủ tục;Số trang";
          const csv = [header, ...all.map(rowOf), ""].join(lineEnd);
          const assessment = await check({
            plan,
            data: ["-"],
            sources: [source],
            period: `2022-Q${quarter}`,
            window: "period",
            cwd,
            readStandardInput: () => Promise.resolve(Buffer.from(csv)),
          });
          expect(assessment.problems.filter(({ severity }) => severity === "error")).toEqual([]);
          const found = Object.fromEntries(MEASURES.map((name) => [name, resultOf(assessment, name).value ?? 0]));
          expect(found).toEqual(counted(all, quarter));
        },
      ),
      { numRuns: 300 },
    );
  });
});
