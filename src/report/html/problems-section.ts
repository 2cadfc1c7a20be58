import type { Problem } from "../../problem/problem.ts";
import { formatPlace } from "../../problem/format-place.ts";
import { wordingOf } from "../../problem/wording-of.ts";
import { plainTable, toolbar } from "./data-table.ts";
import { code, markup, name } from "./markup.ts";
import type { Markup, Piece } from "./markup.ts";
import type { Page } from "./page.ts";
import type { Locale } from "../../locale/locale.ts";

const SIGNS = { error: "✗", warning: "⚠", note: "i" } as const;
const ORDER = ["error", "warning", "note"] as const;
/** From how many problems on a reader needs to search among them. */
const MANY = 12;

/** What is wrong with the data, the worst first. */
export function problemsSection({ labels, locale, report }: Page): Markup {
  const { problems } = report.assessment;
  const sorted = ORDER.flatMap((severity) => problems.filter((one) => one.severity === severity));
  const { findings } = locale;
  const columns = [
    { label: findings.severity },
    { label: findings.place },
    { label: findings.wrong },
    { label: findings.code },
  ];
  return markup`<section aria-labelledby="problems">
<h2 id="problems">${labels.problems}</h2>
${
  sorted.length === 0
    ? markup`<p>${labels.noProblems}</p>`
    : [
        sorted.length > MANY && toolbar({ table: "problem-list", filter: labels.filterProblems }),
        plainTable({
          id: "problem-list",
          caption: markup`<span class="quiet">${labels.problems}</span>`,
          columns,
          cards: true,
          rows: sorted.map((one) => cells(one, locale)),
        }),
      ]
}
</section>`;
}

function cells(one: Problem, locale: Locale): readonly Piece[] {
  const { message, hint } = wordingOf(one, locale);
  return [
    markup`<span class="badge ${one.severity}"><span aria-hidden="true">${SIGNS[one.severity]}</span> ${locale.severities[one.severity]}</span>`,
    one.at === null ? locale.findings.general : code(formatPlace(one.at)),
    [
      name(message),
      one.rows > 1 && ` (${locale.rows(one.rows)})`,
      hint !== null && markup`<p class="hint">${hint}</p>`,
      one.related.length > 0 &&
        markup`<p class="hint">${locale.seeAlso}: ${one.related.map((place, index) => [index > 0 && ", ", code(formatPlace(place))])}</p>`,
    ],
    code(one.code),
  ];
}
