import { messageOf } from "../problems/index.js";
import type { Gathering } from "./gather.js";
import { root, type Spot } from "./spot.js";

/** The text of a file without the mark that some editors put before it. */
export const withoutMark = (text: string): string => (text.startsWith("\uFEFF") ? text.slice(1) : text);

const lineAt = (text: string, position: number): number => text.slice(0, position).split("\n").length;

/** What a text says in JSON; or what to tell of it, where it is none. */
export function parseJson(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string } {
  const plain = withoutMark(text);
  try {
    return { ok: true, value: JSON.parse(plain) };
  } catch (error) {
    // What the engine says of it shows a part of the text, which may hold a secret: only the position is taken.
    const position = /position (\d+)/.exec(messageOf(error))?.[1];
    const where = position === undefined ? "" : `, from line ${lineAt(plain, Number(position))} on`;
    return { ok: false, message: `This is not JSON${where}. Export it again, as a whole.` };
  }
}

/** A document: a text is read as JSON, anything else is taken as it is. What cannot be read is a problem, and an empty document. */
export function readDocument(gathering: Gathering, file: string, input: unknown): Spot {
  if (typeof input !== "string") return root(file, input);
  const parsed = parseJson(input);
  if (parsed.ok) return root(file, parsed.value);
  gathering.problem("not-json", parsed.message, { file, pointer: "" });
  return root(file, undefined);
}

/** Says that a document is not of the format that it was taken for. */
export function notOfFormat(gathering: Gathering, spot: Spot, what: string): void {
  const message = `This is not ${what}: nothing was read. Ask detectFormat which format it is.`;
  if (spot.value !== undefined) gathering.problem("wrong-type", message, { file: spot.file, pointer: "" });
}
