import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { cruise, ROOT } from "./cruise.js";

/**
 * The diagram in docs/architecture.md, drawn from the imports: with `--write` it is renewed, otherwise it must be current.
 * What every room may import is left out, since its arrows would cover all others.
 */
const FILE = path.join(ROOT, "docs/architecture.md");
const BEGIN = "<!-- diagram: npm run docs:diagram -->\n";
const END = "<!-- end of diagram -->";
const EVERYWHERE = "^src/((text|problem|locale)/|(model|exit-code|version)\\.ts$|.*\\.d\\.ts$)";

const drawn = await cruise({
  outputType: "mermaid",
  includeOnly: { path: "^src/" },
  exclude: { path: EVERYWHERE },
  collapse: "^src/[^/.]+",
});
const text = await readFile(FILE, "utf8");
const [start, end] = [text.indexOf(BEGIN) + BEGIN.length, text.indexOf(END)];
if (start < BEGIN.length || end < start) throw new Error(`${FILE} has no place for the diagram`);
const renewed = `${text.slice(0, start)}\n\`\`\`mermaid\n${drawn.trim()}\n\`\`\`\n\n${text.slice(end)}`;

if (process.argv.includes("--write")) {
  await writeFile(FILE, renewed);
} else if (renewed !== text) {
  console.error("The diagram in docs/architecture.md is not current: npm run docs:diagram");
  process.exitCode = 1;
}
