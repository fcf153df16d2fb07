import { InputError } from "../terminal.js";
import { newline } from "./cut.js";

/** Where a file begins to say something. */
export interface Begin {
  /** The first piece, from there on. */
  readonly first: Uint8Array;
  readonly rest: AsyncIterator<Uint8Array>;
  readonly line: number;
  readonly column: number;
}

/** A piece that was read already, and those that are still to be read. */
export async function* goOn(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  yield first;
  yield* { [Symbol.asyncIterator]: () => rest };
}

/** The first bytes of a file, so many at least where there are: enough to see how it is written. */
export async function headOf(pieces: AsyncIterator<Uint8Array>, atLeast: number): Promise<Uint8Array> {
  let bytes: Uint8Array = new Uint8Array();
  while (bytes.length < atLeast) {
    const { value, done } = await pieces.next();
    if (done === true) break;
    bytes = Buffer.concat([bytes, value]);
  }
  return bytes;
}

/** Whether text is written in two bytes for each character, as some programs do on Windows. */
function isUtf16([one, two]: Uint8Array): boolean {
  return (one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff) || one === 0 || two === 0;
}

/**
 * Refuses text that is written in two bytes for each character.
 *
 * @throws {InputError} which says what to do.
 */
export function assertUtf8(bytes: Uint8Array, name: string): void {
  if (!isUtf16(bytes)) return;
  throw new InputError([`${name} is not written in UTF-8, but, as it seems, in UTF-16. Save it as UTF-8.`]);
}

const isMarked = ([one, two, three]: Uint8Array) => one === 0xef && two === 0xbb && three === 0xbf;

/**
 * Goes to the first character of a file that is no white space; nothing, when there is none.
 *
 * @throws {InputError} when the file is not written in UTF-8.
 */
export async function beginOf(rest: AsyncIterator<Uint8Array>, name: string): Promise<Begin | undefined> {
  const bytes = await headOf(rest, 4);
  assertUtf8(bytes, name);
  let line = 1;
  let column = 1;
  let piece: IteratorResult<Uint8Array> = { value: isMarked(bytes) ? bytes.subarray(3) : bytes };
  for (; !piece.done; piece = await rest.next()) {
    for (const [at, byte] of piece.value.entries()) {
      const isBlank = byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
      if (!isBlank) return { first: piece.value.subarray(at), rest, line, column };
      if (byte === newline) line++;
      column = byte === newline ? 1 : column + 1;
    }
  }
  return undefined;
}
