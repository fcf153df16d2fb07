import { byteOrderMark, visible } from "./visible.js";

/** What stands in a cell; nothing, where nobody tells. */
export type Cell = string | number | boolean | null | undefined;

/** A column: its heading, and what stands in it of each row. */
export interface Column<Row> {
  readonly name: string;
  readonly of: (row: Row) => Cell;
}

/** RFC 4180 ends its lines like this. */
const lineEnd = "\r\n";

/**
 * What a spreadsheet takes for the beginning of a formula, also as full-width letters: at the beginning of a cell; and after a
 * semicolon, which begins a cell where commas stand in numbers. Spaces and quotes before it change nothing.
 */
const formula = /(^|;)(?=[\s"']*[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/** A text that a spreadsheet shows and never runs, on one line: an apostrophe before it says so. */
const asText = (text: string) => visible(text).replace(formula, "$1'");

/** Whether a cell holds what it is to hold, and nothing before it that keeps a spreadsheet from running it. */
export const isWrittenAsItIs = (cell: Cell): boolean => typeof cell !== "string" || asText(cell) === cell;

function written(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  const text = typeof cell === "string" ? asText(cell) : String(cell);
  return /[",;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const lineOf = (cells: readonly Cell[]) => `${cells.map(written).join(",")}${lineEnd}`;

/** Several texts in one cell. */
export const inOneCell = (texts: readonly string[]): string => texts.join("; ");

/**
 * A table as CSV (RFC 4180), row by row. It begins with a byte order mark: Excel takes a file without one for the code page of
 * the machine, and shows "GrÃ¶ÃŸe" for "Größe"; whatever else reads tables knows it.
 */
export async function* csv<Row>(
  rows: Iterable<Row> | AsyncIterable<Row>,
  columns: readonly Column<Row>[],
): AsyncIterable<string> {
  yield byteOrderMark + lineOf(columns.map(({ name }) => name));
  for await (const row of rows) yield lineOf(columns.map((column) => column.of(row)));
}
