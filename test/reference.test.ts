import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { referencePages } from "../scripts/reference-pages.ts";

const pages = referencePages();

test.each(Object.entries(pages))("docs/reference/%s is current: otherwise `npm run docs:reference`", (file, text) => {
  expect(readFileSync(`docs/reference/${file}`, "utf8")).toBe(text);
});

test("there is no other page", () => {
  expect(readdirSync("docs/reference").sort()).toEqual(Object.keys(pages).sort());
});

test("every key is described", () => {
  for (const [file, text] of Object.entries(pages)) expect(text.match(/^\| \S+ \| {2}\|.*$/gm) ?? [], file).toEqual([]);
});
