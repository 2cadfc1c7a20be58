import { readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { loadTypeScript } from "./load-typescript.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MODULE = "virtual:shipped";
const SOURCES = `${MODULE}/sources`;
const PLAN = `${MODULE}/plan/`;
const TEXT = `${MODULE}/text/`;

/**
 * Compiles the YAML in `targets/` into modules, for the build and the tests alike: the parsers of the program itself
 * read it, once, and what they make of it is kept as JSON. A file that is not valid stops the build.
 *
 * @returns {import("rolldown").Plugin}
 */
export function shippedDefinitions() {
  /** @type {ReturnType<typeof compile> | undefined} */
  let compiled;
  return {
    name: "chitieu:shipped-definitions",
    buildStart() {
      compiled = compile();
    },
    resolveId(id) {
      return id.startsWith(MODULE) ? `\0${id}` : null;
    },
    async load(id) {
      if (!id.startsWith(`\0${MODULE}`)) return null;
      const { plans, texts, sources } = await (compiled ??= compile());
      const name = id.slice(1);
      if (name === SOURCES) return asJson(sources);
      if (name.startsWith(PLAN)) return asJson(plans.find((plan) => plan.id === name.slice(PLAN.length)));
      if (name.startsWith(TEXT)) return asJson(texts[plans.findIndex((plan) => plan.id === name.slice(TEXT.length))]);
      const entries = plans.map(({ id: plan, number, title, language }) => {
        const heading = JSON.stringify({ id: plan, number, title, language }).slice(1, -1);
        const load = (/** @type {string} */ module) => `() => import(${JSON.stringify(module + plan)})`;
        return `{ ${heading}, load: ${load(PLAN)}, loadText: ${load(TEXT)} }`;
      });
      return `export const plans = [${entries.join(", ")}];\nexport const loadSources = () => import(${JSON.stringify(SOURCES)});\n`;
    },
  };
}

/** JSON in a string parses faster than the same as a literal. @param {unknown} value */
function asJson(value) {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`;
}

async function compile() {
  /** @type {typeof import("../src/read-definitions.ts")} */
  const { readWrittenPlan, readSource } = await loadTypeScript("src/read-definitions.ts");
  /** @param {string} folder */
  const yamlIn = async (folder) =>
    (await readdir(path.join(ROOT, folder)))
      .filter((file) => file.endsWith(".yaml"))
      .sort()
      .map((file) => `${folder}/${file}`);
  try {
    const written = await Promise.all((await yamlIn("targets")).map((file) => readWrittenPlan(file, ROOT)));
    return {
      plans: written.map(({ plan }) => plan),
      texts: written.map(({ yaml: { file }, text, roster }) => ({ file, text, roster })),
      sources: await Promise.all((await yamlIn("targets/sources")).map((file) => readSource(file, ROOT))),
    };
  } catch (error) {
    const { problems = [] } = /** @type {{ problems?: object[] }} */ (error);
    for (const problem of problems) console.error(JSON.stringify(problem));
    throw error;
  }
}
