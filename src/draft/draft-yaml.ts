import type { Draft, DraftIndicator } from "./draft.ts";

/** A plan's YAML, with its schema named for an editor. */
export function draftYaml(draft: Draft, schema: string): string {
  const { id, title, year, levels, groups, measures, indicators } = draft;
  return [
    `# yaml-language-server: $schema=${schema}`,
    "format: chitieu/plan@1",
    `id: ${id}`,
    "# number: …/KH-UBND",
    `title: ${scalar(title)}`,
    "language: vi",
    `year: { label: "${year}", starts: ${year}-01-01 }`,
    ...named("levels", levels),
    ...named("groups", groups),
    "",
    "# accumulate: sum (cộng dồn qua các kỳ), first (số đầu năm), last (số của kỳ cuối), distinct (đếm một lần trong năm)",
    "measures:",
    ...Object.entries(measures).map(
      ([measure, name]) => `  ${measure}: { vi: ${scalar(name, "flow")}, accumulate: sum }`,
    ),
    "",
    "indicators:",
    ...indicators.flatMap(indicatorLines),
    "",
  ].join("\n");
}

function named(key: string, names: Readonly<Record<string, string>>): string[] {
  const entries = Object.entries(names);
  return entries.length === 0
    ? []
    : [`${key}:`, ...entries.map(([id, name]) => `  ${id}: { vi: ${scalar(name, "flow")} }`)];
}

function indicatorLines({ id, name, group, text, note, numerator, denominator, targets }: DraftIndicator): string[] {
  const { "": whole, ...byLevel } = targets;
  const parts = [
    ...(whole === undefined ? [] : [whole.slice(2, -2)]),
    ...Object.entries(byLevel).map(([level, one]) => `${level}: ${one}`),
  ];
  return [
    `  ${id}:`,
    ...(group === null ? [] : [`    group: ${group}`]),
    `    vi: ${scalar(name)}`,
    ...(text === null ? [] : [`    text: ${scalar(text)}`]),
    ...(denominator === null
      ? [`    value: ${numerator}`]
      : [`    numerator: ${numerator}`, `    denominator: ${denominator}`]),
    `    target: { ${parts.join(", ")} }`,
    ...(note === null ? [] : [`    note: ${scalar(note)}`]),
  ];
}

/** Plain where that says the same, in quotes where YAML would read something else. */
function scalar(text: string, place: "block" | "flow" = "block"): string {
  const isPlain = /^[\p{L}\d][^:#\n\r]*$/u.test(text) && text.trim() === text && !/^[\d.,\s%-]+$/.test(text);
  const isSafe = place === "block" || !/[,[\]{}]/.test(text);
  return isPlain && isSafe && !/^(?:true|false|null|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(text);
}
