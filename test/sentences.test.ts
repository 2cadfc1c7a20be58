import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { check, loadPlan } from "../src/index.ts";
import type { Plan } from "../src/index.ts";
import { inFolder } from "./helpers/check-files.ts";
import { countsCsv } from "./helpers/plan-yaml.ts";

/** Sentences of plans, each with counts on both sides of its threshold: see fixtures/sentences/README.md. */
const SENTENCES = path.resolve(import.meta.dirname, "../fixtures/sentences");

type Column = "indicator" | "level" | "unit" | "period" | "as-of" | "counts" | "verdict" | "flags";
type Row = Readonly<Record<Column, string>>;

const folders = readdirSync(SENTENCES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

async function planOf(folder: string): Promise<Plan> {
  const cwd = path.join(SENTENCES, folder);
  return existsSync(path.join(cwd, "plan.yaml")) ? loadPlan("plan.yaml", { cwd }) : loadPlan(folder);
}

/** What a row comes to: the verdict, with its flags. */
async function verdictOf({ indicator, level, unit, period, "as-of": asOf, counts }: Row, plan: Plan) {
  const lines = counts.split(" ").filter(Boolean);
  const csv = countsCsv(...lines.map((line) => `${period},${unit},${level},${line.replace("=", ",")}`));
  const { results, tasks } = await inFolder({ "counts.csv": csv }, (cwd) =>
    check({ plan, data: ["counts.csv"], cwd, period, asOf: asOf === "" ? null : asOf }),
  );
  if (tasks.some(({ task }) => task === indicator)) return "not-scored";
  const named = (id: string | null) => id ?? "";
  const [result, ...more] = results.filter(
    (one) => one.indicator === indicator && named(one.level) === level && named(one.unit) === unit,
  );
  expect(more).toEqual([]);
  return [result?.verdict, ...(result?.flags ?? [])].join(" ");
}

describe.each(folders)("%s", (folder) => {
  const text = readFileSync(path.join(SENTENCES, folder, "both-sides.csv"), "utf8");
  const rows = parse<Row>(text, { columns: true });

  test.each(rows)("$indicator $level$unit, $period $as-of: $counts", async (row) => {
    expect(await verdictOf(row, await planOf(folder))).toBe([row.verdict, row.flags].filter(Boolean).join(" "));
  });

  test("every target is met by one row and missed by another", async () => {
    const plan = await planOf(folder);
    for (const { id, targets, text: sentence } of plan.indicators) {
      expect(sentence).not.toBeNull();
      for (const { level, unit } of targets) {
        const of = rows.filter(
          (row) => row.indicator === id && row.level === (level ?? "") && row.unit === (unit ?? ""),
        );
        expect(of.map(({ verdict }) => verdict)).toEqual(expect.arrayContaining(["met", "missed"]));
      }
    }
  });
});
