/** Whether an argument is the address of a database, and no file. */
export function isDatabaseUrl(text: string): boolean {
  return /^(?:postgres|postgresql|clickhouse):\/\//i.test(text);
}

/** An `@` behind the host: a password with one of these signs has ended the host early. */
const TORN = /:\/\/[^/?#]*[/?#].*@/s;

/** An address as a URL whose parts can be decoded; `null` where it is none. */
export function parseDatabaseUrl(text: string): URL | null {
  if (!isDatabaseUrl(text) || TORN.test(text)) return null;
  try {
    const url = new URL(text);
    for (const part of [url.username, url.password, url.hostname, url.pathname]) decodeURIComponent(part);
    return url;
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

/** A part of an address as it is meant; as it is written where it cannot be decoded. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
