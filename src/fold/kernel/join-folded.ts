import type { Folding, KeyPrints, RowPlace } from "../../model.ts";
import type { Share } from "./fold-share.ts";
import { RowsView } from "./folded-view.ts";
import { joinKeys } from "./join-keys.ts";
import { mergeFolded } from "./merge-folded.ts";
import { PackedView } from "./packed-rows.ts";

/** The folded rows of several shares, with the keys that bear them, as those of the whole. */
export function joinFolded(
  shares: readonly Pick<Share, "folded" | "keys">[],
  starts: readonly RowPlace[],
  place: (row: RowPlace) => RowPlace,
): Pick<Folding, "folded" | "keys"> & Pick<KeyPrints, "pieces"> {
  const parts = shares.map(({ folded, keys }) => ({ keys, ...folded }));
  const views = parts.flatMap(({ plain, referred }) => [
    new PackedView(plain),
    new RowsView(referred, plain.classes.length),
  ]);
  const { folded, went } = mergeFolded(views, parts[0]?.plain.sums ?? 0, place);
  const keyed = parts.map(({ keys }, index) => {
    const [plain = NONE, referred = NONE] = went.slice(index * 2);
    return { keys, plain, referred };
  });
  return { folded, ...joinKeys(keyed, starts, place) };
}

const NONE = new Uint32Array();
