/** The few ways in which text is set off in a terminal. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly red: (text: string) => string;
}

const plain = (text: string): string => text;
const PLAIN: Paint = { bold: plain, dim: plain, green: plain, yellow: plain, red: plain };

/** Colours for a terminal that shows them; chalk is loaded for those alone. */
export async function loadPaint(colour: boolean): Promise<Paint> {
  if (!colour) return PLAIN;
  const { Chalk } = await import("chalk");
  return new Chalk({ level: 1 });
}
