import { writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { loadTypeScript } from "./load-typescript.js";
import { madeModules } from "./made-modules.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** @type {typeof import("./problems-page.ts")} */
const { problemsPage } = await loadTypeScript("scripts/problems-page.ts", madeModules());
await writeFile(path.join(ROOT, "docs/problems.md"), await problemsPage(ROOT));
