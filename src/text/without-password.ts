const SCHEME = String.raw`^(?<before>[a-z][a-z\d+.-]*:\/\/`;
const SECRETS: readonly RegExp[] = [
  // Whatever a password has in it, it ends before the last @.
  new RegExp(`${SCHEME}).*(?=@)`, "is"),
  // Without a host it stands where a port would.
  new RegExp(String.raw`${SCHEME}[^@:/?#[]*:)(?!\d*(?:[/?#]|$)).*`, "is"),
  // Options can hold one too.
  new RegExp(String.raw`${SCHEME}[^?]*\?).+`, "is"),
];

/** What a user typed, with whatever may be a password struck out where it is an address, be it well written or not. */
export function withoutPassword(text: string): string {
  return SECRETS.reduce((shown, secret) => shown.replace(secret, "$<before>…"), text);
}

const IN_LINE = /(?<=\b(?:postgres|postgresql|clickhouse):\/\/).*(?=@)/gi;

/** A line of a file with what may be passwords covered, and everything else in its place. */
export function coveredPasswords(line: string): string {
  return line.replaceAll(IN_LINE, (secret) => "…".repeat([...secret].length));
}
