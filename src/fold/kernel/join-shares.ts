import type { Folding, KeyPrints, RowPlace } from "../../model.ts";
import { lastUpTo } from "../../text/last-up-to.ts";
import type { FirstRow } from "./first-row.ts";
import type { Cut, Share } from "./fold-share.ts";
import { joinFolded } from "./join-folded.ts";

/** A folding before anybody can look a key up. */
export type Joined = Omit<Folding, "prints"> & Pick<KeyPrints, "pieces">;

/**
 * What several threads folded, as one. Each range must begin where the one before has ended: then none began in the
 * middle of a row. `null` where one did, or where a sum is past 2^53−1: then the table is to be folded in order.
 */
export function joinShares(shares: readonly Share[], cut: Cut, first: FirstRow): Joined | null {
  const ends = shares.flatMap((share) => share.ends).sort((one, other) => one.index - other.index);
  const starts: RowPlace[] = [];
  let { line, offset } = first;
  let fault: RowPlace | null = null;
  for (const { index, met } of ends) {
    const until = Math.min(cut.first + (index + 1) * cut.step, cut.length);
    if (met === null && offset >= until) continue;
    if (met === null || met.from !== offset) return null;
    if (met.fault !== null) {
      fault = { line: line + met.fault.line, offset: met.fault.offset };
      break;
    }
    starts.push({ line, offset });
    line += met.lines;
    offset = met.end;
  }
  if (fault === null && (offset !== cut.length || shares.some(hasTooLargeSum))) return null;
  const place = (row: RowPlace) => ({ line: row.line + startBefore(starts, row.offset), offset: row.offset });
  const { folded, ...keys } = joinFolded(fault === null ? shares : [], starts, place);
  if (folded.some(({ sums }) => sums.some(({ total }) => !Number.isSafeInteger(total)))) return null;
  return {
    folded,
    rows: shares.reduce((total, { rows }) => total + rows, 0),
    ...keys,
    troubles: shares
      .flatMap(({ troubles }) => troubles)
      .sort((one, other) => one.row.offset - other.row.offset)
      .map((trouble) => ({ ...trouble, row: place(trouble.row) })),
    fault,
  };
}

/** Which row it was takes the sums of all before it, and neither engine has those alone. */
function hasTooLargeSum({ isTooLarge, troubles }: Share): boolean {
  return isTooLarge || troubles.some(({ code }) => code === "sum-too-large");
}

/** The line of the range that a row is in. */
export function startBefore(starts: readonly RowPlace[], offset: number): number {
  return starts[lastUpTo(offset, starts, offsetOf)]?.line ?? 0;
}

function offsetOf({ offset }: RowPlace): number {
  return offset;
}
