import type { Encoding } from "../../src/model.ts";
import { tcvn3Character } from "../../src/read/tcvn3.ts";

/** A text in an encoding, without a mark; the inverse of reading it. */
export function encoded(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case "utf-8":
      return Buffer.from(text);
    case "utf-16le":
      return Buffer.from(text, "utf16le");
    case "utf-16be":
      return Buffer.from(text, "utf16le").swap16();
    case "windows-1258":
      return bytesOf(apart(text), WINDOWS_1258);
    case "tcvn3":
      return bytesOf(text.normalize("NFC"), TCVN3);
  }
}

/** As Windows types it: the letter with its own sign, then the tone. */
function apart(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/([a-z])([\u0300\u0301\u0303\u0309\u0323]*)([\u0302\u0306\u031B])/gi, "$1$3$2")
    .replaceAll(/[a-z][\u0302\u0306\u031B]/gi, (letter) => letter.normalize("NFC"));
}

function bytesOf(text: string, table: ReadonlyMap<string, number>): Buffer {
  return Buffer.from(
    Array.from(text, (character) => {
      const byte = table.get(character);
      if (byte === undefined) throw new Error(`no byte for ${character}`);
      return byte;
    }),
  );
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte);
const TCVN3 = new Map(BYTES.map((byte) => [tcvn3Character(byte), byte]));
const WINDOWS_1258 = new Map(BYTES.map((byte) => [new TextDecoder("windows-1258").decode(Uint8Array.of(byte)), byte]));
