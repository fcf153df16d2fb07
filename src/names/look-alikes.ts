import type { Pointer, Problem } from "../problems/index.js";
import { nameKey } from "./same-name.js";

const words = /[\p{L}\p{M}]+/gu;

/** Alphabets whose letters look alike. */
const alphabets = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Armenian: /\p{Script=Armenian}/u,
  Cherokee: /\p{Script=Cherokee}/u,
} as const;

const alphabetsOf = (word: string): readonly string[] =>
  Object.entries(alphabets).flatMap(([alphabet, letter]) => (letter.test(word) ? [alphabet] : []));

const isPlain = (name: string) => /^[\x20-\x7e]+$/.test(name);

/** What is wrong with a name that shows something else than it says: letters that look alike, or nothing that can be seen. */
export function problemsOfName(name: string, pointer: Pointer): readonly Problem[] {
  if (isPlain(name) && name.trim() !== "") return [];
  if (nameKey(name) === "") {
    return [
      { pointer, code: "look-alike", message: "Nothing can be seen of this name. Write one that people can read." },
    ];
  }
  const mixed = (name.match(words) ?? []).find((word) => alphabetsOf(word).length > 1);
  if (mixed === undefined) return [];
  const message = `"${mixed}" mixes ${alphabetsOf(mixed).join(" and ")} letters, which look alike. Write it in one alphabet.`;
  return [{ pointer, code: "look-alike", message }];
}
