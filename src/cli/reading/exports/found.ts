import { InputError } from "../../terminal.js";

/** A file that was found: by itself, in a folder, or in an archive. */
export interface Found {
  /** Its path, as people are told of it: of a file in an archive, `apps.zip/Workflows/Orders.json`. */
  readonly path: string;
  /**
   * What is in it.
   *
   * @throws {InputError} when it cannot be read, or is too large.
   */
  readonly read: () => Promise<Uint8Array>;
  /** The same in pieces, for what may be larger than a document is. */
  readonly pieces: () => AsyncIterable<Uint8Array>;
}

/** What could not be read, and why, in sentences. */
export interface Unread {
  readonly path: string;
  readonly problem: string;
}

const megabyte = 1024 * 1024;

/** Where reading stops: no export is that large, and what is would only fill the memory. */
export const limits: Readonly<Record<"archive" | "unpacked" | "file" | "entries" | "depth", number>> = {
  /** An archive as it lies on the disk. */
  archive: 512 * megabyte,
  /** All that is unpacked of one archive. */
  unpacked: 1024 * megabyte,
  /** A file, also one in an archive. */
  file: 64 * megabyte,
  /** Files in one archive. */
  entries: 100_000,
  /** Archives in archives. */
  depth: 3,
};

export const inMegabytes = (bytes: number): string => `${bytes / megabyte} MB`;

export const tooLarge = (atMost: number): InputError =>
  new InputError([`This is larger than ${inMegabytes(atMost)}, which no export is, and was not read.`]);

/**
 * All bytes of something that comes in pieces.
 *
 * @throws {InputError} when there are more than so many.
 */
export async function allOf(pieces: AsyncIterable<Uint8Array>, atMost: number): Promise<Uint8Array> {
  const collected: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > atMost) throw tooLarge(atMost);
    collected.push(piece);
  }
  return Buffer.concat(collected);
}

/** What to say of a file that could not be read; what is no fault of the input is thrown. */
export function unreadBecause(path: string, error: unknown): Unread {
  if (!(error instanceof InputError)) throw error;
  const said = error.sentences.join(" ");
  // The path stands before it already.
  const problem = said
    .replace(`${path}, `, "")
    .replace(`${path} `, "This ")
    .replace(/^(line \d+), /, "$1 ");
  return { path, problem: `${problem.charAt(0).toUpperCase()}${problem.slice(1)}` };
}
