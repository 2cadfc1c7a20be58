/** The definitions in `targets/`, compiled by the build (scripts/shipped-definitions.js), so that a run parses no YAML. */
declare module "virtual:shipped" {
  export interface ShippedPlan {
    readonly id: string;
    readonly number: string | null;
    readonly title: string;
    readonly language: import("./model.ts").Plan["language"];
    load(): Promise<{ readonly default: import("./model.ts").Plan }>;
    /** Its YAML, word by word, with its roster. */
    loadText(): Promise<{ readonly default: ShippedText }>;
  }

  export interface ShippedText {
    readonly file: string;
    readonly text: string;
    readonly roster: { readonly path: string; readonly text: string } | null;
  }

  export const plans: readonly ShippedPlan[];
  export function loadSources(): Promise<{ readonly default: readonly import("./model.ts").Source[] }>;
}
