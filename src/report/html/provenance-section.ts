import { formatCount } from "../../locale/locale.ts";
import type { Input } from "../../model.ts";
import { plainTable, scrollable } from "./data-table.ts";
import { code, markup } from "./markup.ts";
import type { Markup, Piece } from "./markup.ts";
import type { Page } from "./page.ts";

/** What the page was made from: enough to make it again, byte by byte. */
export function provenanceSection(page: Page): Markup {
  const { labels, locale, report, version } = page;
  const { plan, window, options, inputs, exit } = report.assessment;
  const facts: readonly (readonly [string, Piece])[] = [
    [labels.planFile, plan === null ? "" : [`${plan.id} · sha256 `, digest(plan.sha256)]],
    [
      labels.window,
      window.length === 0
        ? ""
        : `${window.map((period) => locale.period(period)).join(", ")} (${
            options.window === "period" ? locale.periodAlone : locale.yearToDate
          })`,
    ],
    [labels.asOf, options.asOf === null ? "" : locale.dateInText(options.asOf)],
    [labels.result, locale.exitCode(exit.code, locale.exits[exit.reason])],
    [labels.madeBy, `chitieu ${version}`],
  ];
  return markup`<section aria-labelledby="provenance">
<h2 id="provenance">${labels.provenance}</h2>
<dl>${facts
    .filter(([, fact]) => fact !== "")
    .map(([term, fact]) => markup`<div><dt>${term}</dt><dd>${fact}</dd></div>`)}</dl>
${inputs.length > 0 && inputsTable(inputs, page)}
</section>`;
}

function inputsTable(inputs: readonly Input[], { labels, locale }: Page): Markup {
  const columns = [
    { label: locale.findings.file },
    { label: labels.source },
    { label: labels.period },
    { label: labels.rows, kind: "number" },
    { label: labels.size, kind: "number" },
    { label: "SHA-256" },
  ] as const;
  const rows = inputs.map(({ file, sheet, source, period, rows: count, bytes, sha256, encoding }) => [
    code(sheet === null ? file : `${file}#${sheet}`),
    [source !== null && code(source), encoding !== null && markup` <small class="nowrap">${encoding}</small>`],
    period === null ? "" : markup`<span class="nowrap">${locale.period(period)}</span>`,
    formatCount(count, locale),
    bytes === null ? "" : locale.html.bytes(formatCount(bytes, locale)),
    sha256 === null ? "" : digest(sha256),
  ]);
  const read = inputs.reduce((sum, one) => sum + one.rows, 0);
  return scrollable(
    `${labels.provenance}. ${labels.scrolls}`,
    plainTable({ caption: locale.read(inputs.length, read), columns, rows }),
  );
}

/** In groups, so that it can be compared by eye and breaks where there is no room. */
function digest(sha256: string): Markup {
  const groups = sha256.match(/.{1,16}/g) ?? [];
  return markup`<code class="digest">${groups.map((group, index) => [index > 0 && markup`<wbr>`, group])}</code>`;
}
