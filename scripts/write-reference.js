import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { loadTypeScript } from "./load-typescript.js";

const FOLDER = fileURLToPath(new URL("../docs/reference", import.meta.url));

/** @type {typeof import("./reference-pages.ts")} */
const { referencePages } = await loadTypeScript("scripts/reference-pages.ts");
await mkdir(FOLDER, { recursive: true });
await Promise.all(Object.entries(referencePages()).map(([file, text]) => writeFile(path.join(FOLDER, file), text)));
