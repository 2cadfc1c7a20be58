import fc from "fast-check";
import type { FoldSpec } from "../../src/model.ts";

/** Exports as they should not be, in every dialect: what is wrong with them is seldom, so that most rows get far. */

const PIECES = {
  text: [
    ["H57", "Sở Y tế", "H58.01", "Ủy ban nhân dân thành phố"],
    ["a", "", " ", "H57 ", "\u00A0", "x".repeat(17), "ệ".repeat(9), "TRỰC TUYẾN", "😀"],
  ],
  category: [
    ["Trực tuyến", "trực tuyến", "Trực tiếp"],
    ["trực  tiếp", "TRỰC TIẾP", "", "-", "bưu điện"],
  ],
  date: [
    ["2022-01-05", "05/02/2022", "2022-05-06 07:08", "12/12/2022 17:08:09", "31/12/2021"],
    ["2022-05-06T7:08:09.5Z", "2022-13-06 07:08", "2022-05-06 07:8", "2022-05-06 ", "", "-", "1/7/2022", "hôm qua"],
  ],
  count: [
    ["0", "7", "12", "123", "1234", "1.234", "12.345.678", "1\u00A0234", "12345678", "123456789", "999999999999999"],
    [
      "1 234",
      "1\u202F234",
      "1\u2009234",
      "1,234",
      "12,5",
      "01.234",
      "1.234 567",
      "1.2345",
      "-",
      "",
      " 5 ",
      "-3",
      "1e3",
      "00012",
      "9007199254740991",
      "9007199254740992",
      "257.7575",
      "99999999999999999999",
      "không",
    ],
  ],
  free: [
    ["A-1", "ghi chú", "a b", "H57.01-22-000123", "12345678", "0"],
    ["", "dòng\nhai", "dòng\r\nhai", "dòng\rhai", 'nói "có"', '"', ";", ",", "\t", "…", "\n\n", '",\n"'],
  ],
} as const;

type Kind = keyof typeof PIECES;

const COLUMNS: readonly Kind[] = ["text", "category", "free", "date", "count", "count"];

export interface DirtyTable {
  readonly bytes: Buffer;
  readonly spec: FoldSpec;
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

const dialect = fc.record({
  delimiter: fc.constantFrom(";", ",", "\t", "|"),
  lineEnd: fc.oneof({ arbitrary: fc.constantFrom("\n", "\r\n"), weight: 4 }, fc.constantFrom("\r", "\n\r", "mixed")),
  quotes: fc.constantFrom("all" as const, "needed" as const, "needed" as const),
  form: fc.constantFrom("NFC" as const, "NFD" as const),
  mark: fc.boolean(),
  sep: fc.boolean(),
  ended: fc.boolean(),
  trailing: fc.nat({ max: 2 }),
  /** How many of a thousand rows are ragged, blank, or broken. */
  dirt: fc.constantFrom(0, 0, 50, 300),
});

export const dirtyTables: fc.Arbitrary<DirtyTable> = fc
  .record({
    dialect,
    order: fc.shuffledSubarray([...COLUMNS], { minLength: COLUMNS.length }),
    rows: fc.array(fc.infiniteStream(fc.nat({ max: 999 })), { maxLength: 30, size: "max" }),
    /** How many of a hundred cells are odd. */
    odd: fc.constantFrom(0, 1, 10, 50),
    /** Columns that name a record. */
    key: fc.constantFrom<readonly Kind[]>([], ["free"], ["text", "free"]),
  })
  .map(({ dialect: like, order, rows, odd, key }) => {
    const { delimiter } = like;
    const cellOf = (cell: string) =>
      like.quotes === "all" || /[;,\t|"\r\n]/.test(cell)
        ? quoted(cell.normalize(like.form))
        : cell.normalize(like.form);
    const lines = rows.map((stream) => {
      const next = () => stream.next().value as number;
      const dirt = next();
      const cells = order.map((kind) => {
        const pieces: readonly string[] = PIECES[kind][next() % 100 < odd ? 1 : 0];
        return cellOf(pieces[next() % pieces.length] ?? "");
      });
      const extra = Array.from({ length: like.trailing }, () => "");
      if (dirt >= like.dirt) return [...cells, ...extra].join(delimiter);
      return DIRT[dirt % DIRT.length]?.(cells, next, delimiter) ?? "";
    });
    const header = order.map((kind, index) => cellOf(`${kind} ${index}`)).join(delimiter);
    const ends = like.lineEnd === "mixed" ? ["\n", "\r\n", "\r"] : [like.lineEnd];
    const start = like.sep ? `sep=${delimiter}\n` : "";
    const all = [header, ...lines].map((line, index) => line + (ends[index % ends.length] ?? "\n")).join("");
    const text = like.ended ? all : all.replace(/[\r\n]+$/, "");
    const bytes = Buffer.concat([
      Buffer.from(like.mark ? "\uFEFF" : ""),
      Buffer.from(start),
      ...text.split(WRONG).flatMap((part, index) => [...(index > 0 ? [Buffer.of(0xe1, 0xbb)] : []), Buffer.from(part)]),
    ]);
    return { bytes, spec: specOf(order, key, like.sep ? 2 : 1) };
  });

/** Stands for a character that was cut off. */
const WRONG = "\uE000";

type Dirt = (cells: readonly string[], next: () => number, delimiter: string) => string;
const DIRT: readonly Dirt[] = [
  (cells, _, delimiter) => cells.slice(1).join(delimiter),
  (cells, _, delimiter) => [...cells, "x"].join(delimiter),
  (cells, _, delimiter) => [...cells, " ", '""'].join(delimiter),
  () => "",
  (_, next) => " \t\u00A0\u3000"[next() % 4] ?? "",
  (cells, _, delimiter) => cells.map(() => "").join(delimiter),
  (cells, _, delimiter) => cells.map(() => '""').join(delimiter),
  (cells, next, delimiter) => cells.join(delimiter) + (next() % 3 === 0 ? '"' : ""),
  (cells, next, delimiter) => (next() % 3 === 0 ? '"' : "") + cells.join(delimiter),
  (cells, next, delimiter) => cells.join(next() % 3 === 0 ? `x"y"${delimiter}` : delimiter),
  (cells, next, delimiter) => cells.join(next() % 3 === 0 ? `"y"z${delimiter}` : delimiter),
  (cells, next, delimiter) => cells.join(delimiter) + (next() % 3 === 0 ? WRONG : ""),
  (cells, next, delimiter) => cells.join(delimiter) + (next() % 3 === 0 ? "\0" : ""),
  (cells, _, delimiter) => [`"${";,\n".repeat(12)}"`, ...cells.slice(1)].join(delimiter),
];

function specOf(order: readonly Kind[], key: readonly Kind[], headerLine: number): FoldSpec {
  const numbers = { thousands: ".", missing: ["-"], zero: ["không".normalize("NFD")] } as const;
  const quarters = [1, 2, 3, 4].map((quarter) => ({
    period: `2022-Q${quarter}`,
    from: `2022-${String(quarter * 3 - 2).padStart(2, "0")}-01`,
    until: `2022-${String(quarter * 3).padStart(2, "0")}-31`,
  }));
  const columns = order.map((kind, index) => ({ kind, index, name: `${kind}${index}`, field: `${kind} ${index}` }));
  const [tests, sum] = columns.filter(({ kind }) => kind === "count");
  const classings: Readonly<Record<Kind, FoldSpec["classes"][number]["classing"] | null>> = {
    text: { kind: "text", missing: ["a"] },
    category: {
      kind: "category",
      spellings: Object.fromEntries(
        [
          ["trựctuyến", "online"],
          ["trựctiếp", "direct"],
        ].map(([text = "", id = ""]) => [text.normalize("NFD"), id]),
      ),
      missing: ["-"],
    },
    date: { kind: "date", bounds: quarters, missing: ["", "-"] },
    count: { kind: "tests", tests: [{ operator: "more-than", value: 100 }], numbers },
    free: null,
  };
  return {
    headerLine,
    width: order.length,
    classes: columns.flatMap(({ kind, name, index, field }) => {
      const classing = classings[kind];
      return classing === null || index === sum?.index ? [] : [{ name, index, field, classing }];
    }),
    sums: [sum, ...(tests !== undefined && tests.index % 2 === 0 ? [tests] : [])].flatMap((column) =>
      column === undefined ? [] : [{ name: column.name, index: column.index, field: column.field, numbers }],
    ),
    key: key.flatMap((kind) => columns.filter((column) => column.kind === kind)),
    dates: [],
  };
}
