import type { RosterWords } from "../words/roster.ts";
import { agencies, count } from "./phrases.ts";

export const roster: RosterWords = {
  likeness: {
    marks: "the same but for accents",
    "short-form": "a short form",
    spelling: "a letter or two apart",
  },
  onRoster: "on the roster",
  namedIn: (sources) => `in ${sources.join(", ")}`,
  perhaps: (name, likeness) => `perhaps the same as “${name}”: ${likeness}`,
  found: (all, fresh) =>
    fresh === all ? agencies(all) : `${agencies(all)}, ${count(fresh)} of them not on the roster yet`,
  withoutLevel: (units) => `Nothing states the level of ${agencies(units)}: fill in the column.`,
  pairs: (pairs) => (pairs === 1 ? "One pair may be one agency:" : `${pairs} pairs may be one agency each:`),
  decide: "Where it is one, put the one name into the aliases of the other and remove its row.",
};
