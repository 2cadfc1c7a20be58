/** Lower case without any Vietnamese mark: "Đắk Lắk" as "dak lak". For file names and for searching, never for matching. */
export function unaccented(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036F]/g, "")
    .replaceAll(/[đðɖ]/g, "d");
}
