import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { severityOf } from "../src/problem/catalogue.ts";
import type { ProblemCode } from "../src/problem/problem.ts";
import { foundProblems } from "../test/helpers/found-problems.ts";
import { runCase } from "../test/helpers/run-case.ts";
import { PROBLEM_NOTES } from "./problem-notes.ts";

/** Codes that belong together, as the catalogue's comments name them. */
export interface ProblemGroup {
  readonly name: string;
  readonly codes: readonly ProblemCode[];
}

/** The codes in the order and the groups of the catalogue, which has them as types alone: its text is read. */
export function problemGroups(root: string): ProblemGroup[] {
  const text = readFileSync(path.join(root, "src/problem/catalogue.ts"), "utf8");
  const [, catalogue = ""] = /^export interface ProblemArgs \{\n(.*?)^\}/msu.exec(text) ?? [];
  const groups: { name: string; codes: ProblemCode[] }[] = [];
  for (const [, name, code] of catalogue.matchAll(/^ {2}(?:\/\/ (.*)\.|readonly "?([a-z\d-]+)"?: .*)$/gmu)) {
    if (name !== undefined) groups.push({ name, codes: [] });
    else groups.at(-1)?.codes.push(code as ProblemCode);
  }
  return groups;
}

/** `docs/problems.md`: what each folder of `fixtures/invalid` prints, in both languages. */
export async function problemsPage(root: string): Promise<string> {
  const groups = problemGroups(root).map(({ name, codes }) => ({
    name,
    codes: codes.filter((code) => existsSync(path.join(root, folderOf(code)))),
  }));
  const contents = groups.map(
    ({ name, codes }) => `- ${name}: ${codes.map((code) => `[${code}](#${code})`).join(", ")}`,
  );
  const sections = await Promise.all(
    groups.map(async ({ name, codes }) => {
      const each = await Promise.all(codes.map((code) => section(code, root)));
      return `## ${name}\n\n${each.join("\n\n")}`;
    }),
  );
  return `${INTRODUCTION}\n${contents.join("\n")}\n\n${sections.join("\n\n")}\n`;
}

const INTRODUCTION = `# Problems

<!-- Written by \`npm run docs:problems\` from fixtures/invalid/, src/locale/ and scripts/problem-notes.ts: mend it there. -->

Everything that chitieu finds wrong ends in a code in brackets. Here is each code with an input that has it, and what is printed in English and in Vietnamese.

An **error** leaves no verdicts: the exit code is 2 where the command or a definition is wrong, and 3 where the data are. A **warning** is worth a look before the result goes out, and changes the exit code only with \`--fail-on warning\`. A **note** says what was done.

_Mỗi vấn đề mà chitieu nêu ra đều kết thúc bằng một mã trong ngoặc vuông. Trang này có một ví dụ cho từng mã, bằng tiếng Anh và tiếng Việt. **Lỗi** thì không có kết quả đánh giá: mã thoát 2 nếu câu lệnh hoặc tệp định nghĩa sai, 3 nếu số liệu sai. **Cảnh báo** cần được xem lại trước khi gửi kết quả đi. **Ghi chú** chỉ cho biết chương trình đã làm gì._
`;

function folderOf(code: ProblemCode): string {
  return `fixtures/invalid/${code}`;
}

async function section(code: ProblemCode, root: string): Promise<string> {
  const folder = folderOf(code);
  const [en, vi] = await Promise.all(
    ["en", "vi"].map(async (language) => {
      const run = await runCase(path.join(root, folder), { root, more: ["--lang", language] });
      const texts = foundProblems(run).filter((found) => found.code === code);
      if (texts.length === 0) throw new Error(`${folder} prints no ${code}:\n${run.stderr}`);
      return { exit: run.exit, texts: texts.map(({ text }) => text) };
    }),
  );
  const severity = severityOf(code);
  const exit = severity === "error" ? `, exit code ${en?.exit}` : "";
  const command = readFileSync(path.join(root, folder, "command.txt"), "utf8").trim();
  const printed = [...(en?.texts ?? []), "\n", ...(vi?.texts ?? []).map(withoutExcerpt)].join("");
  return [
    `### ${code}`,
    `${severity[0]?.toUpperCase()}${severity.slice(1)}${exit}: \`chitieu ${command}\` in [${folder}](../${folder})`,
    `\`\`\`text\n${printed}\`\`\``,
    ...Object.values(PROBLEM_NOTES[code] ?? {}),
  ].join("\n\n");
}

/** The same without the line and its caret, which stand above already. */
function withoutExcerpt(text: string): string {
  return text.replaceAll(/^ {2}\d* +\| .*\n/gmu, "");
}
