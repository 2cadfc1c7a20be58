/** Of items in the order of where they begin, the index of the last one that begins at a place or before it; 0 of none. */
export function lastUpTo<Item>(place: number, items: readonly Item[], beginningOf: (item: Item) => number): number {
  let low = 0;
  for (let high = items.length; high - low > 1;) {
    const middle = (low + high) >> 1;
    if (beginningOf(items[middle] as Item) <= place) low = middle;
    else high = middle;
  }
  return low;
}
