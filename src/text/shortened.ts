const MOST_SHOWN = 100;

/** A text as a message quotes it: a file that is no YAML at all is one long text. */
export function shortened(text: string): string {
  const [line = ""] = text.split("\n", 1);
  const isWhole = line.length === text.length && line.length <= MOST_SHOWN;
  return isWhole ? text : `${line.slice(0, MOST_SHOWN)}…`;
}
