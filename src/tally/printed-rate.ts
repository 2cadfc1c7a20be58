/**
 * Whether a printed percent (decimal text) is a ratio, rounded or cut off: publishers do either, so it may differ by less
 * than one unit of its last digit. Trailing zeros may have been dropped, which makes a digit more no claim.
 */
export function rateMatches(percent: string, numerator: number, denominator: number): boolean {
  const digits = percent.split(".")[1]?.length ?? 0;
  const printed = BigInt(percent.replace(".", ""));
  const exact = BigInt(numerator) * 100n * 10n ** BigInt(digits);
  const difference = exact - printed * BigInt(denominator);
  const distance = difference < 0n ? -difference : difference;
  return distance < BigInt(denominator);
}

/** The ratio as a percent with one digit more than what is printed, half up. */
export function shownRate(percent: string, numerator: number, denominator: number): string {
  const digits = (percent.split(".")[1]?.length ?? 0) + 1;
  const scaled = BigInt(numerator) * 100n * 10n ** BigInt(digits) * 2n + BigInt(denominator);
  const text = String(scaled / (BigInt(denominator) * 2n)).padStart(digits + 1, "0");
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
