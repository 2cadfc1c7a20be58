import { configDocument, configText } from "../describe/show-config.ts";
import { EXIT_CODES } from "../exit-code.ts";
import { version } from "../version.ts";
import type { CheckOptions } from "./check-command.ts";
import type { Io } from "./io.ts";
import { settle } from "./settings.ts";
import type { Settled, Unsettled } from "./settings.ts";
import { speak } from "./speak.ts";
import type { Config } from "../config/config.ts";
import type { ReportHeader } from "../model.ts";

/** Prints what a check would go by, and who says each part of it; nothing is read or written. */
export async function runShowConfig(
  data: readonly string[],
  options: Unsettled<CheckOptions>,
  io: Io,
): Promise<number> {
  const { lang, format } = options;
  return speak({ ...(lang && { lang }), ...(format && { format }) }, io, async (config, locale) => {
    const all = [...dataSettings(data, config), ...settle("check", options, config), ...headerSettings(config)];
    const isJson = all.some(({ key, value }) => key === "format" && value === "json");
    io.stdout(
      isJson
        ? configDocument(all, { command: "check", file: config.file, version })
        : configText(all, { locale, width: io.width, file: config.file }),
    );
    return Promise.resolve(EXIT_CODES["no-errors"]);
  });
}

/** What the arguments say, and what only the config does. */
function dataSettings(data: readonly string[], config: Config): Settled[] {
  const named =
    data.length > 0 ? ({ value: data, from: "command-line", at: null } as const) : said("data", config.data, config);
  return [
    { key: "data", flag: null, ...named },
    { key: "sources", flag: null, ...said("sources", config.sources, config) },
    ...Object.entries(config.databases).map(([name, { url, table }]): Settled => {
      const key = `databases.${name}`;
      return { key, flag: null, value: [url, table], from: "config", at: config.placeOf(key) };
    }),
  ];
}

function said(key: string, value: readonly string[], { placeOf }: Config): Pick<Settled, "value" | "from" | "at"> {
  return value.length > 0 ? { value, from: "config", at: placeOf(key) } : { value, from: "default", at: null };
}

function headerSettings({ report, placeOf }: Config): Settled[] {
  if (report === null) return [];
  const { signer, ...rest } = report;
  const parts = { ...rest, "signer.office": signer.office, "signer.name": signer.name } satisfies Record<
    string,
    ReportHeader[keyof ReportHeader] | string | null
  >;
  return Object.entries(parts).flatMap(([part, value]): Settled[] => {
    const key = `report.${part}`;
    return value === null || value.length === 0 ? [] : [{ key, flag: null, value, from: "config", at: placeOf(key) }];
  });
}
