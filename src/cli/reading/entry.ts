import type { Pointer } from "plimsoll";
import { type Cut, mostBytes } from "./cut.js";
import { readJson } from "./json-text.js";

/** One value of a file; the label says where it stands, and the position is its line or its entry. */
export interface Held {
  readonly position: number;
  readonly label: string;
  readonly value: unknown;
  /** The line on which something in it stands, where that can be told. */
  readonly lineAt?: (pointer: Pointer) => number | undefined;
}

/** One value of a file, or why there is none. */
export type Entry = Held | { readonly position: number; readonly label: string; readonly problem: string };

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

/** What stands for bytes that are no character. */
const replacement = "\ufffd";

/** The text of a stretch; or, where it is not UTF-8, the text as far as it is. */
export function textOf({ bytes }: Cut): { readonly ok: boolean; readonly text: string } {
  try {
    return { ok: true, text: decoder.decode(bytes) };
  } catch {
    const text = lenient.decode(bytes);
    return { ok: false, text: text.slice(0, text.indexOf(replacement)) };
  }
}

/** The place that is so many characters into a stretch. */
function placeIn({ line, column }: Cut, before: string): string {
  const lines = before.split("\n");
  const characters = [...(lines.at(-1) ?? "")].length;
  return `line ${line + lines.length - 1}, column ${lines.length > 1 ? characters + 1 : column + characters}`;
}

const megabytes = mostBytes / 1024 / 1024;

/**
 * Reads a stretch of a file as JSON.
 *
 * @param name What the file is called.
 * @param entry Which of its entries it is, where they stand in a list.
 */
export function readCut(cut: Cut, name: string, entry?: number): Entry {
  const within = entry === undefined ? name : `${name}, entry ${entry}`;
  const position = entry ?? cut.line;
  const wrong = (before: string, problem: string): Entry => ({
    position,
    label: `${within}, ${placeIn(cut, before)}`,
    problem,
  });
  if (cut.isTooLong) return wrong("", `This is longer than ${megabytes} MB, and no app or policy is that long.`);
  const { ok, text } = textOf(cut);
  if (!ok) return wrong(text, "This is not written in UTF-8. Save the file as UTF-8.");
  const read = readJson(text);
  return read.ok ? { position, label: within, value: read.value } : wrong(text.slice(0, read.at), read.problem);
}

/** Whether nothing stands in a stretch. */
export function isBlank({ bytes, isTooLong }: Cut): boolean {
  return !isTooLong && bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}
