import type { Class } from "../model.ts";

/** What tells a class from all others of its column. */
export function classId(means: Class): string {
  return typeof means === "string" ? `=${means}` : JSON.stringify(means);
}

/** The sign of a numbered class. Short texts are put together and looked up faster than lists of numbers. */
export function signOf(number: number): string {
  const low = number & 0x7fff;
  return number === low ? String.fromCharCode(low) : String.fromCharCode(0x8000 | (number >> 15), low);
}
