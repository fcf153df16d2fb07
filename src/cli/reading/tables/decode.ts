import { InputError } from "../../terminal.js";

const newline = 0x0a;

/** What a text in Unicode begins with, and how it is written then. */
const marks: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

const markOf = (bytes: Uint8Array) => marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));

/** How many bytes the character has that begins there; none, where no character does. */
function lengthAt(bytes: Uint8Array, at: number): number {
  if ((bytes[at] ?? 0) < 0x80) return 1;
  return [2, 3, 4].find((length) => isUtf8(bytes.subarray(at, at + length))) ?? 0;
}

/** What to say of a text that is not in UTF-8: in which line, and which letter it would be elsewhere. */
function notInUtf8(bytes: Uint8Array, linesBefore: number, name: string, cause: unknown): InputError {
  let at = 0;
  for (let length = lengthAt(bytes, at); length > 0 && at < bytes.length; length = lengthAt(bytes, at)) at += length;
  const line = linesBefore + 1 + countLines(bytes.subarray(0, at));
  const shown = new TextDecoder("windows-1252").decode(bytes.subarray(at, at + 1));
  const sentence = `${name}, line ${line}, is not written in UTF-8: in Windows-1252, which many programs write, the letter there would be "${shown}". Save the table as "CSV UTF-8", or say in the mapping "encoding": "windows-1252".`;
  return new InputError([sentence], { cause });
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) count++;
  return count;
}

/** Where the last character begins that may go on in the next piece. */
function endOfCharacters(bytes: Uint8Array): number {
  const { length } = bytes;
  for (let at = length - 1; at >= Math.max(0, length - 4); at--) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) return length;
    if (byte >= 0xc0) return at;
  }
  return length;
}

/** Decodes piece by piece, so that a line can be named that is not in UTF-8. */
async function* utf8(pieces: AsyncIterable<Uint8Array>, name: string): AsyncIterable<string> {
  let lines = 0;
  let rest: Uint8Array = new Uint8Array();
  const decode = (bytes: Uint8Array): string => {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (cause) {
      throw notInUtf8(bytes, lines, name, cause);
    }
  };
  for await (const piece of pieces) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const end = endOfCharacters(bytes);
    rest = bytes.subarray(end);
    if (end === 0) continue;
    const whole = bytes.subarray(0, end);
    yield decode(whole);
    lines += countLines(whole);
  }
  if (rest.length > 0) yield decode(rest);
}

async function* decoded(pieces: AsyncIterable<Uint8Array>, encoding: string, name: string): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  try {
    for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new InputError([`${name} is not written in ${encoding.toUpperCase()} throughout. Save it as "CSV UTF-8".`], {
      cause,
    });
  }
}

async function* from(first: Uint8Array, pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  if (first.length > 0) yield first;
  yield* pieces;
}

/**
 * The text of a file, in pieces: as it says itself how it is written, as the mapping says, or else in UTF-8.
 *
 * @param head The first bytes; more than one, if there are more.
 * @throws {InputError} when it is written otherwise: a letter that was read wrongly would be a name that nobody has.
 */
export function textOf(
  head: Uint8Array,
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  encoding: string | undefined,
): AsyncIterable<string> {
  const mark = markOf(head);
  if (mark !== undefined) {
    const [bytes, own] = mark;
    const all = from(head.subarray(bytes.length), pieces);
    return own === "utf-8" ? utf8(all, name) : decoded(all, own, name);
  }
  if (head[0] === 0 || head[1] === 0)
    throw new InputError([`${name} seems to be written in UTF-16 without saying so. Save it as "CSV UTF-8".`]);
  return encoding === "windows-1252" ? decoded(from(head, pieces), encoding, name) : utf8(from(head, pieces), name);
}
