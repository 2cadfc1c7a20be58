import type { Assessment, Input } from "../../model.ts";
import type { Locale } from "../../locale/locale.ts";
import { printable } from "../../text/printable.ts";
import type { WorkbookCell, WorkbookSheet } from "../../workbook/workbook.ts";
import type { RenderContext } from "../formats.ts";
import { titleLines } from "./title-lines.ts";

/** What the workbook was made from: enough to make it again. */
export function provenanceSheet(assessment: Assessment, { locale, version }: RenderContext): WorkbookSheet {
  const { labels } = locale.reports;
  const { plan, window, exit, inputs } = assessment;
  const periods = window.map((period) => locale.period(period)).join(", ");
  return {
    name: labels.provenance,
    columns: [
      { kind: "text", width: 44 },
      { kind: "text", width: 16 },
      { kind: "text", width: 28 },
      { kind: "text", width: 16 },
      { kind: "count", width: 10 },
      { kind: "count", width: 16 },
      { kind: "text", width: 12 },
      { kind: "text", width: 70 },
    ],
    titles: [
      ...titleLines(assessment, locale),
      ...(plan === null ? [] : [printable(`${labels.planFile}: ${plan.id}, SHA-256 ${plan.sha256}`)]),
      ...(periods === "" ? [] : [`${labels.window}: ${periods}`]),
      locale.exitCode(exit.code, locale.exits[exit.reason]),
      `chitieu ${version}`,
    ],
    header: [
      [
        locale.findings.file,
        locale.findings.sheet,
        labels.source,
        labels.period,
        labels.rows,
        labels.bytes,
        labels.encoding,
        "SHA-256",
      ],
    ],
    rows: inputs.map((input) => cellsOf(input, locale)),
  };
}

function cellsOf(
  { file, sheet, source, period, rows, bytes, encoding, sha256 }: Input,
  locale: Locale,
): WorkbookCell[] {
  const said = period === null ? "" : locale.period(period);
  return [file, sheet ?? "", source ?? "", said, rows, bytes ?? "", encoding ?? "", sha256 ?? ""];
}
