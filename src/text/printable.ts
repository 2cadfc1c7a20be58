/** Control characters, and those that turn the direction of writing. */
const UNPRINTABLE = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** Text from data as a terminal may have it: composed, and without characters that steer a terminal. */
export function printable(text: string): string {
  return text.normalize("NFC").replaceAll("\t", " ").replaceAll(UNPRINTABLE, "�");
}
