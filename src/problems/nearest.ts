/** Longer words are not compared: nobody misspells a page of text. */
const longestWord = 64;

/** A message that lists more names than this is not read. */
const mostListed = 50;

/** The cost of a way that leads past the edge of the table is endless. */
const costAt = (row: readonly number[], column: number) => row[column] ?? Number.POSITIVE_INFINITY;

/** Edits between two words: insert, delete, replace, or swap two neighbours (optimal string alignment). */
function distance(left: string, right: string): number {
  let beforePrevious: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current[column] = Math.min(
        costAt(current, column - 1) + 1,
        costAt(previous, column) + 1,
        costAt(previous, column - 1) + (same ? 0 : 1),
        costAt(swapped ? beforePrevious : [], column - 2) + 1,
      );
    }
    beforePrevious = previous;
    previous = current;
  }
  return costAt(previous, right.length);
}

const plain = (word: string) => word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

/**
 * The candidate that a misspelt word most likely meant, or `undefined` when none is near: case and punctuation count for
 * nothing, and about one letter in three may differ.
 *
 * @example
 * ```ts
 * import { nearest } from "plimsoll";
 *
 * nearest("citizn", ["citizen", "it-review", "professional"]); // → "citizen"
 * nearest("somewhere else", ["citizen", "it-review"]); // → undefined
 * ```
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > longestWord) return undefined;
  const meant = plain(word);
  if (meant === "") return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const plainCandidate = plain(candidate);
    // Each letter too many is an edit, so a candidate that is much longer or shorter need not be compared.
    if (Math.abs(plainCandidate.length - meant.length) >= bestDistance) continue;
    const edits = distance(meant, plainCandidate);
    if (edits < bestDistance) {
      best = candidate;
      bestDistance = edits;
    }
  }
  return best;
}

/** The end of a message about a misspelt word, and the suggestion that goes with it. */
export function suggest(word: string, candidates: readonly string[]): { hint: string; suggestion?: string } {
  const suggestion = nearest(word, candidates);
  if (suggestion !== undefined) return { hint: ` Did you mean "${suggestion}"?`, suggestion };
  if (candidates.length === 0) return { hint: "" };
  const others = candidates.length > mostListed ? `, and ${candidates.length - mostListed} more` : "";
  return { hint: ` Valid here: ${candidates.slice(0, mostListed).join(", ")}${others}.` };
}
