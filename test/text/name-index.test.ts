import { expect, test } from "vitest";
import { indexNames } from "../../src/text/name-index.ts";

const index = indexNames([
  ["dossiers.settled", { vi: "Hồ sơ", en: "Dossiers settled" }],
  ["dossiers.received", { vi: "Hồ sơ", en: "Dossiers received", aliases: ["Tiếp nhận"] }],
  ["other", { vi: "dossiers.settled", en: "Other" }],
]);

test.each([
  ["dossierssettled", "dossiers.settled"],
  ["dossiersreceived", "dossiers.received"],
  ["other", "other"],
])("%s means %s", (name, id) => expect(index.get(name)).toBe(id));

test("an id means itself, whatever else is called so", () => {
  expect(index.get("dossiers.settled")).toBe("dossiers.settled");
});

test("a name that two share means neither, so that no figure goes to the wrong one unseen", () => {
  expect(index.get("hồsơ".normalize("NFD"))).toBeUndefined();
});
