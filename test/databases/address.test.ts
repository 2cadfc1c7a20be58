import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { detailOf } from "../../src/database/database.ts";
import { parseDatabaseUrl } from "../../src/database/database-url.ts";
import { inFolder } from "../helpers/check-files.ts";
import { runCli } from "../helpers/run-cli.ts";

/** Passwords that tear their address apart, or cannot be decoded. */
const PASSWORDS = ["mat/khau", "12/mat", "12?mat", "12#mat", "mat@12/khau", "mat50%", "%zz"];
const addressWith = (password: string) => `postgres://u:${password}@127.0.0.1:1/db`;
const MASKED = "postgres://…@127.0.0.1:1/db";

describe.each(PASSWORDS)("the password %s", (password) => {
  const options = ["-p", "thua-thien-hue-2022", "--lang", "en", "-f", "json", "-o", "out.html"];
  const runIn = (files: Readonly<Record<string, string>>, data: readonly string[]) =>
    inFolder(files, async (cwd) => {
      const { exit, stdout, stderr } = await runCli(["check", ...data, ...options], { cwd });
      return { exit, said: `${stdout}${stderr}${readFileSync(path.join(cwd, "out.html"), "utf8")}` };
    });

  test("is refused with what to write instead, and shown nowhere", async () => {
    const address = addressWith(password);
    for (const data of [
      [address, "--table", "t"],
      ["--source", `one-stop-dossiers=${address}`],
    ]) {
      const { exit, said } = await runIn({}, data);
      expect(exit).toBe(2);
      expect(said).toContain(MASKED);
      expect(said).not.toContain(password);
    }
    const { said } = await runIn({}, [address, "--table", "t"]);
    expect(said).toContain("[address-wrong]");
    expect(said).toContain("% as %25");
  });

  test("is not taken in chitieu.yaml, nor shown", async () => {
    const config = JSON.stringify({ databases: { hoso: { url: addressWith(password), table: "t" } } });
    const { stdout, stderr, exit } = await inFolder({ "chitieu.yaml": config }, (cwd) =>
      runCli(["check", ...options.slice(0, -2)], { cwd }),
    );
    expect([exit, stderr]).toEqual([2, expect.stringContaining("[value-wrong]")]);
    expect(`${stdout}${stderr}`).not.toContain(password);

    const misspelt = JSON.stringify({ databases: { hoso: { urll: addressWith(password), table: "t" } } });
    const unknown = await inFolder({ "chitieu.yaml": misspelt }, (cwd) => runCli(["check"], { cwd }));
    expect(unknown.stderr).toContain("[key-unknown]");
    expect(unknown.stderr).not.toContain(password);
  });

  test("is taken when it is encoded", () => {
    const url = parseDatabaseUrl(addressWith(encodeURIComponent(password)));
    expect(decodeURIComponent(url?.password ?? "")).toBe(password);
    expect(url?.host).toBe("127.0.0.1:1");
  });
});

test.each(["postgres://a%b@h/db", "postgres://h/d%b", "postgres://h%/db", "clickhouse://h/d%b"])(
  "%s cannot be decoded",
  (address) => {
    expect(parseDatabaseUrl(address)).toBeNull();
  },
);

test("what an error says has no password, also one that cannot be decoded", () => {
  expect(detailOf(new Error("no entry for 50%"), new URL("postgres://u:50%@h/db"))).toBe("no entry for …");
});
