import { openSync } from "node:fs";
import { Socket } from "node:net";

/**
 * What comes through a pipe that has a name (`<(zcat a.csv.gz)`). As a socket, since to wait in `read` would keep the
 * process from hearing that it is to end.
 */
export function openPipe(file: string): AsyncIterable<Buffer> {
  return new Socket({ fd: openSync(file, "r"), readable: true, writable: false });
}
