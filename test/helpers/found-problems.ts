import type { Run } from "./run-cli.ts";

/** A problem as it was printed. */
export interface FoundProblem {
  readonly code: string;
  /** `file:line:column`, or what there is of it; `null` where it has no place. */
  readonly at: string | null;
  /** All of its lines. */
  readonly text: string;
}

const FIRST_LINE =
  /^(?:(?<at>\S.*?): )?(?:error|warning|note|lỗi|cảnh báo|ghi chú): .* \[(?<code>[a-z]+(?:-[a-z\d]+)*)\]$/u;

/** The problems that a run printed, in their order: each has a line of its own, and others indented under it. */
export function foundProblems({ stdout, stderr }: Pick<Run, "stdout" | "stderr">): FoundProblem[] {
  return [stderr, stdout].flatMap((output) => {
    const found: FoundProblem[] = [];
    let last: FoundProblem | undefined;
    for (const line of output.split("\n")) {
      const { at = null, code } = FIRST_LINE.exec(line)?.groups ?? {};
      if (last !== undefined && line.startsWith("  ")) found.pop();
      else last = undefined;
      if (code !== undefined) last = { code, at, text: `${line}\n` };
      else if (last !== undefined) last = { ...last, text: `${last.text}${line}\n` };
      if (last !== undefined) found.push(last);
    }
    return found;
  });
}
