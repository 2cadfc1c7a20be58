import type { ProgressWords } from "../words/progress.ts";

export const progress: ProgressWords = {
  opening: (file) => `đang mở ${file}`,
  folding: (file) => `đang đọc ${file}`,
  rate: (megabytes) => `${megabytes} MB/giây`,
  left: (seconds) => (seconds < 100 ? `còn ${seconds} giây` : `còn ${Math.ceil(seconds / 60)} phút`),
};
