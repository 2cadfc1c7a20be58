/**
 * Numbers rows by the numbers of their classes, in the order in which they come: rows of the same classes have the same.
 * In plain memory, since a text or an object for each would take longer to tidy up than to make.
 */
export class RowNumbers {
  length = 0;
  readonly #width: number;
  /** The classes of each row, one after the other; and by hash, the number of a row, counted from 1. */
  readonly #known: Uint32Array;
  readonly #slots: Uint32Array;

  /** `most`: how many rows there may be. */
  constructor(width: number, most: number) {
    this.#width = width;
    this.#known = new Uint32Array(width * most);
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(most * 1.5 + 1)));
  }

  numberOf(classes: Uint32Array): number {
    const slots = this.#slots;
    let slot = hashOf(classes) & (slots.length - 1);
    for (let known = slots[slot] ?? 0; known > 0; known = slots[slot] ?? 0) {
      if (this.#has(known - 1, classes)) return known - 1;
      slot = (slot + 1) & (slots.length - 1);
    }
    this.#known.set(classes, this.length * this.#width);
    slots[slot] = ++this.length;
    return this.length - 1;
  }

  #has(number: number, classes: Uint32Array): boolean {
    const at = number * this.#width;
    for (let column = 0; column < classes.length; column++)
      if (this.#known[at + column] !== classes[column]) return false;
    return true;
  }
}

function hashOf(classes: Uint32Array): number {
  let hash = 0;
  for (let column = 0; column < classes.length; column++) {
    hash = Math.imul(hash ^ (classes[column] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}
