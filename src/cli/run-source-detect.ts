import { listDetections } from "../describe/list-detections.ts";
import { detectionDocument } from "../describe/source-documents.ts";
import { detect } from "../detect.ts";
import { EXIT_CODES } from "../exit-code.ts";
import type { Detection } from "../model.ts";
import { version } from "../version.ts";
import { dataRequest } from "./data-request.ts";
import { withDataSettings } from "./settings.ts";
import { speak } from "./speak.ts";
import type { DetectOptions } from "./source-command.ts";
import type { Io } from "./io.ts";

/** Says what files are taken for. */
export async function runSourceDetect(data: readonly string[], options: DetectOptions, io: Io): Promise<number> {
  return speak({ ...options, data }, io, async (config, locale) => {
    const detections = await detect(
      await dataRequest({ data, options: withDataSettings(options, config), config, plan: null }, io),
    );
    const code = EXIT_CODES[isEachUsable(detections) ? "no-errors" : "untrusted-data"];
    const isJson = options.format === "json";
    io.stdout(isJson ? detectionDocument(detections, code, { locale, version }) : listDetections(detections, locale));
    return code;
  });
}

/** Of a workbook one sheet is enough. */
function isEachUsable(detections: readonly Detection[]): boolean {
  const usable = new Set(detections.flatMap(({ file, isUsable }) => (isUsable ? [file] : [])));
  return detections.every(({ file }) => usable.has(file));
}
