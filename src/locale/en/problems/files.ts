import { list, wording } from "../../locale.ts";
import type { ProblemWords } from "../../words/problems.ts";
import { count } from "../phrases.ts";
import { damageThen, systemSays } from "./phrases.ts";

/** What is said of files and tables. */
export const files = {
  "file-unreadable": ({ detail }) =>
    wording(
      `the file cannot be read: ${systemSays(detail)}`,
      "Check its name, whether another program has it open, and whether you may read it.",
    ),
  "file-empty": () => wording("the file is empty", "Fill it, or take it away."),
  "file-skipped": ({ why }) =>
    wording(
      {
        name: "skipped: files and folders whose names begin with ~$, . or _ are not read",
        output: "skipped: chitieu wrote this file",
        format: "skipped: files of this kind are not read; if it holds figures, save it as .xlsx or CSV UTF-8",
      }[why],
    ),
  "format-unsupported": ({ extension }) =>
    wording(
      `files of this kind (${extension}) cannot be read`,
      "Open it in Excel and save it as “Excel Workbook (.xlsx)” or “CSV UTF-8”; or begin its name with _ to leave it out.",
    ),
  "encoding-invalid": ({ byte, encoding }) =>
    wording(
      `this is not valid ${encoding.toUpperCase()}: ${byte}`,
      byte === "0x00"
        ? "Text has no zero bytes. UTF-16 without its mark has: try --encoding utf-16le, or save it as “CSV UTF-8” in Excel; what is no text cannot be read."
        : encoding === "utf-8"
          ? "Save it as “CSV UTF-8” in Excel, or export it in Unicode; where an old system wrote it, name its encoding: --encoding tcvn3 or windows-1258; of this file alone, --encoding tcvn3=FILE."
          : "Is that its encoding? Name the right one with --encoding, or save it as “CSV UTF-8” in Excel.",
    ),
  "encoding-suspect": ({ text, encoding, meant }) =>
    wording(
      `“${text}” looks like ${encoding.toUpperCase()} that was read in another encoding; it means “${meant}”`,
      encoding === "utf-8"
        ? "Go back to the original, open it as UTF-8, and save it as “CSV UTF-8”."
        : `Export it again in Unicode, or convert it from ${encoding.toUpperCase()} (with UniKey, say); where --encoding or the source names another encoding, name ${encoding}.`,
    ),
  "archive-wrong": ({ detail }) =>
    wording(
      `the compressed file is damaged (${detail})`,
      "Download or export it again; open an .xlsx in Excel and save it anew.",
    ),
  "archive-too-large": ({ what, most }) =>
    wording(
      {
        entries: `the compressed file has more than ${count(most)} entries`,
        bytes: `the compressed file unpacks to more than ${count(most)} bytes`,
        ratio: `the compressed file unpacks to more than ${count(most)} times its size`,
        run: `the workbooks of this run unpack to more than ${count(most)} bytes together, and there is no room for this one`,
      }[what],
      "No ordinary export is like that; if this is one, unpack it first, or save it as CSV.",
    ),
  "workbook-binary": () =>
    wording(
      "this is a workbook in Excel's old binary format, which is not read",
      "Open it in Excel and choose Save As: “Excel Workbook (.xlsx)” or “CSV UTF-8”.",
    ),
  "workbook-encrypted": () =>
    wording(
      "this workbook is protected by a password",
      "Open it in Excel, remove the password (File > Info > Protect Workbook) and save it again.",
    ),
  "quote-wrong": ({ detail }) =>
    wording(
      QUOTES[detail],
      detail === "not-closed"
        ? `Close it, or take this quote away; ${DOUBLED}.`
        : `Put the whole field between quotes; ${DOUBLED}.`,
    ),
  "row-ragged": ({ found, expected: cells }) =>
    wording(
      `this row has ${found} cells where the header has ${cells}`,
      "A cell with a delimiter in it must stand in quotes; a cell without a value must still be there, empty.",
    ),
  "source-unknown": ({ nearest, missing }) =>
    wording(
      "no known source has such a header",
      nearest === null
        ? "Name its source with --source SOURCE=FILE, or begin the file's name with _ to leave it out."
        : `The nearest is ${nearest}, which also needs the columns: ${list(missing)}. Correct the header, or describe this format in a source of your own (--source SOURCE=FILE).`,
    ),
  "source-ambiguous": ({ sources }) =>
    wording(
      `several sources fit this header: ${list(sources)}`,
      `Name one: --source ${sources[0] ?? "SOURCE"}=FILE, with the path of its file where it is a source of your own.`,
    ),
  "source-misfit": ({ source, missing }) =>
    wording(
      `the file does not fit the source ${source}: columns are missing`,
      `Missing: ${list(missing)}. Correct the header, or add its spelling to the column in the source.`,
    ),
  "export-unused": ({ source, nearest, missing }) =>
    wording(
      `the plan uses nothing in this table: it was taken for ${source}`,
      `It nearly fits ${nearest}, which the plan uses, and lacks the columns: ${list(missing)}. Correct the header, or add its spelling to the column in the source.`,
    ),
  "sheet-hidden": () =>
    wording(
      "this sheet is hidden in its workbook, and its figures count like those of any other",
      "Unhide it in Excel to see them (right-click a sheet's tab, Unhide); delete it if it is not meant to count.",
    ),
  "targets-unused": ({ what, name }) =>
    what === "column"
      ? wording(
          `the column “${name}” goes into no plan`,
          "If it holds the targets of a level, call it “Target …”, such as “Target commune”.",
        )
      : wording(`the sheet “${name}” goes into no plan`, "The first sheet with a column “Indicator” is read alone."),
  "sheet-unused": ({ nearest, missing }) =>
    wording(
      "no source fits this sheet, and it is not used",
      nearest === null ? null : `The nearest is ${nearest}, which also needs the columns: ${list(missing)}.`,
    ),
  "column-number-wrong": ({ header, found, expected: number }) =>
    wording(
      `the column “${header}” bears the number (${found}), and in the form it is (${number})`,
      "Its label or its number has slipped: correct the file, or the column's header and number in the source.",
    ),
  "row-unclear": ({ text, why }) =>
    wording(
      {
        total: `“${text}” reads like a total, and the source does not list that spelling`,
        unnumbered: `“${text}” has no number as the other rows have: it may be a total, a heading or a part of the row above`,
        part: `“${text}” reads like a part of the row above, and could be counted twice`,
        second: `“${text}” stands within the table: the file holds the reports of two agencies`,
        period: `“${text}” stands within the table: the file holds the reports of two periods`,
        restart: `numbers begin again at 1 with “${text}” and no heading says why: its level is not known`,
      }[why],
      {
        total: "Add the spelling to totals in the source, or write it in the file as the source does.",
        unnumbered: "Number it if it is a unit; else add it to totals, ignore or sections in the source.",
        part: "Begin it with “Trong đó: …”, add it to ignore in the source, or give it a whole number if it is a unit of its own.",
        second: "Part it into two files, one for each agency.",
        period: "Part it into two files, one for each period.",
        restart: "Add the heading (such as “Huyện, thị xã, thành phố”), or go on numbering if the level is the same.",
      }[why],
    ),
  "section-unknown": ({ text, allowed }) =>
    wording(
      `“${text}” looks like the heading of a section, and the source has no such section`,
      `Its sections: ${list(allowed)}. Add the spelling under sections; a unit needs a number as the other rows have, and its counts.`,
    ),
  "column-twice": ({ header }) =>
    wording(`the column “${header}” stands twice, under this or another spelling`, "Remove or rename one of the two."),
  "form-in-database": ({ source }) =>
    wording(
      `“${source}” is a form, whose sections and totals stand in an order, and the rows of a database have none`,
      "Check the form as a file, or name a source of flat rows with --source.",
    ),
  "database-unread": ({ why, host, detail }) =>
    wording(
      {
        unreachable: `${host} cannot be reached or does not let you in: ${systemSays(detail)}`,
        lost: `the connection to ${host} ended before the answer was whole: ${detail}`,
        refused: `${host} refuses the query: ${detail}`,
        "read-only": `${host} lets this user change no setting, not even that an answer has to be whole: ${detail}`,
        "too-slow": `${host} gave no answer within ${detail} seconds, and the query was ended`,
        repeats: "too many records stand in the table more than once to compare them all",
      }[why],
      {
        unreachable: "Check the address, the port, the user and the password, and whether the server is running.",
        lost: "Nothing was taken from it. Run the command again once all servers are up.",
        refused: "Check whether the user may read the table, and what its columns hold.",
        "read-only": "Give the user a profile with readonly = 2: it still only reads, and may say how it is answered.",
        "too-slow": "Allow more with --timeout SECONDS, or see docs/databases.md on how a table is laid out.",
        repeats: "Find them by GROUP BY the key HAVING count(*) > 1, and count each record once.",
      }[why],
    ),
  "file-twice": ({ other }) =>
    wording(
      `this file has the same content as ${other}, for the same period`,
      "Remove one of the two: otherwise their figures would count twice.",
    ),
  "period-unknown": ({ from, until, starts }) =>
    wording(
      from === null
        ? "nothing says which period this file is for"
        : `the title says from ${from} until ${until}, and that is no month, quarter, half or nine months of ${starts === null ? "a year" : `the plan's year, which starts on ${starts}`}`,
      `Put it into a folder such as 2022-Q1, name the period in its file name (…_quy-1-2022.csv), or use --period-of 2022-Q1=FILE.${starts === null ? "" : " If periods do close on the days in the title, say so in the plan, in year: { starts }."}`,
    ),
  "period-unreadable": ({ text }) =>
    wording(
      `“${text}” is not a period`,
      damageThen(text, "Write it like 2022-Q3, 2022-H1, 2022-9M, 2022-03, 2022 or “Quý 3/2022”."),
    ),
  "period-disagrees": ({ one, other }) =>
    wording(
      `two statements of the period disagree: ${one} and ${other}`,
      "Correct one of them; where the name of the file or folder is wrong, say the right period with --period-of PERIOD=FILE.",
    ),
  "title-dates-longer": ({ from, until, period }) =>
    wording(
      `the title says from ${from} until ${until}, which is longer than ${period}`,
      "Correct the dates or the period; if every file holds the year to date, the source says cumulative: true.",
    ),
  "title-dates-differ": ({ from, until, period, starts, ends }) =>
    wording(
      `the title says from ${from} until ${until}, and the plan's ${period} is from ${starts} until ${ends}`,
      "If periods do close on the days in the title, say so in the plan, in year: { starts }; otherwise correct the title.",
    ),
} satisfies Partial<ProblemWords>;

const QUOTES = {
  "not-closed": "a quoted field is not closed before the end of the file",
  "after-text": "a quote stands inside a field that is not quoted",
  "before-text": "text follows a closing quote",
};

const DOUBLED = 'a quote inside quotes is written twice: "like ""this"" one"';
