/** Whether an argument is the address of a database, and no file. */
export function isDatabaseUrl(text: string): boolean {
  return /^(?:postgres|postgresql|clickhouse):\/\//i.test(text);
}

/** An address as a URL; `null` where it is none. */
export function parseDatabaseUrl(text: string): URL | null {
  if (!isDatabaseUrl(text)) return null;
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** An address without user, password and options, as messages and reports name it. */
function publicAddress({ protocol, host, pathname }: URL): string {
  return `${protocol === "clickhouse:" ? protocol : "postgres:"}//${host}${decoded(pathname)}`;
}

/** What stands for a table among what is opened: its address, with the parts of its name as further steps. */
export function nameOfTable({ url, table }: { readonly url: URL; readonly table: string }): string {
  return `${publicAddress(url).replace(/\/$/, "")}/${table.replaceAll(".", "/")}`;
}

/** What a user typed, with whatever may be a password struck out. */
export function withoutPassword(text: string): string {
  return text.replace(/^([a-z]+:\/\/)[^/]*@/i, "$1…@");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
