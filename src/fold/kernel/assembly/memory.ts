/** Memory that is handed out and never given back: all of it goes with the kernel. */

let top: usize = (__heap_base + 63) & ~63;

/** So many bytes of zeros, at a multiple of 64. */
export function allocate(bytes: usize): usize {
  const at = top;
  top = (top + bytes + 63) & ~63;
  const missing = <isize>top - ((<isize>memory.size()) << 16);
  if (missing > 0 && memory.grow(<i32>((missing + 0xffff) >> 16)) < 0) unreachable();
  return at;
}
