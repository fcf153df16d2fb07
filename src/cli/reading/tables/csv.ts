import { type CsvError, parse } from "csv-parse";
import type { ArtifactProblem, Cell } from "plimsoll/adapters";
import type { Table, TableLimits } from "./table.js";

const delimiters = [",", ";", "\t", "|"] as const;

/** The headings stand within the first lines. */
const mostLines = 20;
const mostLooked = 100_000;

/** What stands between quotes is no delimiter. */
const unquoted = (line: string): string => line.replace(/"[^"]*"/g, "");

/** What stands between the cells: what parts a line into the most of them. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, mostLooked)
    .split(/\r\n|\n|\r/)
    .slice(0, mostLines)
    .map(unquoted);
  const most = (mark: string) => Math.max(...lines.map((line) => line.split(mark).length));
  return delimiters.reduce((best, mark) => (most(mark) > most(best) ? mark : best));
}

/** The text as far as it is needed to see how it is written; and where it goes wrong before that, how, for when its turn comes. */
async function beginOf(text: AsyncIterator<string>) {
  let begin = "";
  try {
    while (begin.length < mostLooked && begin.split("\n").length <= mostLines) {
      const { value, done } = await text.next();
      if (done === true) break;
      begin += value;
    }
  } catch (error) {
    if (begin === "") throw error;
    return { begin, failure: { error } };
  }
  return { begin, failure: undefined };
}

async function* goOn(
  begin: string,
  failure: { readonly error: unknown } | undefined,
  rest: AsyncIterator<string>,
): AsyncIterable<string> {
  yield begin;
  if (failure !== undefined) throw failure.error;
  yield* { [Symbol.asyncIterator]: () => rest };
}

const lineEnds = ["\r\n", "\n", "\r"].map((end) => Buffer.from(end));

const sentences: Readonly<Record<string, (line: number) => string>> = {
  CSV_QUOTE_NOT_CLOSED: (line) =>
    `A quote is opened in this row and never closed, up to line ${line} of the file, so neither the row nor what follows was read. Close the quote, or write it twice where it is meant as a quote.`,
  CSV_MAX_RECORD_SIZE: (line) =>
    `This row is longer than any that is read, at line ${line} of the file: as a rule a quote is opened in it and never closed. Neither the row nor what follows was read.`,
};

/** The rows of a text, and what could not be read of it. */
function read(text: AsyncIterable<string>, file: string, delimiter: string, limits: TableLimits): Table {
  const problems: ArtifactProblem[] = [];
  let row = 0;
  const onSkip = (error: CsvError | undefined): undefined => {
    if (error === undefined) return;
    const inWords = sentences[error.code] ?? (() => `This row could not be read: ${error.message}.`);
    const message = inWords(Number(error.lines));
    problems.push({ pointer: "", code: "unreadable", message, places: [{ file, row: row + 1 }] });
  };
  async function* rows(): AsyncIterable<readonly Cell[]> {
    const parser = parse({
      delimiter,
      ltrim: delimiter !== "\t",
      record_delimiter: lineEnds,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: limits.rowCharacters,
      skip_records_with_error: true,
      on_skip: onSkip,
      on_record: (cells) => {
        row++;
        return cells;
      },
    });
    // Piece by piece, and not as a pipe: what was read before something goes wrong is handed on first.
    for await (const piece of text) {
      parser.write(piece);
      for (let cells = parser.read(); cells !== null; cells = parser.read()) yield cells;
      if (problems.length > 0) return;
    }
    parser.end();
    yield* parser as AsyncIterable<readonly string[]>; // what `on_record` returns
  }
  return { file, rows: rows(), problems: () => problems };
}

/** Reads a text as a table: what stands between its cells is as the mapping or its first line (`sep=;`) says, or else found. */
export async function readText(
  text: AsyncIterable<string>,
  file: string,
  delimiter: string | undefined,
  limits: TableLimits,
): Promise<Table> {
  const rest = text[Symbol.asyncIterator]();
  const { begin, failure } = await beginOf(rest);
  // Programs that show tables take this line as told to them, and show the next as the first.
  const [whole = "", said] = /^sep=(.)(?:\r\n|\n|\r)/i.exec(begin) ?? [];
  const own = begin.slice(whole.length);
  return read(goOn(own, failure, rest), file, said ?? delimiter ?? delimiterOf(own), limits);
}
