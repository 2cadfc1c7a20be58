/** A line break, which Alt+Enter puts into a cell, and the white space around it. */
const LINE_BREAK = /[ \t]*[\n\r\u2028\u2029]\s*/gu;
/** Control characters, and those that turn the direction of writing. */
const UNPRINTABLE = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/gu;

/** Text from data as a terminal may have it: composed, in one line, and without characters that steer a terminal. */
export function printable(text: string): string {
  return text.normalize("NFC").replaceAll(LINE_BREAK, " ").replaceAll("\t", " ").replaceAll(UNPRINTABLE, "�");
}
