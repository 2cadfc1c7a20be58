import type { ProblemWords } from "../words/problems.ts";
import { cells } from "./problems/cells.ts";
import { definitions } from "./problems/definitions.ts";
import { doubts } from "./problems/doubts.ts";
import { figures } from "./problems/figures.ts";
import { files } from "./problems/files.ts";
import { usage } from "./problems/usage.ts";

export const problems: ProblemWords = { ...usage, ...definitions, ...doubts, ...files, ...cells, ...figures };
