/**
 * A province with as many agencies as asked: its plan, its roster, and their counts for a year. Made up, and the same
 * each time: nobody reports like this, but so many do.
 *
 * @param {number} agencies
 * @param {{ indicators?: number }} [options]
 * @returns {{ "plan.yaml": string, "units.csv": string, "counts.csv": string }}
 */
export function rosterFiles(agencies, { indicators = 20 } = {}) {
  const levels = ["tinh", "huyen", "xa"];
  const units = range(agencies).map((index) => ({
    code: `H57.${String(index + 1).padStart(4, "0")}`,
    name: `Cơ quan số ${index + 1}`,
    level: levels[index < agencies / 20 ? 0 : index < agencies / 5 ? 1 : 2] ?? "",
  }));
  const ids = range(indicators).map((index) => `i${index + 1}`);
  const plan = {
    format: "chitieu/plan@1",
    id: "large",
    title: "Kế hoạch của một tỉnh lớn",
    year: { label: "2022", starts: "2022-01-01" },
    levels: { tinh: { vi: "Cấp tỉnh" }, huyen: { vi: "Cấp huyện" }, xa: { vi: "Cấp xã" } },
    units: "units.csv",
    measures: Object.fromEntries(ids.flatMap((id) => [side(`${id}.done`), side(`${id}.all`)])),
    indicators: Object.fromEntries(
      ids.map((id, index) => [
        id,
        {
          vi: `Chỉ tiêu số ${index + 1}`,
          numerator: `${id}.done`,
          denominator: `${id}.all`,
          target: { "at-least": "80%" },
        },
      ]),
    ),
  };
  const counts = ["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"].flatMap((period, quarter) =>
    units.flatMap(({ code, level }, unit) =>
      ids.flatMap((id, index) => {
        const all = 20 + ((unit * 7 + index * 3 + quarter) % 90);
        const done = Math.floor((all * (70 + ((unit + index + quarter) % 31))) / 100);
        return [`${period},${code},${level},${id}.done,${done}`, `${period},${code},${level},${id}.all,${all}`];
      }),
    ),
  );
  return {
    "plan.yaml": JSON.stringify(plan, null, 2),
    "units.csv": lines(
      "code,name,level",
      units.map(({ code, name, level }) => `${code},${name},${level}`),
    ),
    "counts.csv": lines("period,unit,level,measure,count", counts),
  };
}

/** @param {string} id */
function side(id) {
  return [id, { vi: id, accumulate: "sum" }];
}

/** @param {number} length */
function range(length) {
  return Array.from({ length }, (_, index) => index);
}

/**
 * @param {string} header
 * @param {readonly string[]} rows
 */
function lines(header, rows) {
  return `${[header, ...rows].join("\n")}\n`;
}
