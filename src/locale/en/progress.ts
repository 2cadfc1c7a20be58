import type { ProgressWords } from "../words/progress.ts";

export const progress: ProgressWords = {
  opening: (file) => `opening ${file}`,
  folding: (file) => `reading ${file}`,
  rate: (megabytes) => `${megabytes} MB/s`,
  left: (seconds) => (seconds < 100 ? `${seconds} s left` : `${Math.ceil(seconds / 60)} min left`),
};
