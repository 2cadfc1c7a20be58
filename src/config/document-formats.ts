/** The formats in which each command writes its document, with the ending of files in them. A test holds them to the registries. */
export const DOCUMENT_FORMATS = {
  check: {
    table: ".txt",
    json: ".json",
    csv: ".csv",
    markdown: ".md",
    junit: ".xml",
    github: null,
    xlsx: ".xlsx",
    docx: ".docx",
    html: ".html",
  },
  validate: { text: ".txt", json: ".json", github: null, sarif: ".sarif", junit: ".xml", xlsx: ".xlsx" },
  explain: { text: ".txt", json: ".json" },
  trend: { text: ".txt", json: ".json", csv: ".csv", markdown: ".md" },
  diff: { text: ".txt", json: ".json", markdown: ".md" },
  lint: { text: ".txt", json: ".json", github: null },
} as const satisfies Record<string, Readonly<Record<string, string | null>>>;

/** The commands that answer with a document. */
export type DocumentCommand = keyof typeof DOCUMENT_FORMATS;
