import { inShort, type Pointer, type Problem } from "../problems/index.js";
import { nameKey } from "./same-name.js";

/**
 * Letters of other alphabets, each under the small Latin letter that it, or its capital, looks like; after the confusables of
 * Unicode Technical Standard 39.
 */
const lookAlikes: Readonly<Record<string, string>> = {
  a: "аα",
  b: "вβ",
  c: "сσ",
  d: "ԁ",
  e: "еε",
  g: "ԍ",
  h: "нһη",
  i: "іι",
  j: "јϳ",
  k: "кκ",
  l: "ӏ",
  m: "мμ",
  n: "ν",
  o: "оο",
  p: "рρ",
  q: "ԛ",
  s: "ѕ",
  t: "тτ",
  v: "ѵ",
  w: "ԝ",
  x: "хχ",
  y: "уүγυ",
  z: "ζ",
};

/** The Latin letter that a letter looks like, or the letter itself. No map made beforehand: bundlers would have to keep it. */
function latinOf(letter: string): string {
  if (letter <= "~") return letter;
  return Object.keys(lookAlikes).find((latin) => lookAlikes[latin]?.includes(letter)) ?? letter;
}

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

/** Whether two names look the same, though they may be written with letters of two alphabets. */
export function looksLike(one: string, other: string): boolean {
  const shape = (name: string) => [...nameKey(name)].map(latinOf).join("");
  return shape(one) === shape(other);
}

const plain = /^ *[!-~][ -~]*$/;

/** Whether a name is written with nothing but letters that look like no others, and can be seen. */
export const isPlainName = (name: string): boolean => plain.test(name);

/** What is wrong with a name that shows something else than it says: letters that look alike, or nothing that can be seen. */
export function problemsOfName(name: string, pointer: Pointer): readonly Problem[] {
  if (isPlainName(name)) return [];
  if (nameKey(name) === "") {
    return [
      { pointer, code: "look-alike", message: "Nothing can be seen of this name. Write one that people can read." },
    ];
  }
  const mixed = (name.match(words) ?? []).find((word) => alphabetsOf(word).length > 1);
  if (mixed === undefined) return [];
  const message = `"${inShort(mixed)}" mixes ${alphabetsOf(mixed).join(" and ")} letters, which look alike. Write it in one alphabet.`;
  return [{ pointer, code: "look-alike", message }];
}
