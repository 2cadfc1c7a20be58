/** The print of a key, whose parts `\0` holds apart: the same number as `assembly/keys.ts` makes of its bytes. */
export function printOf(key: string): readonly [low: number, high: number] {
  let print = 0x243f6a8885a308d3n;
  for (const part of key.split("\0")) {
    const bytes = Buffer.alloc(Math.ceil(Buffer.byteLength(part) / 8) * 8);
    const length = bytes.write(part);
    print = low64((print ^ BigInt(length)) * 0x9e3779b97f4a7c15n);
    for (let at = 0; at < length; at += 8) {
      const mixed = low64((print ^ bytes.readBigUInt64LE(at)) * 0xbf58476d1ce4e5b9n);
      print = low64(mixed << 31n) | (mixed >> 33n);
    }
    print ^= print >> 29n;
    print = low64(print * 0x94d049bb133111ebn);
    print ^= print >> 32n;
    if (print === 0n) print = 1n;
  }
  return [Number(print & 0xffffffffn), Number(print >> 32n)];
}

function low64(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}
