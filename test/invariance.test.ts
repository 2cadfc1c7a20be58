import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { check, loadPlan, renderReport } from "../src/index.ts";
import type { Assessment, Plan, Result } from "../src/index.ts";
import { foldText } from "../src/text/fold-text.ts";
import { checkFiles, inFolder } from "./helpers/check-files.ts";
import { LEVELS, planYaml } from "./helpers/plan-yaml.ts";

const PLAN = planYaml({
  levels: LEVELS,
  measures: { n: {}, d: {}, stock: { accumulate: "last" }, opening: { accumulate: "first" } },
  indicators: {
    rate: { numerator: "n", denominator: "d", target: { "at-least": "70.5%" } },
    ceiling: { numerator: "n", denominator: "d + opening", target: { "at-most": "60%" } },
    stock: { numerator: "stock", denominator: "stock + 10", target: { "more-than": "50%" } },
    total: { value: "d", target: { between: ["20", "300"] } },
  },
});

let plan: Plan;
beforeAll(async () => {
  plan = await inFolder({ "plan.yaml": PLAN }, (cwd) => loadPlan("plan.yaml", { cwd }));
});

interface Figure {
  readonly period: string;
  readonly unit: string;
  readonly measure: string;
  readonly count: number;
}

/** Figures that no two rows state twice, with the numerator never over the denominator. */
const figures = fc
  .uniqueArray(
    fc.record({
      period: fc.constantFrom("2022-Q1", "2022-Q2", "2022-Q3"),
      unit: fc.constantFrom("Huế", "Hương Thủy", "Hoà Bình", "Sở Y tế"),
      d: fc.integer({ min: 0, max: 100_000 }),
      share: fc.integer({ min: 0, max: 100 }),
      without: fc.constantFrom("", "", "", "n", "d", "stock", "opening"),
    }),
    { selector: ({ period, unit }) => period + unit, minLength: 1, maxLength: 8 },
  )
  .map((blocks) =>
    blocks.flatMap(({ period, unit, d, share, without }): Figure[] => {
      const counts = { n: Math.floor((d * share) / 100), d, stock: share, opening: share + 1 };
      return Object.entries(counts).flatMap(([measure, count]) =>
        measure === without ? [] : [{ period, unit, measure, count }],
      );
    }),
  );

function csv(rows: readonly Figure[], delimiter = ","): string {
  const lines = rows.map(({ period, unit, measure, count }) => [period, unit, measure, String(count)].join(delimiter));
  return `${[["period", "unit", "measure", "count"].join(delimiter), ...lines].join("\n")}\n`;
}

function assess(text: string | Buffer): Promise<Assessment> {
  return check({ plan, data: ["-"], readStandardInput: () => Promise.resolve(Buffer.from(text)) });
}

/** What verdicts say and rest on, without what may rightly differ: how units are spelt, and which came first. */
function said({ results, exit, summary, period }: Assessment): unknown {
  const told = results.map(({ coverage, ...rest }: Result) => {
    const missing = coverage.missing.map(({ unit, periods }) => [foldText(unit ?? ""), ...periods].join(" ")).sort();
    return { ...rest, coverage: { ...coverage, missing } };
  });
  return { results: told, exit, summary, period };
}

describe("what never changes a verdict", () => {
  test("the order of rows", async () => {
    await fc.assert(
      fc.asyncProperty(
        figures.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        async ([rows, shuffled]) => {
          expect(said(await assess(csv(shuffled)))).toEqual(said(await assess(csv(rows))));
        },
      ),
    );
  });

  test("one file or two", async () => {
    await fc.assert(
      fc.asyncProperty(figures, fc.nat(), async (rows, at) => {
        const cut = at % (rows.length + 1);
        const [first, second] = [csv(rows.slice(0, cut)), csv(rows.slice(cut))];
        const files = { "plan.yaml": PLAN, "data/a.csv": first, "data/b.csv": second };
        expect(said(await checkFiles(files))).toEqual(said(await assess(csv(rows))));
      }),
      { numRuns: 40 },
    );
  });

  test.each<[string, (text: string) => string | Buffer]>([
    ["decomposed letters", (text) => text.normalize("NFD")],
    ["a byte order mark", (text) => `\uFEFF${text}`],
    ["CRLF", (text) => text.replaceAll("\n", "\r\n")],
    ["UTF-16", (text) => Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["semicolons", (text) => text.replaceAll(",", ";")],
    ["tabs", (text) => text.replaceAll(",", "\t")],
    ["quotes", (text) => text.replaceAll(/[^,\n]+/g, '"$&"')],
    ["points in counts", (text) => text.replaceAll(/\d{4,}$/gm, (count) => Number(count).toLocaleString("de-DE"))],
    ["the tone on the other vowel, and capitals", (text) => text.replaceAll("Hoà", "HÒA").replaceAll("Thủy", "THUỶ")],
    ["blank lines and trailing delimiters", (text) => text.replaceAll("\n", ",,\n\n")],
  ])("%s", async (_, rewrite) => {
    await fc.assert(
      fc.asyncProperty(figures, async (rows) => {
        expect(said(await assess(rewrite(csv(rows))))).toEqual(said(await assess(csv(rows))));
      }),
      { numRuns: 25 },
    );
  });

  test("multiplying both counts by the same", async () => {
    await fc.assert(
      fc.asyncProperty(figures, fc.integer({ min: 2, max: 1000 }), async (rows, k) => {
        const flows = rows.filter(({ measure }) => measure === "n" || measure === "d");
        const scaled = flows.map((row) => ({ ...row, count: row.count * k }));
        const [one, many] = await Promise.all([assess(csv(flows)), assess(csv(scaled))]);
        const rate = ({ results }: Assessment) => results.find(({ indicator }) => indicator === "rate");
        expect(rate(many)).toMatchObject({
          verdict: rate(one)?.verdict,
          reason: rate(one)?.reason,
          percent: rate(one)?.percent,
        });
      }),
    );
  });
});

describe("what is printed holds when it is done", () => {
  /** One unit, one quarter. */
  const single = fc
    .tuple(fc.integer({ min: 1, max: 5_000 }), fc.nat())
    .map(([d, share]) => ({ n: share % (d + 1), d }));
  const rateOf = async ({ n, d }: { readonly n: number; readonly d: number }) => {
    const { results } = await assess(`period,measure,count\n2022-Q1,n,${n}\n2022-Q1,d,${d}\n`);
    const rate = results.find(({ indicator }) => indicator === "rate");
    if (rate === undefined) throw new Error("no rate");
    return rate;
  };

  test("the gap and the headroom of a run are those that change its verdict, and no less", async () => {
    await fc.assert(
      fc.asyncProperty(single, async ({ n, d }) => {
        const { verdict, gap, headroom } = await rateOf({ n, d });
        if (verdict === "missed") {
          const { fixed, growing } = { fixed: gap?.fixed ?? 0, growing: gap?.growing ?? 0 };
          expect((await rateOf({ n: n + fixed, d })).verdict).toBe("met");
          expect((await rateOf({ n: n + fixed - 1, d })).verdict).toBe("missed");
          expect((await rateOf({ n: n + growing, d: d + growing })).verdict).toBe("met");
          expect((await rateOf({ n: n + growing - 1, d: d + growing - 1 })).verdict).toBe("missed");
        } else {
          const lost = headroom ?? 0;
          expect((await rateOf({ n: n - lost, d })).verdict).toBe("met");
          if (n > lost) expect((await rateOf({ n: n - lost - 1, d })).verdict).toBe("missed");
        }
      }),
    );
  });
});

test("two runs over the same files give the same assessment", async () => {
  const report = async () => {
    const sample = await loadPlan("thua-thien-hue-2022");
    return renderReport(await check({ plan: sample, data: ["fixtures/thua-thien-hue-2022"], by: "unit" }), "json");
  };
  expect(await report()).toBe(await report());
});
