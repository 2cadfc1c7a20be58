import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Encoding } from "../../src/model.ts";
import { decodeText } from "../../src/read/decode-text.ts";
import { readTables } from "../../src/read/read-tables.ts";
import { brief } from "../helpers/check-files.ts";
import { encoded } from "./encoded.ts";

const ALPHABET =
  'aàảãáạ ăằẳẵắặ âầẩẫấậ dđ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ ĂÂÊÔƠƯĐ 0123456789;,|\t"\r\n';

async function decoded(bytes: Buffer, named: Encoding | null) {
  const result = await decodeText(bytes, "a.csv", named);
  return "code" in result ? brief([result]) : result.utf8.toString();
}

describe("what is named is how a file is read", () => {
  test.each<Encoding>(["utf-8", "utf-16le", "utf-16be", "windows-1258", "tcvn3"])("%s", async (encoding) => {
    expect(await decoded(encoded(ALPHABET, encoding), encoding)).toBe(ALPHABET);
  });

  test("tones that follow their letters are put on them", async () => {
    expect(await decoded(encoded("Thừa Thiên Huế", "windows-1258"), "windows-1258")).toBe("Thừa Thiên Huế");
    expect(await decoded(Buffer.from("a\xb8e\xb3", "latin1"), "tcvn3")).toBe("aáé");
  });

  test("but a file's own mark wins", async () => {
    expect(await decoded(Buffer.from("\uFEFFHuế"), "tcvn3")).toBe("Huế");
    expect(await decoded(Buffer.from("\uFEFFHuế", "utf16le"), "windows-1258")).toBe("Huế");
  });

  test("UTF-16 without its mark is told by its zero bytes, whatever is wrong before them", async () => {
    const result = await decodeText(encoded("Ủy ban;1\n", "utf-16le"), "a.csv", null);
    expect(result).toMatchObject({ code: "encoding-invalid", args: { byte: "0x00", encoding: "utf-8" } });
  });

  test("a text longer than a piece", async () => {
    const text = "Sở Giáo dục và Đào tạo;12\n".repeat(700_000);
    expect(await decoded(encoded(text, "tcvn3"), "tcvn3")).toBe(text);
    expect(await decoded(encoded(`😀${text}`, "utf-16be"), "utf-16be")).toBe(`😀${text}`);
  });
});

describe("a byte that stands for nothing is an error at its place", () => {
  test.each<[string, Buffer, Encoding | null, string]>([
    ["UTF-8", Buffer.concat([Buffer.from("a\nHuế"), Buffer.from([0xff])]), null, "2:4"],
    ["UTF-8 after a CR alone", Buffer.from("a\rbc\xff", "latin1"), null, "2:3"],
    ["UTF-8 with a NUL", Buffer.from("a;\0"), null, "1:3"],
    ["UTF-16 with half a pair", Buffer.from("a\nb\uD800c", "utf16le"), "utf-16le", "2:2"],
    ["UTF-16 that was cut off", Buffer.from("a\u0000b", "latin1"), "utf-16le", "1:2"],
    ["windows-1258", Buffer.from("a\r\nb\xd2\x8a", "latin1"), "windows-1258", "2:3"],
    ["tcvn3", Buffer.from("\xa7\xac\n\xb5\x93", "latin1"), "tcvn3", "2:2"],
    ["tcvn3 with a NUL", Buffer.from("a\0"), "tcvn3", "1:2"],
  ])("%s", async (_, bytes, encoding, place) => {
    expect(await decoded(bytes, encoding)).toEqual([`error encoding-invalid a.csv:${place}`]);
  });
});

describe("an encoding that a source declares", () => {
  const bytes = encoded("Đơn vị;Số\nHuế;1\n", "tcvn3");
  const read = (content: Buffer) => readTables(content, "a.csv", { named: null, declared: "tcvn3" });

  test("is tried where a file is no UTF-8", async () => {
    const { encoding, tables } = await read(bytes);
    expect({ encoding, cells: tables[0]?.head[0]?.cells }).toEqual({ encoding: "tcvn3", cells: ["Đơn vị", "Số"] });
  });

  test("and not where it is", async () => {
    const { encoding, tables } = await read(Buffer.from("Đơn vị;Số\n"));
    expect({ encoding, cells: tables[0]?.head[0]?.cells }).toEqual({ encoding: "utf-8", cells: ["Đơn vị", "Số"] });
  });
});

describe("gzip", () => {
  const text = Buffer.from("Đơn vị;Số\nHuế;1\n");
  const read = async (bytes: Buffer) => readTables(bytes, "a.csv.gz", { named: null, declared: null });
  const trouble = async (bytes: Buffer) => {
    const { problems, tables } = await read(bytes);
    expect(tables).toEqual([]);
    return problems.map(({ code, args }) => ({ code, ...args }));
  };

  test("is read like what is in it", async () => {
    const { encoding, delimiter, tables } = await read(gzipSync(text));
    expect({ encoding, delimiter }).toEqual({ encoding: "utf-8", delimiter: ";" });
    expect(tables[0]?.head.map(({ cells }) => cells)).toEqual([
      ["Đơn vị", "Số"],
      ["Huế", "1"],
    ]);
  });

  test("has members, one after the other, and zeros at the end", async () => {
    const bytes = Buffer.concat([gzipSync(text), gzipSync("Đà Nẵng;2\n"), Buffer.alloc(512)]);
    expect((await read(bytes)).tables[0]?.head).toHaveLength(3);
  });

  test.each<[string, Buffer]>([
    ["cut off", gzipSync(text).subarray(0, 30)],
    ["cut off in its header", gzipSync(text).subarray(0, 5)],
    ["with a changed byte", Buffer.from(gzipSync(text)).fill(0x55, 14, 18)],
    ["with a wrong checksum", Buffer.concat([gzipSync(text).subarray(0, -8), Buffer.alloc(8)])],
    ["with something behind it", Buffer.concat([gzipSync(text), Buffer.from("junk")])],
    ["with something behind zeros", Buffer.concat([gzipSync(text), Buffer.from("\0\0junk")])],
  ])("%s is damage", async (_, bytes) => expect(await trouble(bytes)).toMatchObject([{ code: "archive-wrong" }]));

  test("that unpacks to a thousand times its size is a bomb", async () => {
    const most = { code: "archive-too-large", what: "ratio", most: 1000 };
    expect(await trouble(gzipSync(Buffer.alloc(40_000_000, 32)))).toEqual([most]);
  });

  test("in gzip is not read", async () => {
    expect(await trouble(gzipSync(gzipSync(text)))).toEqual([{ code: "format-unsupported", extension: ".gz" }]);
  });
});
