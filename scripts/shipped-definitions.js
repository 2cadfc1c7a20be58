import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MODULE = "virtual:shipped";
const SOURCES = `${MODULE}/sources`;
const PLAN = `${MODULE}/plan/`;

/**
 * Compiles the YAML in `targets/` into modules, for the build and the tests alike: the parsers of the program itself
 * read it, once, and what they make of it is kept as JSON. A file that is not valid stops the build.
 *
 * @returns {import("rolldown").Plugin}
 */
export function shippedDefinitions() {
  /** @type {Promise<{ plans: import("../src/model.ts").Plan[], sources: import("../src/model.ts").Source[] }> | undefined} */
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
      const { plans, sources } = await (compiled ??= compile());
      const name = id.slice(1);
      if (name === SOURCES) return asJson(sources);
      if (name.startsWith(PLAN)) return asJson(plans.find((plan) => plan.id === name.slice(PLAN.length)));
      const entries = plans.map(({ id: plan, number, title }) => {
        const heading = JSON.stringify({ id: plan, number, title }).slice(1, -1);
        return `{ ${heading}, load: () => import(${JSON.stringify(PLAN + plan)}) }`;
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
  const { readPlan, readSource } = await loadReaders();
  /** @param {string} folder */
  const yamlIn = async (folder) =>
    (await readdir(path.join(ROOT, folder)))
      .filter((file) => file.endsWith(".yaml"))
      .sort()
      .map((file) => `${folder}/${file}`);
  try {
    return {
      plans: await Promise.all((await yamlIn("targets")).map((file) => readPlan(file, ROOT))),
      sources: await Promise.all((await yamlIn("targets/sources")).map((file) => readSource(file, ROOT))),
    };
  } catch (error) {
    const { problems = [] } = /** @type {{ problems?: object[] }} */ (error);
    for (const problem of problems) console.error(JSON.stringify(problem));
    throw error;
  }
}

/** The program's own readers, bundled for this once. @returns {Promise<typeof import("../src/read-definitions.ts")>} */
async function loadReaders() {
  const folder = path.join(ROOT, "node_modules/.cache/chitieu");
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `readers-${process.pid}.mjs`);
  const bundle = await rolldown({
    input: path.join(ROOT, "src/read-definitions.ts"),
    platform: "node",
    external: /^[^./]/,
    logLevel: "warn",
  });
  await bundle.write({ file });
  return import(pathToFileURL(file).href);
}
