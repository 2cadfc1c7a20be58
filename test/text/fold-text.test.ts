import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText } from "../../src/text/fold-text.ts";

describe("the same text in other writing", () => {
  test.each([
    ["Hoà", "Hòa"],
    ["Thuỷ", "Thủy"],
    ["HOÀ BÌNH", "hòa bình"],
    ["Uỷ ban nhân dân", "Ủy ban nhân dân"],
    ["khoẻ", "khỏe"],
    ["Quý", "Qúy"],
    ["Đơn vị", "ĐƠN VỊ"],
    ["Đơn  vị", "Đơn vị"],
    [" Đơn vị\t", "Đơn vị"],
    ["Đơn\u00A0vị", "Đơn vị"],
    ["HàNội", "Hà Nội"],
    ["SởYtế", "Sở Y tế"],
    ["Đơn\r\nvị", "Đơn vị"],
    ["Đơn\u200B vị", "Đơn vị"],
    ["H57.01", "h57.01"],
    ["\u00D0ơn vị", "Đơn vị"],
    ["\u00F0ã giải quyết", "Đã giải quyết"],
    ["LAO \u0189ỘNG".normalize("NFD"), "Lao động"],
    ["Mức độ 3", "MỨC ĐỘ  3"],
  ])("%j is %j", (one, other) => expect(foldText(one)).toBe(foldText(other)));

  const words =
    "Hồ sơ thủ tục hành chính được giải quyết trực tuyến Thừa Thiên Huế Hương Thuỷ Đắk Lắk nghiệm ưỡn ẫy".split(" ");
  const texts = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 });

  test("composed or decomposed, upper or lower case, with any space between words", () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(" ", "  ", "\n", "\u00A0", "\t"), (parts, space) => {
        const text = parts.join(" ");
        for (const other of [text.normalize("NFD"), text.normalize("NFC"), text.toUpperCase(), parts.join(space)])
          expect(foldText(other)).toBe(foldText(text));
      }),
    );
  });

  test("folding a folded word changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        // Of two words that are joined, nobody can tell any more which of them a tone belongs to: Bò An, Bo Àn.
        if (/\s/u.test(text)) return;
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

describe("nothing else is the same", () => {
  test.each([
    ["Hòa", "Hoa"],
    ["Hòa", "Hóa"],
    ["Thủy", "Thụy"],
    ["Đông", "Dông"],
    ["\u00D0ông", "Dông"],
    ["Sơn", "Son"],
    ["tân", "tăn"],
    ["Cấp 1", "Cấp 2"],
    ["1.0", "10"],
    ["Sở Y tế", "Sở Y-tế"],
    ["Văn bản mật", "Văn bản mặt"],
    ["Hoà Binh", "Hoa Bình"],
    ["hoá-hoa", "hoa-hoá"],
    ["Hoà Ái", "Hoá Ài"],
    ["Mỹ An", "My Ãn"],
    ["Hà An", "Ha Àn"],
    ["Quý/năm", "Quy/nắm"],
    ["Tú Anh", "Tu Ánh"],
    ["A/B", "A B"],
  ])("%j is not %j", (one, other) => expect(foldText(one)).not.toBe(foldText(other)));
});
