/** The definitions in `targets/`, compiled by the build (scripts/shipped-definitions.js), so that a run parses no YAML. */
declare module "virtual:shipped" {
  export interface ShippedPlan {
    readonly id: string;
    readonly number: string | null;
    readonly title: string;
    load(): Promise<{ readonly default: import("./model.ts").Plan }>;
  }

  export const plans: readonly ShippedPlan[];
  export function loadSources(): Promise<{ readonly default: readonly import("./model.ts").Source[] }>;
}
