import path from "node:path";
import { NO_CONFIG } from "../../config/config.ts";
import type { Config } from "../../config/config.ts";
import { loadPlan, shippedPlanIds, shippedPlanTitle, shippedSources } from "../../load.ts";
import type { Language } from "../../locale/locale.ts";
import { ENCODINGS, indicatorsOfYear } from "../../model.ts";
import type { Name, Plan } from "../../model.ts";
import { definitionFiles, foldersIn } from "../../read/definition-files.ts";
import { ownSources } from "../known-sources.ts";
import { pickLanguage } from "../pick-language.ts";
import { readConfig } from "../read-config.ts";
import type { Io } from "../io.ts";
import type { Candidate, Given, Meanings } from "./complete-line.ts";

/** What the values of options and arguments stand for, by how their definitions call them. */
export function meaningsIn(io: Pick<Io, "cwd" | "env">): Meanings {
  const { cwd } = io;
  const plans = { values: () => plansIn(cwd), files: true };
  const file = { files: true };
  const language = async (plan: Plan | null) =>
    pickLanguage({ wanted: (await configIn(cwd)).language, plan, env: io.env });
  const sources = async () => sourcesIn(cwd, await language(null));
  const ofPlan = (of: (plan: Plan, nameOf: (name: Name) => string) => readonly Candidate[]) => ({
    values: async ({ plan: named = "" }: Given) => {
      const config = await configIn(cwd);
      const plan = await loadPlan(named || (config.plan ?? ""), { cwd });
      const spoken = await language(plan);
      return of(plan, (name) => name[spoken]);
    },
  });
  return {
    plan: plans,
    plans,
    before: plans,
    after: plans,
    source: { values: sources, files: true },
    "source=file": {
      values: async (_, word) => [
        ...[...(await sources()), ...sourcesBehind(cwd, word)].map(behind("=")),
        ...foldersBehind(cwd, word),
      ],
      filesBehind: "=",
    },
    "period=file": { filesBehind: "=" },
    encoding: {
      values: () => Promise.resolve(ENCODINGS.map((value) => ({ value, description: "" }))),
      filesBehind: "=",
    },
    id: ofPlan((plan, nameOf) => {
      const all = [...indicatorsOfYear(plan), ...plan.tasks];
      // What a decision changes is there in two wordings.
      return [...new Map(all.map((one) => [one.id, nameOf(one)]))].map(([value, description]) => ({
        value,
        description,
      }));
    }),
    level: ofPlan(({ levels }, nameOf) =>
      Object.entries(levels).map(([value, name]) => ({ value, description: nameOf(name) })),
    ),
    unit: ofPlan(({ roster }) => (roster ?? []).map(({ code, name }) => ({ value: code, description: name }))),
    data: file,
    file,
    "[format:]file": { ...file, filesBehind: ":" },
  };
}

async function configIn(cwd: string): Promise<Config> {
  return readConfig(cwd).catch(() => NO_CONFIG);
}

/** The one of the config, those in the folder, and those shipped. */
async function plansIn(cwd: string): Promise<Candidate[]> {
  const { plan } = await configIn(cwd);
  const files = definitionFiles(cwd, "plan");
  const isNew = plan !== null && !shippedPlanIds.includes(plan) && !files.some(({ file }) => file === plan);
  return [
    ...(isNew ? [{ value: plan, description: "" }] : []),
    ...files.map(({ file, title }) => ({ value: file, description: title })),
    ...shippedPlanIds.map((id) => ({ value: id, description: shippedPlanTitle(id) })),
  ];
}

/** What is wrong with a source of one's own keeps none of the others back. */
async function sourcesIn(cwd: string, language: Language): Promise<Candidate[]> {
  const own = await ownSources(await configIn(cwd), cwd).catch(() => []);
  return [
    ...[...own, ...(await shippedSources())].map(({ id, name }) => ({ value: id, description: name[language] })),
    ...definitionFiles(cwd, "source").map(({ file, title }) => ({ value: file, description: title })),
  ];
}

/** Sources in the folder that the word names. */
function sourcesBehind(cwd: string, word: string): Candidate[] {
  const folder = folderOf(word);
  if (folder === "") return [];
  const files = definitionFiles(path.resolve(cwd, folder), "source");
  return files.map(({ file, title }) => ({ value: `${folder}${file}`, description: title }));
}

/** The folders that a word begins, which is completed to a folder before it is to a file. */
function foldersBehind(cwd: string, word: string): Candidate[] {
  if (word === "") return [];
  const folder = folderOf(word);
  const folders = foldersIn(path.resolve(cwd, folder));
  return folders.map((name) => ({ value: `${folder}${name}/`, description: "" }));
}

function folderOf(word: string): string {
  return word.slice(0, word.lastIndexOf("/") + 1);
}

function behind(mark: string): (one: Candidate) => Candidate {
  return (one) => ({ ...one, value: `${one.value}${mark}` });
}
