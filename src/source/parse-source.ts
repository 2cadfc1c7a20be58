import type { Balance, Condition, CountTest, MeasureRule, RowKind, Source, SourceColumn } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { foldText } from "../text/fold-text.ts";
import { nearest } from "../text/nearest.ts";
import { parseCount } from "../text/number.ts";
import { checkShape } from "../yaml/check-shape.ts";
import type { YamlFile, YamlPath } from "../yaml/parse-yaml.ts";
import { nameOf } from "../yaml/scalars.ts";
import { parseEquation, parseRatio } from "./parse-column-sum.ts";
import { sourceSchema } from "./source-schema.ts";
import type { RuleFile, SourceFile, WhereFile } from "./source-schema.ts";

/** The columns without which rows of a kind mean nothing. */
const NEEDED: Readonly<Record<RowKind, readonly string[]>> = {
  unit: ["unit"],
  count: ["measure", "count"],
  record: [],
  task: ["task", "state"],
};

/** A source's YAML as a source, or everything that is wrong with it. */
export function parseSource(yaml: YamlFile): { readonly source: Source | null; readonly problems: readonly Problem[] } {
  const { value: file, problems: misshapen } = checkShape(sourceSchema, yaml);
  if (file === null) return { source: null, problems: misshapen };
  const check = new SourceCheck(file, yaml);
  for (const column of NEEDED[file.rows]) {
    if (file.columns[column] === undefined && !(column === "unit" && file["unit-of"] === "file"))
      check.report(problem("key-missing", { key: column }, yaml.locate(["columns"], "key")));
  }
  for (const column of file.key ?? []) check.column(column, ["key"]);
  check.headers();
  const system = file.system ?? file.id;
  const source: Source = {
    id: file.id,
    name: nameOf(file.name ?? {}, system),
    system: file.system ?? null,
    note: file.note ?? null,
    rows: file.rows,
    columns: Object.fromEntries(
      Object.entries(file.columns).map(([name, column]) => [name, check.parseColumn(name, column)]),
    ),
    key: file.key ?? [],
    coversAll: file.covers === "all",
    by: file.by ?? "quarter",
    level: file.level ?? null,
    form: file.form?.number ?? null,
    sections: file.sections?.level ?? null,
    totals: file.totals ?? [],
    ignore: file.ignore ?? [],
    balance: (file.balance ?? []).flatMap((text, index) => check.parseBalance(text, ["balance", index])),
    cumulative: file.cumulative ?? false,
    unitOfFile: file["unit-of"] === "file",
    encoding: file.encoding ?? null,
    numbers: { thousands: file.thousands ?? "." },
    measures: Object.fromEntries(
      Object.entries(file.measures ?? {}).map(([name, rule]) => [name, check.parseRule(name, rule)]),
    ),
  };
  return { source: check.problems.length > 0 ? null : source, problems: check.problems };
}

/** Collects what is wrong in one source's cross-references. */
class SourceCheck {
  readonly problems: Problem[] = [];
  readonly #file: SourceFile;
  readonly #yaml: YamlFile;

  constructor(file: SourceFile, yaml: YamlFile) {
    this.#file = file;
    this.#yaml = yaml;
  }

  report(found: Problem): void {
    this.problems.push(found);
  }

  /** Reports a column that the source does not have, or that is not of a type. */
  column(name: string, path: YamlPath, type?: SourceColumn["type"]): void {
    const column = this.#file.columns[name];
    const allowed = Object.keys(this.#file.columns);
    if (column === undefined) {
      this.report(
        problem(
          "name-unknown",
          { kind: "column", name, allowed, nearest: nearest(name, allowed) },
          this.#yaml.locate(path),
        ),
      );
    } else if (type !== undefined && column.type !== type) {
      const at = this.#yaml.locate(["columns", name], "key");
      this.report(problem("value-wrong", { found: `type: ${column.type ?? "text"}`, expected: `type: ${type}` }, at));
    }
  }

  /** Reports a header that two columns claim: one cell cannot be both. */
  headers(): void {
    const owners = new Map<string, string>();
    for (const [name, { header }] of Object.entries(this.#file.columns)) {
      for (const [index, spelling] of header.entries()) {
        const first = owners.get(foldText(spelling)) ?? name;
        owners.set(foldText(spelling), first);
        if (first === name) continue;
        const at = this.#yaml.locate(["columns", name, "header", index]);
        this.report(problem("name-twice", { name: spelling, first, of: "column" }, at));
      }
    }
  }

  parseColumn(name: string, file: SourceFile["columns"][string]): SourceColumn {
    const owners = new Map<string, string>();
    for (const [category, spellings] of Object.entries(file.values ?? {})) {
      for (const spelling of spellings.map(foldText)) {
        const first = owners.get(spelling) ?? category;
        if (first !== category) {
          this.report(
            problem(
              "name-twice",
              { name: spelling, first, of: "category" },
              this.#yaml.locate(["columns", name, "values", category], "key"),
            ),
          );
        }
        owners.set(spelling, category);
      }
    }
    return {
      header: file.header,
      type: file.type ?? "text",
      values: file.values ?? null,
      missing: file.missing ?? [],
      zero: file.zero ?? [],
      optional: file.optional ?? false,
      number: file.number ?? null,
      rate: file.rate === undefined ? null : this.#parseRate(name, file.rate),
    };
  }

  #parseRate(name: string, text: string): SourceColumn["rate"] {
    const path = ["columns", name, "rate"];
    this.column(name, path, "percent");
    const ratio = parseRatio(text);
    if (ratio === null) {
      this.report(problem("value-wrong", { found: text, expected: "rate" }, this.#yaml.locate(path)));
      return null;
    }
    for (const { column } of [...ratio.numerator, ...ratio.denominator]) this.column(column, path, "count");
    return { text, ...ratio };
  }

  parseBalance(text: string, path: YamlPath): Balance[] {
    const equation = parseEquation(text);
    if (equation === null) {
      this.report(problem("value-wrong", { found: text, expected: "balance" }, this.#yaml.locate(path)));
      return [];
    }
    const { left, previous, right } = equation;
    for (const column of [left, ...right.map((term) => term.column)]) this.column(column, path, "count");
    return [{ text, left, terms: right, previous }];
  }

  parseRule(measure: string, file: RuleFile): MeasureRule {
    const path = ["measures", measure];
    const forUnits = this.#file.rows === "unit";
    if (typeof file === "string") {
      const columns = file.split("+").map((name) => name.trim());
      if (!forUnits)
        this.report(problem("value-wrong", { found: file, expected: "record-rule" }, this.#yaml.locate(path)));
      for (const column of columns) this.column(column, path, "count");
      return { kind: "columns", columns };
    }
    if (forUnits)
      this.report(problem("value-wrong", { found: "map", expected: "sum-of-columns" }, this.#yaml.locate(path)));
    const period = file.period ?? null;
    if (period !== null) this.column(period, [...path, "period"], "date");
    if ("count" in file) {
      const where = file.count === "all" ? [] : this.#parseWhere(file.count, [...path, "count"]);
      return { kind: "count", where, period };
    }
    const where = this.#parseWhere(file.where ?? {}, [...path, "where"]);
    if ("sum" in file) {
      this.column(file.sum, [...path, "sum"], "count");
      return { kind: "sum", column: file.sum, where, period };
    }
    this.column(file.distinct, [...path, "distinct"]);
    return { kind: "distinct", column: file.distinct, where, period };
  }

  #parseWhere(where: WhereFile, path: YamlPath): Condition[] {
    return Object.entries(where).flatMap(([column, wanted]): Condition[] => {
      const at = [...path, column];
      this.column(column, at);
      if (typeof wanted === "string" || Array.isArray(wanted))
        return [this.#parseCategories(column, [wanted].flat(), at)];
      this.column(column, at, "count");
      return Object.entries(wanted).map(([operator, text = ""]) => {
        const value = parseCount(text, { thousands: "." });
        if (value === null)
          this.report(
            problem("value-wrong", { found: text, expected: "whole-number" }, this.#yaml.locate([...at, operator])),
          );
        return { column, operator: operator as CountTest["operator"], value: value ?? 0 };
      });
    });
  }

  #parseCategories(column: string, categories: readonly string[], path: YamlPath): Condition {
    const allowed = Object.keys(this.#file.columns[column]?.values ?? {});
    for (const name of categories) {
      if (allowed.includes(name)) continue;
      this.report(
        problem(
          "name-unknown",
          { kind: "category", name, allowed, nearest: nearest(name, allowed) },
          this.#yaml.locate(path),
        ),
      );
    }
    return { column, in: categories };
  }
}
