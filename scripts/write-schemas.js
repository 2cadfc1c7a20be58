import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { loadTypeScript } from "./load-typescript.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** @type {typeof import("./schemas.ts")} */
const { jsonSchemas } = await loadTypeScript("scripts/schemas.ts");
/** @type {typeof import("./reference-pages.ts")} */
const { referencePages } = await loadTypeScript("scripts/reference-pages.ts");
for (const [folder, files] of Object.entries({ schema: jsonSchemas(), "docs/reference": referencePages() })) {
  await mkdir(path.join(ROOT, folder), { recursive: true });
  await Promise.all(Object.entries(files).map(([file, text]) => writeFile(path.join(ROOT, folder, file), text)));
}
