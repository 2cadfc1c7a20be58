import { nameOfTable } from "../database/database-url.ts";
import { isForThreads, prepareThreads } from "../fold/fold-table.ts";
import { inThreads } from "../fold/fold-table.ts";
import { shippedSources } from "../load.ts";
import type { Source } from "../model.ts";
import { ProblemError } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { openData } from "../read/open-data.ts";
import type { Opened } from "../read/open-data.ts";
import { isForm } from "../recognise/find-form.ts";
import { formInDatabase } from "../recognise/recognise.ts";
import type { DataRequest } from "./data-request.ts";
import { namedFiles, saidOfNothing } from "./named-files.ts";
import type { Named } from "./named-files.ts";

/** Exports that were opened, with what helps to recognise them. */
export interface Exports {
  readonly opened: readonly Opened[];
  /** The formats known, in tiers. */
  readonly tiers: readonly (readonly Source[])[];
  readonly named: Named;
  readonly problems: readonly Problem[];
}

/**
 * Opens everything that the arguments name.
 *
 * @throws ProblemError where one of them names nothing.
 */
export async function openExports(request: DataRequest): Promise<Exports> {
  const { cwd = process.cwd(), digests = true, readStandardInput = noInput } = request;
  const named = await namedFiles(request, cwd);
  const tiers = [request.sources ?? [], await shippedSources()].filter((sources) => sources.length > 0);
  const declared = new Set((request.sources ?? []).flatMap(({ encoding }) => encoding ?? []));
  const { opened, problems } = await openData({
    data: request.data,
    files: named.files,
    cwd,
    digests,
    digestLarge: request.digestLarge === true,
    encodingOf: (path) => named.encodings.get(path) ?? request.encoding ?? named.sources.get(path)?.encoding ?? null,
    declaredEncoding: declared.size === 1 ? ([...declared][0] ?? null) : null,
    readStandardInput,
    inThreads,
    dataRead: (bytes) => {
      request.dataRead?.(bytes);
      if (isForThreads(bytes)) void prepareThreads();
    },
    ...(request.watch && { watch: request.watch }),
  });
  if (problems.some(({ severity }) => severity === "error")) throw new ProblemError(problems);
  const unread = saidOfNothing(
    named,
    opened.map(({ path }) => path),
    cwd,
  );
  if (unread.length > 0) throw new ProblemError(unread);
  const all = [...opened, ...(await openDatabases(request))];
  return { opened: all, tiers, named, problems: [...problems, ...all.flatMap((one) => one.problems)] };
}

const TIMEOUT = 600;

async function openDatabases({
  databases = [],
  timeout = TIMEOUT,
  signal = null,
}: DataRequest): Promise<readonly Opened[]> {
  if (databases.length === 0) return [];
  const forms = databases.flatMap(({ source, ...one }) =>
    source !== null && isForm(source) ? [formInDatabase(source, nameOfTable(one))] : [],
  );
  if (forms.length > 0) throw new ProblemError(forms);
  const { openTable } = await import("../database-table.ts");
  return Promise.all(
    databases.map(async ({ url, table }) => {
      const opened = await openTable({ url, table, timeout, signal });
      return { ...opened, path: opened.input.file };
    }),
  );
}

function noInput(): Promise<Buffer> {
  return Promise.resolve(Buffer.alloc(0));
}
