import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { bareReport } from "../../src/model.ts";
import type { Report, Result } from "../../src/model.ts";
import { notAssessed, pageOf, sampleReport, withFirst } from "./html-page.ts";

let report: Report;
let page: string;

beforeAll(async () => {
  report = await sampleReport();
  page = await pageOf(report);
});

/** The text of a part of the page, without its markup. */
function textOf(html: string): string {
  return html.replaceAll(/<(style|script)>[\s\S]*?<\/\1>|<[^>]*>/g, "").replaceAll(/\s+/g, " ");
}

describe("the page", () => {
  test("is the same, byte by byte, however often it is made", async () => {
    expect(await pageOf(await sampleReport())).toBe(page);
  });

  test("allows its own style and script by their digests, and nothing else", () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll("&#39;", "'");
    const digest = (tag: string) => {
      const content = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? "";
      return `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
    };
    expect(policy?.split("; ")).toEqual([
      "default-src 'none'",
      `style-src ${digest("style")}`,
      `script-src ${digest("script")}`,
      "img-src data:",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  test("names nothing that lies elsewhere, and carries no style or handler in attributes", () => {
    expect(page).not.toMatch(/\s(?:src|style|on[a-z]+)=|@import|url\(/);
    expect(page.match(/href="[^#][^"]*"/g)).toBeNull();
  });

  test("has every number of an id once, so that its links lead somewhere", () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
  });

  test("says Vietnamese numbers in Vietnamese and English ones in English", async () => {
    expect(textOf(page)).toContain("237.490/250.000");
    expect(textOf(page)).toContain("94,996%");
    expect(textOf(page)).toContain("Thời hạn31/12/2022");
    const english = textOf(await pageOf(report, "en"));
    expect(english).toContain("237,490/250,000");
    expect(english).toContain("94.996%");
    expect(english).toContain("Due31 December 2022");
  });
});

describe("what comes from data", () => {
  const HOSTILE = `<script>alert("1")</script> & 'x' \u202Eevil`;

  test("is text, and turns nothing around", async () => {
    const html = await pageOf(withFirst(report, { name: { vi: HOSTILE, en: HOSTILE } }));
    expect(html).not.toContain("<script>alert");
    expect(html).toContain("<bdi>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; �evil</bdi>");
    expect(html).not.toContain("\u202E");
  });
});

describe("where something is absent", () => {
  test("no verdicts: the headline says so, with the problems", async () => {
    const [vi, en] = [await pageOf(notAssessed(report)), await pageOf(notAssessed(report), "en")];
    expect(textOf(vi)).toContain("Chưa đánh giá được Số liệu không đáng tin cậy.");
    expect(textOf(vi)).toContain("data/one.csv:12:9");
    expect(textOf(en)).toContain("Not assessed The data cannot be trusted.");
    expect(vi).not.toContain('id="targets"');
    expect(vi).toContain('href="#summary"');
  });

  test("no breakdown, trend or figures: the verdicts stand alone", async () => {
    const html = await pageOf(bareReport(report.assessment));
    for (const id of ["breakdown", "trend"]) expect(html).not.toContain(`id="${id}"`);
    expect(html).not.toContain('class="spark"');
    expect(textOf(html)).toContain("Đạt 12/21 chỉ tiêu");
  });
});

describe("the course of the year", () => {
  test("over, it is told; going on, with a projection, and why some have none", async () => {
    expect(textOf(page)).not.toContain("Ước cả năm");
    const going = textOf(await pageOf(await sampleReport("2022-9M"), "en"));
    expect(going).toContain("Course of the year and projection");
    expect(going).toContain("≈ 96.84% ✗ missed≥ 109.48% (out of reach)");
    expect(going).toContain("– 2, 3, 4, 7, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19: no projection");
  });

  test("each small line says its periods", () => {
    const said = /<svg class="spark"[^>]*><title>([^<]*)</.exec(page)?.[1];
    expect(said).toBe("Quý I/2022: 95,31%; Quý II/2022: 96,12%; Quý III/2022: 96,84%; Quý IV/2022: 96,44%");
  });
});

describe("the chart of a target", () => {
  const target = (operator: NonNullable<Result["target"]>["operator"], value: string) =>
    ({ operator, value, due: "2022-12-31", document: null }) as const;
  const chartOf = async (changed: Partial<Result>) =>
    /<svg class="bullet"[\s\S]*?<\/svg>/.exec(await pageOf(withFirst(report, changed), "en"))?.[0] ?? "";

  test("says in words what it draws", async () => {
    expect(await chartOf({})).toContain("<title>Result 96.44%, target ≥ 100%; gap: 9</title>");
  });

  test("a ceiling that is exceeded", async () => {
    const changed = { percent: "12.00", target: target("at-most", "10%"), gap: { fixed: 3, growing: 30 } };
    expect(await chartOf(changed)).toContain("<title>Result 12.00%, target ≤ 10%; gap: 3 over</title>");
  });

  test("a range has both its ends, and a count its own scale", async () => {
    const range = await chartOf({ percent: "50.00", target: target("between", "40%–60%"), gap: null });
    expect(range.match(/class="mark"/g)).toHaveLength(2);
    const count = await chartOf({ percent: null, value: 200, target: target("at-least", "400"), gap: null });
    expect(count).toContain("<title>Result 200, target ≥ 400</title>");
    expect(count).not.toMatch(/NaN|Infinity|width="-/);
  });

  test("nothing without figures", async () => {
    expect(await chartOf({ percent: null, value: null })).not.toContain("Result ,");
  });
});
