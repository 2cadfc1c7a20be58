import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { suspectInText } from "../../src/read/find-suspect.ts";
import { suspectText } from "../../src/read/suspect-text.ts";
import { encoded } from "./encoded.ts";

const NAMES = [
  "Hà Nội",
  "Huế",
  "Đơn vị",
  "Hồ sơ giải quyết đúng hạn",
  "Sở Thông tin và Truyền thông",
  "Văn phòng ủy ban nhân dân tỉnh",
  "huyện Phong Điền",
  "Tổng số văn bản",
  "Tiếp nhận trực tuyến",
  "đã ký số",
];

const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** Bytes as a decoder for Western Europe reads them. */
function misread(bytes: Buffer): string {
  return bytes.toString("latin1").replaceAll(/[\x80-\x9F]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80] ?? "");
}

describe("text that went through the wrong decoder is recognised", () => {
  test.each(NAMES)("%s, TCVN3", (name) => {
    const text = misread(encoded(name, "tcvn3"));
    expect(suspectText(`1;${text};2`)).toEqual({ index: 2, text, encoding: "tcvn3", meant: name });
  });

  test.each(NAMES)("%s, UTF-8", (name) => {
    const text = misread(Buffer.from(name));
    expect(suspectText(`1;${text};2`)).toEqual({ index: 2, text, encoding: "utf-8", meant: name });
  });

  // "Huêì" tells; "Ðõn viò" does not: Ð is often typed for Đ, and Italian ends words in ò.
  test.each(NAMES.filter((name) => name !== "Đơn vị"))("%s, Windows-1258", (name) => {
    const text = misread(encoded(name, "windows-1258"));
    const found = { text, encoding: "windows-1258", meant: name };
    expect(suspectText(`1;${text};2`)).toEqual({ ...found, index: 2 });
    expect(suspectInText(Buffer.from(`1;${text};2`), "a.csv")).toMatchObject({ args: found });
  });

  test("UTF-8 through Vietnamese Windows, and with its no-break spaces lost", () => {
    expect(suspectText("HĂ Tĩnh")).toBeNull();
    expect(suspectText("HĂ¢n HoĂ n")).toMatchObject({ encoding: "utf-8" });
    expect(suspectText("ThÃ nh phá»‘ Huáº¿")).toMatchObject({ text: "phá»‘", meant: "phố" });
  });

  test("but not where it could be right, such as French", () => {
    expect(misread(encoded("Quý một", "tcvn3"))).toBe("Quý mét");
    expect(suspectText("Quý mét")).toBeNull();
  });

  test("at its line and column", () => {
    const found = suspectInText(Buffer.from("mã;tên\r\n1;§¬n vÞ\r\n2;Hµ Néi\r\n"), "a.csv");
    expect(found).toMatchObject({
      code: "encoding-suspect",
      severity: "error",
      args: { text: "§¬n vÞ", encoding: "tcvn3", meant: "Đơn vị" },
      at: { line: 2, column: 3 },
      excerpt: { line: "1;§¬n vÞ", start: 2, length: 6 },
    });
  });
});

describe("text that is right is left alone", () => {
  test.each([
    ...NAMES,
    ...NAMES.map((name) => name.toUpperCase()),
    ...NAMES.map((name) => name.normalize("NFD")),
    "THỊ XÃ”, XÃ – PHƯỜNG, “XÔ, XÃ², XÃ¹, «XÃ»",
    "né à Noël, l’été, œuvre, «déjà vu», garçon, ÉCOLE, À côté, MAÏS, n° 5, 1ª, 2º",
    "10 µm; 50 µg/m³; 5 m²; 37 °C; ±2; 3 × 4; ½; N·m; kW·h",
    "Windows®, Excel™, © 2022, § 12, ¶ 3, «Tôi», «anh em», a¹ b² c³",
    "Straße, Übung, MÜLLER, größer, Ærø, Þór, Ísland, señor, niño, ¿está?, ¡sí!, col·lecció, São Paulo, NÃO",
    "CIÒ, PERÒ, così, lunedì, Forlì; Ðông Hà",
    "»x« og så videre, « là », “Ngô”«",
    "ca 12:00 à 14:00; 1.234,5; =A1; {x}; ~; ÷; naïve",
    "à ả ã á ạ; è é; ì í; ò ó õ; ù ú; ý; â ê ô",
  ])("%s", (text) => {
    expect(suspectText(text)).toBeNull();
    expect(suspectInText(Buffer.from(text), "a.csv")).toBeNull();
  });

  test.each(["targets", "fixtures/thua-thien-hue-2022", "fixtures/forms"])("every file of %s/", (folder) => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && /\.(?:csv|yaml)$/.test(entry.name),
    );
    const found = files.flatMap(({ parentPath, name }) => {
      const one = suspectInText(readFileSync(`${parentPath}/${name}`), name);
      return one === null || one.at === null ? [] : [`${parentPath}/${name}: ${JSON.stringify(one.args)}`];
    });
    expect(found).toEqual([]);
  });
});
