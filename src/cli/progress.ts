import type { Language } from "../locale/locale.ts";
import type { Step, Watch } from "../read/watch.ts";
import type { Io } from "./io.ts";
import type { Progress } from "./progress-line.ts";

/** A run that is over by then shows nothing; in milliseconds from its start. */
const SOON = 1000;
/** Lines that follow each other faster cannot be read. */
const EVERY = 200;

/**
 * Shows on a terminal how far a long run is: the share, the rate, the time that is left, and the file. It asks the clock
 * at every step, and does no more before a second has passed.
 */
export function watchFor(
  language: Language,
  { showStatus }: Pick<Io, "showStatus">,
  now: () => number = () => process.uptime() * 1000,
): Watch {
  if (showStatus === undefined) return () => {};
  const folding = new Folding();
  let lineOf: ((progress: Progress, columns: number) => string) | null = null;
  let next = SOON;
  let begun = { what: "", at: 0, done: 0 };
  return (step) => {
    const { doing, file } = step;
    const { done, total } = doing === "folding" ? folding.after(step) : step;
    const at = now();
    const what = doing === "folding" ? doing : `${doing} ${file}`;
    if (what !== begun.what || done < begun.done) begun = { what, at, done };
    if (at < next) return;
    next = at + EVERY;
    if (lineOf === null) void load();
    else {
      const rate = at > begun.at ? ((done - begun.done) / (at - begun.at)) * 1000 : 0;
      const line = lineOf;
      showStatus((columns) => line({ doing, file, done, total, rate }, columns));
    }
  };

  async function load(): Promise<void> {
    const { progressLine } = await import("./progress-line.ts");
    const locale = await (await import("../locale/locale.ts")).loadWords(language, ["progress"]);
    lineOf = (progress, columns) => progressLine(progress, { locale, columns });
  }
}

/** All tables together: each was named when it was opened. */
class Folding {
  readonly #steps = new Map<string, Step>();
  #done = 0;
  #total = 0;

  after(step: Step): Pick<Step, "done" | "total"> {
    const before = this.#steps.get(step.file);
    this.#steps.set(step.file, step);
    this.#done += step.done - (before?.done ?? 0);
    this.#total += (step.total ?? 0) - (before?.total ?? 0);
    return { done: this.#done, total: this.#total };
  }
}
