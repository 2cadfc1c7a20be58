import type { DatabaseTable, Unread } from "../model.ts";
import { decoded } from "./database-url.ts";

/** Where a table lies, and how long its database may take. */
export interface Target {
  /** With the user, and with the password where there is one. */
  readonly url: URL;
  /** As the user names it: alone, or with its schema or database in front. */
  readonly table: string;
  /** Of each question, in seconds. */
  readonly timeout: number;
  /** Ends the work, on the server too. */
  readonly signal: AbortSignal | null;
}

/** A row of an answer: every value as text. */
export type Answer = readonly (string | null)[];
export type Ask = (sql: string) => Promise<readonly Answer[]>;

/** A database that can be asked. Every method throws an `UnreadError` where it gets no whole answer. */
export interface Database {
  /** The table of that name, or the names of those there are. */
  find(table: string): Promise<DatabaseTable | { readonly tables: readonly string[] }>;
  /** Lends a connection that reads alone, and closes it. */
  connected<Value>(use: (ask: Ask) => Promise<Value>): Promise<Value>;
}

/** A database that did not answer, or not wholly. */
export class UnreadError extends Error {
  readonly why: Exclude<Unread, "repeats">;
  readonly detail: string;

  constructor(why: UnreadError["why"], detail: string) {
    super(`${why}: ${detail}`);
    this.name = "UnreadError";
    this.why = why;
    this.detail = detail;
  }
}

/** What an error says, without the password that the address has. */
export function detailOf(error: unknown, { password }: URL): string {
  const { code, message, errors } = error as { code?: string; message?: string; errors?: readonly Error[] };
  const said = message || errors?.[0]?.message || code || String(error);
  const line = said.split("\n")[0]?.trim() ?? "";
  const secrets = [password, decoded(password)].filter((secret) => secret !== "");
  return secrets.reduce((text, secret) => text.replaceAll(secret, "…"), line);
}

/** Opens what an address names; its client is loaded when it is used. */
export async function openDatabase(target: Target): Promise<Database> {
  if (target.url.protocol === "clickhouse:") return (await import("./clickhouse.ts")).clickhouse(target);
  return (await import("./postgres.ts")).postgres(target);
}
