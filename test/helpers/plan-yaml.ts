interface PlanParts {
  readonly measures?: Readonly<Record<string, object>>;
  readonly indicators?: Readonly<Record<string, object>>;
  readonly [key: string]: unknown;
}

/** A plan as YAML (JSON is YAML), with what every plan needs and no test cares about. */
export function planYaml({ measures = { n: {}, d: {} }, indicators = {}, ...rest }: PlanParts): string {
  const plan = {
    format: "chitieu/plan@1",
    id: "thu",
    title: "Kế hoạch thử",
    year: { label: "2022", starts: "2022-01-01" },
    measures: named(measures),
    indicators: named(indicators),
    ...rest,
  };
  return JSON.stringify(plan, null, 2);
}

/** A plan with one indicator, `rate`: n over d. */
export function ratioPlan(
  target: object,
  { indicator = {}, ...rest }: PlanParts & { indicator?: object } = {},
): string {
  return planYaml({ indicators: { rate: { numerator: "n", denominator: "d", target, ...indicator } }, ...rest });
}

/** A plan with one indicator, `count`: the value of n. */
export function countPlan(
  target: object,
  { indicator = {}, ...rest }: PlanParts & { indicator?: object } = {},
): string {
  return planYaml({ indicators: { count: { value: "n", target, ...indicator } }, ...rest });
}

/** Three levels, as most plans have them. */
export const LEVELS = {
  tinh: { vi: "Cấp tỉnh", en: "Province" },
  huyen: { vi: "Cấp huyện", en: "District" },
  xa: { vi: "Cấp xã", en: "Commune" },
};

/** Lines of `period,unit,level,measure,count`, under their header. */
export function countsCsv(...lines: readonly string[]): string {
  return `${["period,unit,level,measure,count", ...lines].join("\n")}\n`;
}

function named(entries: Readonly<Record<string, object>>): Record<string, object> {
  return Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, { vi: id, en: id, ...entry }]));
}
