import type { SettingWords } from "../words/settings.ts";

export const settings: SettingWords = {
  noFile: "There is no chitieu.yaml here or in a folder above.",
  nothing: "–",
  unsaid: {
    period: "the latest with data",
    "as-of": "the last day of the window",
    encoding: "the file's own, the source's, then utf-8",
    language: "the plan's, then the system's",
  },
  origins: { argument: "command line", default: "default" },
};
