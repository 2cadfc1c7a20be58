import { existsSync } from "node:fs";
import process from "node:process";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

/** Where systems put a Chromium, or the Chrome made of it. */
const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
];

const executablePath = PLACES.find((place) => existsSync(place));

/** In CI a browser that is missing is a failure; elsewhere what needs it is skipped, and says so. */
export const hasBrowser = executablePath !== undefined || process.env["CI"] === "true";

if (!hasBrowser) process.stderr.write("No Chromium found: the HTML report was not tried in a browser.\n");

export async function launchBrowser(): Promise<Browser> {
  if (executablePath === undefined) throw new Error(`there is no Chromium at ${PLACES.join(", ")}`);
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
}
