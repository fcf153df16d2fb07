import { InputError } from "../../terminal.js";
import { headOf } from "../begin.js";
import { textOf } from "./decode.js";
import { type Table, type TableOptions, tableLimits } from "./table.js";

/** What a file that holds no text begins with. */
const isArchive = ([one, two, three, four]: Uint8Array): boolean =>
  one === 0x50 && two === 0x4b && (three === 3 || three === 5) && (four === 4 || four === 6);

const isOld = ([one, two, three, four]: Uint8Array): boolean =>
  one === 0xd0 && two === 0xcf && three === 0x11 && four === 0xe0;

async function wholeOf(
  head: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
  name: string,
  most: number,
): Promise<Uint8Array> {
  const pieces = [head];
  let length = head.length;
  for await (const piece of rest) {
    length += piece.length;
    if (length > most)
      throw new InputError([
        `${name} is a workbook of more than ${most} bytes, and no larger ones are read. Save the sheet with the apps as CSV.`,
      ]);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/**
 * Reads a file that holds tables: a text with commas, semicolons, tabs or bars between its cells, or a workbook of Excel with its sheets, those
 * that are hidden among them. What reads them is loaded when it is needed.
 *
 * @param name What the file is called in messages and evidence.
 * @throws {InputError} when it is neither; and, from the rows of a table, when the file is damaged or written in no known way further on.
 */
export async function readTables(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  { encoding, delimiter, limits = tableLimits }: TableOptions = {},
): Promise<readonly Table[]> {
  const iterator = pieces[Symbol.asyncIterator]();
  const head = await headOf(iterator, 8);
  const rest = { [Symbol.asyncIterator]: () => iterator };
  if (isOld(head)) {
    throw new InputError([
      `${name} is a workbook in the format before 2007, or one with a password. Save it as .xlsx without a password, or as CSV.`,
    ]);
  }
  if (!isArchive(head)) {
    const { readText } = await import("./csv.js");
    return [await readText(textOf(head, rest, name, encoding), name, delimiter, limits)];
  }
  const [{ damaged, isWhole }, { readWorkbook }, { readSheet }] = await Promise.all([
    import("./unzip.js"),
    import("./workbook.js"),
    import("./sheet.js"),
  ]);
  const bytes = await wholeOf(head, rest, name, limits.storedBytes);
  if (!isWhole(bytes)) throw damaged(name);
  const packed = { bytes, name, mostUnpacked: limits.unpackedBytes, mostText: limits.textCharacters };
  const workbook = readWorkbook(packed);
  if (workbook.sheets.length > limits.sheets)
    throw new InputError([`${name} has more than ${limits.sheets} sheets, and no more are read.`]);
  return workbook.sheets.map((sheet) => readSheet(packed, workbook, sheet, limits));
}
