/**
 * TCVN3, also called ABC: the bytes from A0 on as the fonts of the .VnTime family draw them. These are the letters of
 * TCVN 5712:1993 (VN2, without its capitals in 80–9F); the table is that of glibc's TCVN5712-1.
 *
 * Those fonts have no capital with a tone: a heading in capitals is written in a font whose name ends in H (.VnTimeH),
 * which draws the small letters as capitals. A file of text knows no fonts, so such a heading comes out small, which
 * the matching of headers and names does not mind.
 */
const LETTERS = [
  "\u00A0ĂÂÊÔƠƯĐăâêôơưđẰ",
  "\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ",
  "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ",
  "éẹềểễếệìỉỄẾỒĩíịò",
  "Ổỏõóọồổỗốộờởỡớợù",
  "ỖủũúụừửữứựỳỷỹýỵỐ",
].join("");

/** What a byte stands for in TCVN3; "" where nothing. */
export function tcvn3Character(byte: number): string {
  return byte < 0x80 ? String.fromCharCode(byte) : (LETTERS[byte - 0xa0] ?? "");
}
