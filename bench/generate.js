import { closeSync, openSync, writeSync } from "node:fs";

/**
 * Exports to measure with, the same at every run: A, plain daily counts, and B, dossiers with quoted Vietnamese names.
 * The sums that a reader must come to are kept while they are written.
 */

const UNITS = 300;
const CHANNELS = ["Trực tuyến", "Trực tiếp", "Bưu chính"];
const FAMILIES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ"];
const MIDDLES = ["Văn", "Thị", "Hữu", "Đức", "Ngọc", "Minh", "Thanh", "Quốc"];
const NAMES = ["An", "Bình", "Cường", "Dũng", "Hạnh", "Hương", "Khánh", "Lan", "Mai", "Nga", "Phúc", "Quỳnh", "Thảo"];

/** @typedef {{ rows: number, bytes: number, settled: number, online: number }} Written */

/**
 * @param {"A" | "B"} kind
 * @param {string} file
 * @param {number} rows
 * @param {number} [seed]
 * @returns {Written}
 */
export function generate(kind, file, rows, seed = 1) {
  const next = randomFrom(seed);
  const out = openSync(file, "w");
  const written = { rows, bytes: 0, settled: 0, online: 0 };
  const { header, row } = KINDS[kind];
  let text = header;
  for (let number = 0; number < rows; number++) {
    text += row(number, next, written);
    if (text.length > 1 << 20 || number === rows - 1) {
      written.bytes += writeSync(out, text);
      text = "";
    }
  }
  closeSync(out);
  return written;
}

/** @type {Record<"A" | "B", { header: string, row: (number: number, next: (most: number) => number, written: Written) => string }>} */
const KINDS = {
  A: {
    header: "Ngày,Mã đơn vị,Kênh tiếp nhận,Lĩnh vực,Đã giải quyết,Đúng hạn,Quá hạn,Nguồn\n",
    row: (number, next, written) => {
      const settled = next(5000);
      const channel = next(3);
      written.settled += settled;
      if (channel === 0) written.online += settled;
      const late = next(settled + 1);
      return `2022-${two(1 + next(12))}-${two(1 + next(28))},${unit(next)},${CHANNELS[channel]},Lĩnh vực ${two(next(60))},${settled},${settled - late},${late},báo cáo ngày số ${String(number).padStart(9, "0")}\n`;
    },
  },
  B: {
    header: "Mã đơn vị,Số hồ sơ,Người nộp,Địa chỉ,Kênh tiếp nhận,Lĩnh vực,Ngày tiếp nhận,Ngày giải quyết,Ghi chú\n",
    row: (number, next, written) => {
      const code = unit(next);
      const channel = next(3);
      const month = 1 + next(12);
      const isSettled = next(20) > 0;
      if (isSettled) written.settled++;
      if (isSettled && channel === 0) written.online++;
      const settled = isSettled ? `${two(1 + next(28))}/${two(month)}/2022` : "";
      return `${code},${code}-22-${String(number).padStart(8, "0")},"${name(next)}","Số ${next(400)}, đường ${name(next)}, thành phố Huế",${CHANNELS[channel]},Lĩnh vực ${two(next(60))},${two(1 + next(28))}/${two(month)}/2022,${settled},\n`;
    },
  },
};

/** @param {(most: number) => number} next */
function unit(next) {
  const number = next(UNITS);
  return `H57.${two(1 + (number % 60))}.${two(Math.floor(number / 60))}`;
}

/** @param {(most: number) => number} next */
function name(next) {
  return [FAMILIES, MIDDLES, NAMES].map((part) => part[next(part.length)]).join(" ");
}

/** @param {number} value */
function two(value) {
  return String(value).padStart(2, "0");
}

/** Mulberry32. @param {number} seed */
function randomFrom(seed) {
  let state = seed;
  return (/** @type {number} */ most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
}
