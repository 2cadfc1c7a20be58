/** Colours by what they stand for; text on each has a contrast of 4.5 to 1 at least, in both schemes. */
const COLOURS = `
:root { color-scheme: light dark;
  --paper: #ffffff; --sheet: #f4f6f9; --line: #d5dae2; --text: #1a1f27; --quiet: #505966; --accent: #1b4f8f; --rule: #b3131b;
  --met: #0f6135; --met-back: #dff1e5; --missed: #a3161a; --missed-back: #fce5e4; --open: #6a4c00; --open-back: #fdf0cd;
  --none: #4a5361; --none-back: #e9ecf1; --invalid: #74209a; --invalid-back: #f4e6fa;
  --bar-met: #2b8a55; --bar-missed: #c8443f; --track: #e4e8ee; --band: #cfd8e4; --mark: #1a1f27;
  --heat-met: #d3ebda; --heat-met-text: #0d4a28; --heat-1: #fde6c9; --heat-1-text: #6a3200; --heat-2: #f7c3b3; --heat-2-text: #6b1408;
  --heat-3: #b92b26; --heat-3-text: #ffffff; }
@media screen and (prefers-color-scheme: dark) { :root {
  --paper: #14181e; --sheet: #1c222b; --line: #39424f; --text: #e7eaee; --quiet: #aab3bf; --accent: #8fbcf5; --rule: #e5575d;
  --met: #86dba6; --met-back: #17352a; --missed: #ffaaa5; --missed-back: #421d20; --open: #f3d27a; --open-back: #392e12;
  --none: #c0c8d2; --none-back: #2a313b; --invalid: #e2b4f5; --invalid-back: #36203f;
  --bar-met: #4fb27c; --bar-missed: #e8716b; --track: #2b333e; --band: #40505f; --mark: #ffffff;
  --heat-met: #1b4630; --heat-met-text: #cdf2da; --heat-1: #5b3c15; --heat-1-text: #ffe6c6; --heat-2: #7a3024; --heat-2-text: #ffdfd7;
  --heat-3: #ff948b; --heat-3-text: #2c0000; } }
@media print { :root { color-scheme: light; } }
`;

const TEXT = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 76rem; padding: 0 1.5rem 3rem; background: var(--paper); color: var(--text);
  font: 1rem/1.5 "Segoe UI", -apple-system, "Noto Sans", Roboto, system-ui, sans-serif; font-variant-numeric: tabular-nums;
  overflow-wrap: break-word; }
[hidden] { display: none !important; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { margin: .25rem 0 .5rem; font-size: 1.9rem; letter-spacing: -.01em; }
h2 { margin: 3rem 0 1rem; padding-bottom: .4rem; border-bottom: 1px solid var(--line); font-size: 1.3rem; scroll-margin-top: 1rem; }
h3 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
p { margin: 0 0 .5rem; }
a { color: var(--accent); }
a:focus-visible, button:focus-visible, input:focus-visible, summary:focus-visible, .scroll:focus-visible, h2:focus-visible {
  outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
code { font-family: ui-monospace, "Cascadia Mono", Consolas, "Noto Sans Mono", monospace; font-size: .875em; }
small, .hint, .remark, .scope { font-size: .875rem; }
.hint, .remark, .scope, caption { color: var(--quiet); }
.quiet { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: .5rem; padding: .5rem 1rem; background: var(--paper); z-index: 2; }
header { margin-top: 0; padding: 2rem 0 1.25rem; border-top: 5px solid var(--rule); }
.issuer { margin: 0; color: var(--quiet); font-size: .9rem; font-weight: 600; letter-spacing: .03em; text-transform: uppercase; }
.plan { max-width: 62rem; font-size: 1.1rem; text-wrap: pretty; }
.period { color: var(--quiet); }
.period b { color: var(--text); }
nav ul { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; margin: 1.5rem 0 0; padding: 0; list-style: none; font-size: .95rem; }
dl { margin: 0 0 1rem; }
dl div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: .25rem 1rem; padding: .3rem 0; border-bottom: 1px solid var(--line); }
dt { color: var(--quiet); }
dd { margin: 0; }
`;

const SUMMARY = `
section[aria-labelledby=summary] { padding: 1.25rem 1.5rem 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--sheet); }
section[aria-labelledby=summary] h2 { margin: 0; padding: 0; border: 0; font-size: .95rem; color: var(--quiet); }
.headline, section[aria-labelledby=summary] h2.headline { margin: 0 0 .75rem; color: var(--text); font-size: 2rem; font-weight: 700; line-height: 1.2; }
section.alert { border-left: 6px solid var(--rule); }
.share { display: block; width: 100%; height: .75rem; margin-bottom: 1rem; }
.share rect { fill: var(--none); }
.share .met { fill: var(--bar-met); } .share .missed { fill: var(--bar-missed); } .share .no-data { fill: #d9a520; } .share .invalid { fill: var(--invalid); }
.tallies { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; margin: 0 0 1rem; padding: 0; list-style: none; }
.tallies li { padding: .6rem .9rem; border-left: 4px solid var(--none); border-radius: .25rem; background: var(--paper); line-height: 1.3; }
.tallies strong { display: block; font-size: 1.75rem; line-height: 1.15; }
.tallies .met { border-color: var(--bar-met); color: var(--met); } .tallies .missed { border-color: var(--bar-missed); color: var(--missed); }
.tallies .no-data { border-color: #d9a520; color: var(--open); } .tallies .invalid { border-color: var(--invalid); color: var(--invalid); }
.tallies small { display: block; color: var(--quiet); }
.outcome { margin: 0; color: var(--quiet); }
`;

const TABLES = `
table { width: 100%; border-collapse: collapse; }
caption { padding: .25rem 0; text-align: left; font-size: .9rem; }
th, td { position: relative; padding: .5rem .6rem; text-align: left; vertical-align: top; }
thead th { white-space: nowrap; vertical-align: bottom; border-bottom: 2px solid var(--text); font-size: .875rem; line-height: 1.3; }
tbody th { font-weight: 400; }
.number { text-align: right; }
tbody .number { white-space: nowrap; }
thead button { margin: 0; padding: .15rem 0; border: 0; background: none; color: inherit; font: inherit; text-align: inherit; cursor: pointer; }
thead button:hover { text-decoration: underline; }
thead button::after { content: ""; display: inline-block; width: .85em; margin-left: .15em; color: var(--accent); }
[aria-sort=none] button::after { content: "\\2195" / ""; color: var(--quiet); }
[aria-sort=ascending] button::after { content: "\\25B2" / ""; } [aria-sort=descending] button::after { content: "\\25BC" / ""; }
.plain { font-size: .94rem; }
.plain tbody tr { border-bottom: 1px solid var(--line); }
.plain ul { margin: 0; padding-left: 1.1rem; }
.plain th, .plain td { padding: .4rem .6rem; }
.badge { display: inline-block; padding: .05rem .5rem; border-radius: 1rem; background: var(--none-back); color: var(--none); font-weight: 600; white-space: nowrap; }
.badge.met { background: var(--met-back); color: var(--met); } .badge.missed, .badge.error { background: var(--missed-back); color: var(--missed); }
.badge.no-data, .badge.warning { background: var(--open-back); color: var(--open); } .badge.invalid { background: var(--invalid-back); color: var(--invalid); }
.sign.met { color: var(--met); } .sign.missed { color: var(--missed); }
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.5rem; margin: 0 0 .75rem; }
.tools p { margin: 0; }
.tools label { font-weight: 600; }
.tools .only { font-weight: 400; }
.tools .hint { flex-basis: 100%; }
.count { color: var(--quiet); }
input[type=search] { min-width: 14rem; margin-left: .4rem; padding: .4rem .7rem; border: 1px solid var(--quiet); border-radius: .35rem; background: var(--paper); color: var(--text); font: inherit; }
input[type=checkbox] { width: 1.1rem; height: 1.1rem; vertical-align: -.15rem; accent-color: var(--accent); }
.scroll { overflow-x: auto; }
.nowrap, thead .number { white-space: nowrap; }
`;

const RESULTS = `
.results .group th { padding: 1.4rem .6rem .4rem; color: var(--accent); font-size: 1.05rem; font-weight: 700; }
.results .item { border-top: 1px solid var(--line); }
.results .item:target { outline: 2px solid var(--accent); }
.results .item > tr:first-child > * { padding-bottom: .1rem; }
.results .item > tr:first-child > th { min-width: 13rem; font-weight: 600; line-height: 1.35; }
.scope { display: inline-block; padding: 0 .45rem; border: 1px solid var(--line); border-radius: .25rem; font-weight: 400; }
.ordinal { color: var(--quiet); }
.results .rate { font-weight: 700; }
.results .chart { width: 11.5rem; }
.results .verdict { min-width: 8.5rem; }
.bullet { display: block; width: 100%; min-width: 7rem; height: 1.4rem; }
.bullet .track { fill: var(--track); } .bullet .band { fill: var(--band); }
.bullet .bar.met { fill: var(--bar-met); } .bullet .bar.missed { fill: var(--bar-missed); }
.bullet .gap { fill: var(--paper); stroke: var(--bar-missed); stroke-width: 1; vector-effect: non-scaling-stroke; } .bullet .mark { fill: var(--mark); }
.spark { display: block; overflow: visible; }
.spark .aim { stroke: var(--quiet); stroke-dasharray: 3 3; fill: none; } .spark .line { stroke: var(--accent); stroke-width: 1.75; fill: none; }
.spark .met { fill: var(--bar-met); } .spark .missed { fill: var(--bar-missed); }
.more > td { padding: 0 .6rem .6rem 2.9rem; }
summary { display: inline-block; padding: .1rem .3rem .1rem 0; color: var(--quiet); font-size: .9rem; cursor: pointer; }
summary::before { content: "\\25B8" / ""; display: inline-block; width: 1.1em; color: var(--accent); }
details[open] > summary::before { content: "\\25BE" / ""; }
summary:hover { color: var(--accent); }
.counts { color: var(--text); }
.details { margin: .4rem 0 1rem; padding: 1rem 1.25rem; border-left: 4px solid var(--accent); background: var(--sheet); }
.details table { width: auto; min-width: min(34rem, 100%); margin: 1rem 0; }
.details thead th { max-width: 16rem; white-space: normal; }
.details caption { color: var(--text); font-weight: 600; }
.trend tbody th { min-width: 13rem; } .trend td:not(.number) { min-width: 7.5rem; } .trend small { line-height: 1.3; }
.state.done { color: var(--met); } .state.unreported { color: var(--open); }
`;

const HEAT = `
.legend { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; margin: 0 0 .75rem; padding: 0; list-style: none; font-size: .9rem; }
.swatch { display: inline-block; min-width: 1.5rem; padding: 0 .3rem; border-radius: .2rem; text-align: center; }
.heat { width: auto; min-width: 100%; border-collapse: separate; border-spacing: 1px; font-size: .82rem; }
.heat th, .heat td { padding: .25rem .35rem; }
.heat caption { font-size: .9rem; }
.heat tbody th { position: sticky; left: 0; z-index: 1; min-width: 9rem; max-width: 17rem; background: var(--paper); }
.heat [aria-sort=none] button::after { display: none; }
.heat td { text-align: right; white-space: nowrap; }
.heat .level > * { border-top: 1px solid var(--quiet); font-weight: 700; }
.heat tbody:not(:first-of-type) .level > * { padding-top: .5rem; }
.met, .swatch.met { --shade: var(--heat-met); --ink: var(--heat-met-text); }
.missed { --shade: var(--heat-2); --ink: var(--heat-2-text); } .missed.close { --shade: var(--heat-1); --ink: var(--heat-1-text); }
.missed.farthest { --shade: var(--heat-3); --ink: var(--heat-3-text); }
.no-data { --shade: var(--none-back); --ink: var(--none); } .invalid { --shade: var(--invalid-back); --ink: var(--invalid); }
.heat td, .swatch { background: var(--shade, transparent); color: var(--ink, inherit); }
`;

/** A narrow screen lays each target out as a card, its cells under each other with their headings. */
const PHONE = `
@media screen and (max-width: 46rem) {
  body { padding: 0 1rem 2rem; }
  h1 { font-size: 1.5rem; }
  .headline, section[aria-labelledby=summary] h2.headline { font-size: 1.6rem; }
  section[aria-labelledby=summary] { padding: 1rem; }
  .tallies { grid-template-columns: 1fr 1fr; }
  dl div { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .tools label, input[type=search] { width: 100%; }
  input[type=search] { min-width: 0; margin: .25rem 0 0; }
  .results, .results > tbody, .cards, .cards tbody { display: block; }
  .results > thead, .cards thead { display: none; }
  .scripted .results > thead { display: block; }
  .scripted .results > thead tr { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
  .results > thead th { padding: .2rem 0; border: 0; }
  .results > thead th:not([data-sort]) { display: none; }
  .results .item { padding: .75rem 0; }
  .results .item > tr:first-child { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: .5rem; }
  .results > .item > tr:first-child > * { padding: 0; text-align: left; }
  .results .item > tr:first-child > th, .results .chart { grid-column: 1 / -1; width: auto; min-width: 0; }
  .results .periods { grid-column: 1; } .results .verdict { grid-column: 2 / -1; min-width: 0; }
  .results .ordinal { display: none; }
  .results .chart::before { display: none; }
  .results .group tr, .results .group th, .more, .more > td { display: block; padding-left: 0; padding-right: 0; }
  .results .group { padding-top: 1rem; }
  .details { padding: .75rem; }
  .cards tr { display: block; padding: .5rem 0; }
  .cards th, .cards td { display: block; padding: .1rem 0; text-align: left; }
  .cards tbody th { font-weight: 600; }
  .cards caption { display: block; }
  .results > .item > tr > .number, .cards .number { white-space: normal; }
  .results > .item > tr > [data-label]::before, .cards [data-label]::before { content: attr(data-label); display: block; color: var(--quiet); font-size: .8rem; font-weight: 400; }
  .cards td:empty, .results > .item > tr > td:empty { display: none; }
  .heat tbody th { min-width: 7rem; max-width: 9rem; }
  section > .scroll > .plain { min-width: 46rem; }
  .details tbody th { min-width: 8rem; }
}
`;

/** A4. Closed details stay closed, so that what a reader opened is what is printed. */
const PRINT = `
@page { size: A4; margin: 14mm 13mm 16mm; @bottom-right { content: counter(page) "/" counter(pages); font: 8pt "Segoe UI", "Noto Sans", sans-serif; color: #505966; } }
@page wide { size: A4 landscape; }
@media print {
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.35; }
  header { padding-top: 4mm; border-top-width: 1mm; }
  h1 { font-size: 17pt; } h2 { margin: 6mm 0 2mm; font-size: 12.5pt; break-after: avoid; } h3 { break-after: avoid; }
  .plan { font-size: 10.5pt; } .headline { font-size: 17pt; }
  nav, .tools, .skip { display: none !important; }
  section[aria-labelledby=summary] { break-inside: avoid; padding: 4mm 5mm; }
  .tallies { grid-template-columns: repeat(4, 1fr); gap: 2mm; } .tallies strong { font-size: 15pt; } .tallies li { padding: 1.5mm 2.5mm; }
  thead { display: table-header-group; }
  tr, .results .item { break-inside: avoid; }
  .results .item:has(details[open]) { break-inside: auto; }
  .group { break-after: avoid; }
  th, td { padding: 1mm 1.4mm; }
  .results { font-size: 8.8pt; }
  .results .item > tr:first-child > th { min-width: 0; }
  /* What is a button on a screen is text on paper, which is repeated on every page. */
  thead button { display: contents; } thead button::after { display: none !important; }
  .results > thead th:nth-child(2) { width: 36%; }
  .results .chart { width: 32mm; } .results .verdict { min-width: 0; }
  .results .group th { padding: 3mm 1.4mm 1mm; font-size: 10pt; }
  .bullet { min-width: 24mm; height: 4.5mm; }
  .spark { width: 16mm; height: auto; }
  .more > td { padding: 0 1.4mm 1.5mm 8mm; } summary { font-size: 8pt; }
  .plain { font-size: 8.5pt; }  .plain th, .plain td { padding: .8mm 1.4mm; }
  .trend tbody th { min-width: 38mm; } .trend td:not(.number) { min-width: 0; }
  .hint, .remark, .scope, small, thead th, caption { font-size: 8pt; }
  .scroll { overflow: visible; }
  section.wide { page: wide; }
  .heat { font-size: 7.2pt; } .heat th, .heat td { padding: .45mm .8mm; } .heat tbody th { position: static; min-width: 0; max-width: 52mm; } .heat thead th { font-size: 7.5pt; }
  .legend { font-size: 8pt; }
  a { color: inherit; text-decoration: none; }
}
`;

/** The page's style, in ASCII like its script. */
export const style = [COLOURS, TEXT, SUMMARY, TABLES, RESULTS, HEAT, PHONE, PRINT].join("");
