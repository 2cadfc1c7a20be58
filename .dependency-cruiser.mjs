/**
 * Who may import whom in src/. `npm run check:imports` holds the code to it; docs/architecture.md tells the story.
 *
 * The parser sees type imports like any other: a room that needs a type of another room knows too much as well. Cycles
 * of types and values together are forbidden here; oxlint's import/no-cycle looks at those of values alone.
 */

/** What every room may know: the types that travel, matching of text, and problems. */
const COMMON = ["^src/model\\.ts$", "^src/text/", "^src/problem/problem\\.ts$"];

/** How a problem reads and is written down, for documents that hold problems. */
const WORDED = ["^src/problem/"];

/** What a path is on the disk: for the modules that open files. */
const DISK = "^src/file-status\\.ts$";

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const ROOMS = [
  {
    name: "rooms-know-no-other-room",
    comment:
      "Folders follow the data: each room takes what travels (model.ts) and returns what travels, so that it can be read, tested and replaced alone. Whatever needs two rooms is composition and belongs in check.ts. This holds for every folder that no other rule here names, new ones too.",
    from: {
      path: "^src/([^/]+)/",
      pathNot:
        "^src/(plan|source|config|gather|read|report|findings|lint|trend|diff|explain|describe|roster|problem|locale|text|cli)/",
    },
    to: { path: "^src/", pathNot: ["^src/$1/", ...COMMON] },
  },
  {
    name: "read-knows-the-disk",
    comment: "The room that opens files is a room like the others, but for asking the disk what a path is.",
    from: { path: "^src/read/" },
    to: { path: "^src/", pathNot: ["^src/read/", DISK, ...COMMON] },
  },
  {
    name: "exports-are-gathered-in-one-place",
    comment:
      "From what the arguments name to folded rows: check, validate, detect and units all begin so. It composes the rooms up to the fold, and knows no plan and no measures.",
    from: { path: "^src/gather/" },
    to: {
      path: "^src/",
      pathNot: [
        "^src/(gather|read|recognise)/",
        "^src/fold/fold-table\\.ts$",
        "^src/database/database-url\\.ts$",
        "^src/(database-table|load)\\.ts$",
        "^src/tally/tally\\.ts$",
        DISK,
        ...COMMON,
      ],
    },
  },
  {
    name: "definitions-share-only-yaml",
    comment:
      "Plans, sources and the config are three formats that have nothing in common but the way YAML becomes a checked value with positions. The config's file is looked for, the others are handed over.",
    from: { path: "^src/(plan|source|config)/", pathNot: "^src/config/find-config\\.ts$" },
    to: { path: "^src/", pathNot: ["^src/$1/", "^src/yaml/", ...COMMON] },
  },
  {
    name: "config-is-looked-for",
    comment: "To find the config's file takes a path and the disk, and nothing of what the file says.",
    from: { path: "^src/config/find-config\\.ts$" },
    to: { path: "^src/", pathNot: DISK },
  },
  {
    name: "reports-know-the-assessment-alone",
    comment:
      "A report says what the assessment holds, in a language. What it would have to compute or look up elsewhere could differ from one format to the next.",
    from: { path: "^src/report/" },
    to: {
      path: "^src/",
      pathNot: [
        "^src/report/",
        "^src/locale/locale\\.ts$",
        "^src/(version|exit-code)\\.ts$",
        "^src/workbook/(write-workbook|workbook)\\.ts$",
        ...WORDED,
        ...COMMON,
      ],
    },
  },
  {
    name: "findings-know-the-validation-alone",
    comment:
      "What is wrong with exports is listed in many formats, and none looks anything up. With reports it shares colours, what documents for machines have in common, and how a workbook is written.",
    from: { path: "^src/findings/" },
    to: {
      path: "^src/",
      pathNot: [
        "^src/findings/",
        "^src/locale/locale\\.ts$",
        "^src/(version|exit-code)\\.ts$",
        "^src/report/(paint|document-schema|input-entry)\\.ts$",
        "^src/workbook/(write-workbook|workbook)\\.ts$",
        ...WORDED,
        ...COMMON,
      ],
    },
  },
  {
    name: "lint-knows-the-linting-alone",
    comment:
      "What is wrong with plans, and doubtful in them, is listed in several formats. The rules themselves stand where plans are read (plan/lint/).",
    from: { path: "^src/lint/" },
    to: {
      path: "^src/",
      pathNot: [
        "^src/lint/",
        "^src/locale/locale\\.ts$",
        "^src/(version|exit-code)\\.ts$",
        "^src/report/(paint|document-schema)\\.ts$",
        ...WORDED,
        ...COMMON,
      ],
    },
  },
  {
    name: "trends-know-the-trend-alone",
    comment:
      "Periods side by side are written in several formats, and none computes anything. With reports they share colours, how figures and decisions are written, and what documents for machines have in common.",
    from: { path: "^src/trend/" },
    to: {
      path: "^src/",
      pathNot: [
        "^src/trend/",
        "^src/locale/locale\\.ts$",
        "^src/(version|exit-code)\\.ts$",
        "^src/report/(paint|figures|decisions|symbols|document-schema|assessment-schema|input-entry|plan-entry)\\.ts$",
        ...WORDED,
        ...COMMON,
      ],
    },
  },
  {
    name: "differences-know-what-is-compared",
    comment:
      "What differs is found between two values and written in several formats; how the values came about is nobody's business here. Figures are written as in reports.",
    from: { path: "^src/diff/" },
    to: {
      path: "^src/",
      pathNot: [
        "^src/diff/",
        "^src/locale/locale\\.ts$",
        "^src/(version|exit-code)\\.ts$",
        "^src/report/(paint|figures|document-schema)\\.ts$",
        ...WORDED,
        ...COMMON,
      ],
    },
  },
  {
    name: "explanations-know-the-explanation-alone",
    comment:
      "The arithmetic of an indicator is written down and nothing of it computed anew. With reports it shares colours and how figures and decisions are written; how a source makes a measure is said as where the source is shown.",
    from: { path: "^src/explain/" },
    to: {
      path: "^src/",
      pathNot: [
        "^src/explain/",
        "^src/locale/locale\\.ts$",
        "^src/(version|exit-code)\\.ts$",
        "^src/report/(paint|figures|symbols|decisions|document-schema|assessment-schema|input-entry|plan-entry)\\.ts$",
        "^src/describe/describe-measure\\.ts$",
        ...WORDED,
        ...COMMON,
      ],
    },
  },
  {
    name: "descriptions-are-words",
    comment:
      "A plan, what a format of exports looks like, and what a file was taken for are said in words, as a document or as an empty file to fill in.",
    from: { path: "^src/describe/" },
    to: {
      path: "^src/",
      pathNot: [
        "^src/describe/",
        "^src/locale/locale\\.ts$",
        "^src/workbook/(write-workbook|workbook)\\.ts$",
        ...WORDED,
        ...COMMON,
      ],
    },
  },
  {
    name: "rosters-are-words",
    comment: "A roster that was learnt is written down with what has to be decided, which is said in words.",
    from: { path: "^src/roster/" },
    to: { path: "^src/", pathNot: ["^src/roster/", "^src/locale/locale\\.ts$", ...COMMON] },
  },
  {
    name: "text-knows-nothing",
    comment: "Matching of names, numbers, dates and widths is the ground that every room stands on.",
    from: { path: "^src/text/" },
    to: { path: "^src/", pathNot: "^src/text/" },
  },
  {
    name: "problems-are-words-and-places",
    comment:
      "A problem is data that any room returns, so it can't know the rooms; only its rendering knows a language.",
    from: { path: "^src/problem/" },
    to: {
      path: "^src/",
      pathNot: ["^src/problem/", "^src/locale/locale\\.ts$", "^src/text/", "^src/model\\.ts$"],
    },
  },
  {
    name: "languages-know-what-they-name",
    comment:
      "A language has a word for every verdict, period, exit and problem; it needs their names and nothing that computes them.",
    from: { path: "^src/locale/" },
    to: { path: "^src/", pathNot: ["^src/locale/", "^src/exit-code\\.ts$", ...COMMON] },
  },
  {
    name: "few-modules-compose",
    comment:
      "What a calculation is made of stands in few places, check.ts first. The other files beside the rooms (the model, the exit codes, the version) are known everywhere, so whatever they knew, everything would know.",
    from: {
      path: "^src/[^/]+$",
      pathNot:
        "^src/(report-of|lint|load-written-plan|new-plan|lint|load-written-plan|explain|evidence|compare|read-compared|check|validate|detect|learn-roster|database-table|open-plan|senders|untrusted-measures|unused-exports|fold-worker|named-unit|load|read-definitions|read-yaml|index)\\.ts$",
    },
    to: { path: "^src/", pathNot: COMMON },
  },
];

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const SHELL = [
  {
    name: "nothing-knows-the-command-line",
    comment:
      "The core is a library. Only the bin runs cli/main.ts, so that arguments, exit codes and the terminal stay in the shell.",
    from: { path: "^src/", pathNot: "^src/cli/" },
    to: { path: "^src/cli/" },
  },
  {
    name: "nothing-knows-the-public-api",
    comment: "index.ts is for others; a module that imported it would load everything, and close a cycle.",
    from: { path: "^src/" },
    to: { path: "^src/index\\.ts$" },
  },
  {
    name: "help-loads-nothing",
    comment:
      "`chitieu --help` loads commander and the names of options. What a command does is imported when it runs: await import(…).",
    from: { path: "^src/cli/(main|[^/]+-command)\\.ts$" },
    to: {
      dynamic: false,
      path: ["^src/", "^node_modules/"],
      pathNot: [
        "^src/cli/(?!run-)",
        "^src/(exit-code|model|version)\\.ts$",
        "^src/locale/locale\\.ts$",
        "^src/(report|findings|lint|trend|explain|diff)/formats\\.ts$",
        "^node_modules/commander/",
      ],
    },
  },
  {
    name: "formats-on-demand",
    comment:
      "A run writes one format, sometimes two: formats.ts, the registry, imports each when it is used. What they share (paint.ts) is small.",
    from: {
      path: "^src/",
      pathNot:
        "^src/(report/(?!(formats|render-report|paint|input-entry)\\.ts$)|findings/validation-schema|lint/linting-schema|trend/(?!(formats|render-trend)\\.ts$)|explain/(?!(formats|render-explanation)\\.ts$)|diff/)",
    },
    to: { dynamic: false, path: "^src/report/(?!(formats|render-report|paint|input-entry)\\.ts$)" },
  },
  {
    name: "findings-formats-on-demand",
    comment: "The same for what is wrong with exports.",
    from: { path: "^src/", pathNot: "^src/findings/(?!(formats|render-findings)\\.ts$)" },
    to: { dynamic: false, path: "^src/findings/(?!(formats|render-findings)\\.ts$)" },
  },
  {
    name: "lint-formats-on-demand",
    comment: "The same for plans.",
    from: { path: "^src/", pathNot: "^src/lint/(?!(formats|render-linting)\\.ts$)" },
    to: { dynamic: false, path: "^src/lint/(?!(formats|render-linting)\\.ts$)" },
  },
  {
    name: "trend-formats-on-demand",
    comment: "The same for periods side by side.",
    from: { path: "^src/", pathNot: "^src/trend/(?!(formats|render-trend)\\.ts$)" },
    to: { dynamic: false, path: "^src/trend/(?!(formats|render-trend)\\.ts$)" },
  },
  {
    name: "explain-formats-on-demand",
    comment: "The same for one indicator.",
    from: { path: "^src/", pathNot: "^src/explain/(?!(formats|render-explanation)\\.ts$)" },
    to: { dynamic: false, path: "^src/explain/(text|json)\\.ts$" },
  },
  {
    name: "diff-formats-on-demand",
    comment: "And for what differs.",
    from: { path: "^src/", pathNot: "^src/diff/" },
    to: { dynamic: false, path: "^src/diff/(text|json|markdown|sections)\\.ts$" },
  },
  {
    name: "languages-on-demand",
    comment: "A run speaks one language: locale.ts, the registry, imports it when it is used.",
    from: { path: "^src/", pathNot: "^src/locale/(vi|en)/" },
    to: { dynamic: false, path: "^src/locale/(vi|en)/" },
  },
  {
    name: "yaml-on-demand",
    comment: "The shipped definitions are compiled by the build, so that most runs parse no YAML and need no zod.",
    from: {
      path: "^src/",
      pathNot: ["^src/(yaml|plan|source|config)/", "^src/(read-(definitions|yaml)|load-written-plan|new-plan)\\.ts$"],
    },
    to: {
      dynamic: false,
      path: "^src/(yaml/|plan/|source/|config/(parse-config|config-schema)\\.ts|read-(definitions|yaml)\\.ts$|(load-written-plan|new-plan)\\.ts$)",
    },
  },
];

/**
 * A package stands where its subject is, behind one room's door, so that it can be replaced there.
 *
 * @param {string} name
 * @param {string} target
 * @param {string | string[]} rooms
 * @param {string} comment
 * @returns {import("dependency-cruiser").IForbiddenRuleType}
 */
const only = (name, target, rooms, comment) => ({
  name,
  comment,
  from: { path: "^src/", pathNot: rooms },
  to: { path: target },
});

const PACKAGES = [
  only(
    "zod-at-the-door",
    "^node_modules/zod/",
    ["^src/(yaml|plan|source|config)/", "^src/(report|findings|lint|trend|explain|diff)/[a-z]+-schema\\.ts$"],
    "What comes from outside is checked once, where it comes in; behind that there are domain types. The schemas of documents describe what goes out.",
  ),
  only(
    "yaml-in-its-room",
    "^node_modules/yaml/",
    "^src/yaml/",
    "The one place that knows a YAML document's nodes and positions.",
  ),
  only(
    "csv-parse-in-read",
    "^node_modules/csv-parse/",
    "^src/read/",
    "CSV becomes tables in read/; nothing else knows that there was CSV.",
  ),
  only(
    "archives-in-read",
    "^node_modules/(yauzl|sax|htmlparser2)/",
    "^src/read/",
    "Workbooks and pages become tables in read/; nothing else knows that there was a ZIP, XML or HTML.",
  ),
  {
    name: "archives-on-demand",
    comment: "Most exports are CSV: what unpacks and parses anything else is imported when such a file is met.",
    from: { path: "^src/", pathNot: "^src/read/(zip|parse-xml|html-cells|xlsx-.*|html-tables|gunzip)\\.ts$" },
    to: {
      dynamic: false,
      path: [
        "^node_modules/(yauzl|sax|htmlparser2)/",
        "^src/read/(zip|parse-xml|html-.*|xlsx-.*|gunzip|decode-legacy)\\.ts$",
      ],
    },
  },
  only("globs-in-read", "^node_modules/tinyglobby/", "^src/read/", "Patterns become files where files are opened."),
  only("commander-in-cli", "^node_modules/commander/", "^src/cli/", "The command line is one way to call the library."),
  only(
    "archives-in-workbook",
    "^node_modules/fflate/",
    ["^src/workbook/", "^src/report/docx/write-document\\.ts$"],
    "What a workbook is made of stands in one room; the others say what is in its sheets. A document for Word is an archive too, and one file makes it.",
  ),
  only(
    "tables-in-report",
    "^node_modules/cli-table3/",
    "^src/report/",
    "How a table is drawn concerns its report alone.",
  ),
  only(
    "colour-where-it-shows",
    "^node_modules/chalk/",
    "^src/(report|cli)/",
    "Colour is an argument: the shell decides it, and reports paint with what they are given.",
  ),
  only(
    "widths-where-it-shows",
    "^node_modules/string-width/",
    "^src/(text|report|problem)/",
    "Terminal columns matter only to what is drawn in them.",
  ),
  only(
    "nearest-in-text",
    "^node_modules/fastest-levenshtein/",
    "^src/text/",
    "Rooms ask for the nearest name; how near is measured stands in one file.",
  ),
  only(
    "files-at-the-edge",
    "^(node:)?fs(/promises)?$",
    [
      "^src/read/",
      "^src/(load|read-definitions|read-yaml|file-status)\\.ts$",
      "^src/config/find-config\\.ts$",
      "^src/cli/(write-output|output)\\.ts$",
    ],
    "Everything else is a function of its arguments: it can be tested without a disk, and two runs over the same bytes give the same bytes.",
  ),
  only(
    "clients-in-database",
    "^node_modules/(pg|@clickhouse/client)/",
    "^src/database/",
    "A database is asked through one room, which knows no sources and no plans; what it is asked is written in fold/sql.",
  ),
  {
    name: "databases-on-demand",
    comment:
      "Most exports are files: what talks to a database, and what writes its SQL, is imported when a table in one is named.",
    from: { path: "^src/", pathNot: "^src/(database/(?!database\\.ts$)|fold/sql/|database-table\\.ts$)" },
    to: {
      dynamic: false,
      path: "^src/(database/(?!(database-url|database)\\.ts$)|fold/sql/|database-table\\.ts$)",
      dependencyTypesNot: ["type-only"],
    },
  },
  only(
    "compiled-definitions-in-load",
    "^virtual:shipped$",
    "^src/load\\.ts$",
    "Shipped plans and sources are loaded by the same functions as one's own.",
  ),
  only(
    "no-network",
    "^(node:)?(http|https|http2|net|tls|dgram|dns)(/promises)?$",
    "^src/read/open-pipe\\.ts$",
    "The figures of an office stay in the office: the program reads files and writes files. It asks the databases that the user names, through their own clients. What Node reads a pipe with is called a socket.",
  ),
];

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const HYGIENE = [
  {
    name: "no-cycles",
    comment:
      "What goes in a circle can only be understood at once. Two things may: a registry and what it imports when used, and the types that travel, which name a problem that names its place.",
    from: { path: "^src/" },
    to: { circular: true, viaOnly: { dependencyTypesNot: ["dynamic-import"], pathNot: "^src/model\\.ts$" } },
  },
  {
    name: "no-orphans",
    comment: "A module that nothing imports is left over.",
    from: { path: "^src/", orphan: true, pathNot: ["\\.d\\.ts$", "^src/version\\.ts$"] },
    to: {},
  },
  {
    name: "only-what-is-declared",
    comment:
      "A package that only another package brings, or one that can't be found, may be gone with the next update. Of sarif there are types alone.",
    from: { path: "^src/" },
    to: { couldNotResolve: true, pathNot: ["^virtual:(shipped|kernel|fold-worker)$", "^sarif$"] },
  },
  {
    name: "no-undeclared-packages",
    comment: "The same, for packages that happen to lie in node_modules.",
    from: { path: "^src/" },
    to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
  },
  {
    name: "src-stands-alone",
    comment:
      "The program is built from src/ and targets/; tests, scripts and benchmarks import it, never the other way round.",
    from: { path: "^src/" },
    to: { path: "^(test|scripts|bench|bin|dist|fixtures)/" },
  },
];

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [...ROOMS, ...SHELL, ...PACKAGES, ...HYGIENE].map((rule) => ({ severity: "error", ...rule })),
  options: {
    // TypeScript 7 has no API to parse with; swc has.
    parser: "swc",
    doNotFollow: { path: "^node_modules/" },
    // AssemblyScript, which the build compiles by itself.
    exclude: { path: "^src/fold/kernel/assembly/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
};
