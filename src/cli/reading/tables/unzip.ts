import { Unzip, UnzipInflate } from "fflate";
import { InputError } from "../../terminal.js";

/** So much is handed to the unpacker at once: what comes out of it is at most a thousand times as much. */
const step = 16_384;

/** The packed bytes of a workbook, in memory, and what it is called. */
export interface Packed {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mostUnpacked: number;
  /** The characters of the texts that its cells refer to, which are kept while it is read. */
  readonly mostText: number;
}

/** A piece of a part of a workbook, as it is unpacked. */
export interface Unpacked {
  readonly part: string;
  readonly bytes: Uint8Array;
  readonly isLast: boolean;
}

/** What an archive ends with, before a comment of at most so many bytes. */
const end = [0x50, 0x4b, 5, 6];
const longestComment = 65_557;

/** Whether an archive is there to its end. */
export function isWhole(bytes: Uint8Array): boolean {
  const last = Buffer.from(bytes.subarray(Math.max(0, bytes.length - longestComment)));
  return last.includes(Buffer.from(end));
}

/** What is said of a workbook that does not hold what it should. */
export const damaged = (name: string, cause?: unknown): InputError =>
  new InputError([`${name} is damaged, or packed in a way that is not read. Save it again as .xlsx.`], { cause });

/** A cell of a workbook holds 32,767 characters at most. */
const longestCell = 100_000;

/**
 * Lets the text of a cell pass.
 *
 * @throws {InputError} when it is longer than any is.
 */
export function checkLength(text: string, name: string): string {
  if (text.length <= longestCell) return text;
  throw new InputError([
    `${name} has a text of more than ${longestCell} characters in one cell, which no workbook has.`,
  ]);
}

const tooMuch = ({ name, mostUnpacked }: Packed): InputError =>
  new InputError([
    `${name} unpacks to more than ${mostUnpacked} bytes, and no more are read. Save the sheet with the apps as CSV.`,
  ]);

/** Unpacks some parts of a workbook, piece by piece, and never more than the limit. */
export function* unpack(packed: Packed, isWanted: (part: string) => boolean): Iterable<Unpacked> {
  const { bytes, name, mostUnpacked } = packed;
  const ready: Unpacked[] = [];
  let total = 0;
  const unzip = new Unzip((file) => {
    if (!isWanted(file.name)) return;
    file.ondata = (error, data, isLast) => {
      if (error !== null) throw error;
      total += data.length;
      if (total > mostUnpacked) throw tooMuch(packed);
      ready.push({ part: file.name, bytes: data, isLast });
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += step) {
    try {
      unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length);
    } catch (cause) {
      if (cause instanceof InputError) throw cause;
      throw damaged(name, cause);
    }
    yield* ready.splice(0);
  }
}
