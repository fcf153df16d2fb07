import { InputError } from "../../terminal.js";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The encodings that a file says it has, by its first bytes. */
const marked: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/**
 * The text of a file, without the mark that some programs put before it.
 *
 * @throws {InputError} when it is not written in UTF-8, and does not say in what else.
 */
export function textOf(bytes: Uint8Array): string {
  const encoding = marked.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))?.[1];
  if (encoding !== undefined) return new TextDecoder(encoding).decode(bytes);
  try {
    return utf8.decode(bytes);
  } catch (error) {
    throw new InputError(["This is not written in UTF-8. Save it as UTF-8."], { cause: error });
  }
}
