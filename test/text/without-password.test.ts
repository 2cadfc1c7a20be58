import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutPassword } from "../../src/text/without-password.ts";

test.each([
  ["postgres://u:pa/ss@localhost:1/db", "postgres://…@localhost:1/db"],
  ["postgres://u:12/s?s#@x@localhost:1/db", "postgres://…@localhost:1/db"],
  ["postgres://u:50%@localhost/db", "postgres://…@localhost/db"],
  ["clickhouse://u:secret", "clickhouse://u:…"],
  ["postgres://u:12ab/db", "postgres://u:…"],
  ["postgres://ho st:5432/db?password=secret", "postgres://ho st:5432/db?…"],
  ["postgres://localhost:5432/db", "postgres://localhost:5432/db"],
  ["postgres://[::1]:5432/db", "postgres://[::1]:5432/db"],
  [String.raw`C:\số liệu\a@b.csv`, String.raw`C:\số liệu\a@b.csv`],
  ["so-lieu/a@b:c.csv", "so-lieu/a@b:c.csv"],
])("%s", (text, shown) => {
  expect(withoutPassword(text)).toBe(shown);
});

test("no password is shown, whatever it has in it", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.constantFrom("@localhost:1/db", "@h?x=y", "@"), (password, rest) => {
      const shown = withoutPassword(`postgres://u:~${password}~${rest}`);
      expect(shown).toBe(`postgres://…${rest.replace("x=y", "…")}`);
    }),
  );
});
