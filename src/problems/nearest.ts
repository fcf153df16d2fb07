/** Longer words are not compared: nobody misspells a page of text. */
const longestWord = 64;

/** Edits between two words: insert, delete, replace, or swap two neighbours (optimal string alignment). */
function distance(left: string, right: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current[column] = Math.min(
        (current[column - 1] ?? 0) + 1,
        (previous[column] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[right.length] ?? left.length;
}

const plain = (word: string) => word.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

/**
 * The candidate that a misspelt word most likely meant, or `undefined` when none is near: case and punctuation count for
 * nothing, and about one letter in three may differ.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > longestWord) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const edits = distance(plain(word), plain(candidate));
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
  return { hint: candidates.length > 0 ? ` Valid here: ${candidates.join(", ")}.` : "" };
}
