import { formatCount } from "../locale.ts";

export const ROMAN = ["I", "II", "III", "IV"];

export const numbers = { group: ".", decimal: "," };

export const count = (value: number) => formatCount(value, numbers);

/** A day as people write it; what is no day stays as it is. */
export function dateOf(date: string): string {
  return date.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3/$2/$1");
}
