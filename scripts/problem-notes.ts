import type { ProblemCode } from "../src/problem/problem.ts";

/** What the page of problems adds where a message alone does not say enough, in both languages. */
export const PROBLEM_NOTES: { readonly [Code in ProblemCode]?: { readonly en: string; readonly vi: string } } = {};
