import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { loadTypeScript } from "./load-typescript.js";

const FOLDER = fileURLToPath(new URL("../schema", import.meta.url));

/** @type {typeof import("./schemas.ts")} */
const { jsonSchemas } = await loadTypeScript("scripts/schemas.ts");
await mkdir(FOLDER, { recursive: true });
await Promise.all(Object.entries(jsonSchemas()).map(([file, text]) => writeFile(path.join(FOLDER, file), text)));
