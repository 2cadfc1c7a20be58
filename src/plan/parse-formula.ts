import type { Formula } from "../model.ts";

const OPERAND = String.raw`(?:\p{L}[\p{L}\d_.]*|\d+)`;

/** What an editor can know of a formula: operands with signs between them. Whether parentheses pair, it cannot. */
export const FORMULA_PATTERN = String.raw`^[\s(]*${OPERAND}[\s)]*(?:[-+][\s(]*${OPERAND}[\s)]*)*$`;

/** How deep parentheses may be nested. */
const DEEPEST = 100;

const TOKEN = /\s*(?:(\p{L}[\p{L}\d_.]*)|(\d+)|([-+()]))/uy;

/** `a + b - (c + 10)` as terms and a constant; what was expected, as a string, where it cannot be read. */
export function parseFormula(text: string): Formula | string {
  const tokens = tokenize(text);
  if (typeof tokens === "string") return tokens;
  const factors = new Map<string, number>();
  let constant = 0;
  let position = 0;
  let depth = 0;

  /** An operand, then any number of `+` or `-` with another; returns what was expected where it fails. */
  function readSum(sign: number): string | null {
    const failure = readOperand(sign);
    if (failure !== null) return failure;
    while (tokens[position] === "+" || tokens[position] === "-") {
      const next = tokens[position++] === "+" ? sign : -sign;
      const inner = readOperand(next);
      if (inner !== null) return inner;
    }
    return null;
  }

  function readOperand(sign: number): string | null {
    const token = tokens[position++];
    if (token === "(") return readInParentheses(sign);
    if (token === undefined || /^[-+)]/.test(token)) return "operand";
    if (/^\d/.test(token)) {
      constant += sign * Number(token);
      if (!Number.isSafeInteger(Number(token)) || !Number.isSafeInteger(constant)) return "exact";
    } else factors.set(token, (factors.get(token) ?? 0) + sign);
    return null;
  }

  function readInParentheses(sign: number): string | null {
    if (++depth > DEEPEST) return "deep";
    const failure = readSum(sign) ?? (tokens[position++] === ")" ? null : ")");
    depth--;
    return failure;
  }

  const failure = readSum(1) ?? (position < tokens.length ? "operator" : null);
  if (failure !== null) return failure;
  const terms = [...factors].map(([measure, factor]) => ({ measure, factor }));
  return { text: text.trim(), constant, terms };
}

function tokenize(text: string): string[] | string {
  const tokens: string[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const match = TOKEN.exec(text);
    if (match === null) return "operand";
    tokens.push(match[0].trim());
  }
  return tokens;
}
