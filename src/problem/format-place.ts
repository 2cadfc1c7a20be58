import type { Place } from "../model.ts";

/** `file:line:column`, or the cell in its sheet. */
export function formatPlace(place: Place): string {
  switch (place.in) {
    case "text":
      return `${place.file}:${place.line}:${place.column}`;
    case "sheet":
      return `${place.file}#${place.sheet}!${place.cell}`;
    case "database":
      return `${place.file}#${place.row}`;
    case "file":
      return place.file;
  }
}
