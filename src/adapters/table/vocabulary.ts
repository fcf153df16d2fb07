import { liker, type Mapping } from "../../mapping/index.js";
import { nameKey } from "../../names/index.js";
import { usualWords } from "./words.js";

/** What a text says when it is no name, number or day: that something is not known, yes, no, or none. */
export type Word = "unknown" | "yes" | "no" | "none";

export interface Vocabulary {
  readonly wordOf: (text: string) => Word | undefined;
}

const isPattern = (text: string): boolean => text.includes("*");

/** Longer texts are no words, and are not looked at as such. */
const longestWord = 60;

/** The words of a mapping, and those that people use anyway. */
export function vocabularyOf(mapping: Mapping): Vocabulary {
  const words = new Map<string, Word>();
  const unknown = [...usualWords("unknown"), ...(mapping.unknown ?? [])];
  const said = {
    none: [...usualWords("none"), ...(mapping.none ?? [])],
    no: [...usualWords("no"), ...(mapping.no ?? [])],
    yes: [...usualWords("yes"), ...(mapping.yes ?? [])],
    unknown: unknown.filter((text) => !isPattern(text)),
  };
  for (const [word, texts] of Object.entries(said)) for (const text of texts) words.set(nameKey(text), word as Word); // as they are named above
  const patterns = unknown.filter(isPattern).map(liker);
  const wordOf = (text: string): Word | undefined => {
    if (text.length > longestWord) return undefined;
    return words.get(nameKey(text)) ?? (patterns.some((isMeant) => isMeant(text)) ? "unknown" : undefined);
  };
  return { wordOf };
}
