import { inShort } from "./shown.js";

/** Longer words are not compared: nobody misspells a page of text. */
const longestWord = 64;

/** A message that lists more names than this is not read. */
const mostListed = 50;

/** Of so many names that could be meant, one more would be a guess; and each is compared with each misspelt one. */
const mostCompared = 500;

/** The cost of a way that leads past the edge of the table is endless. */
const costAt = (row: readonly number[], column: number) => row[column] ?? Number.POSITIVE_INFINITY;

/**
 * Edits between two words: insert, delete, replace, or swap two neighbours (optimal string alignment); endless, as soon as
 * they are certainly `enough` or more.
 */
function distance(left: string, right: string, enough: number): number {
  let beforePrevious: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: right.length + 1 }, (_, column) => column);
  let leastBefore = 0;
  for (let row = 1; row <= left.length; row++) {
    const letter = left.charCodeAt(row - 1);
    const letterBefore = left.charCodeAt(row - 2);
    let cost = row;
    let least = row;
    const current = [cost];
    for (let column = 1; column <= right.length; column++) {
      if (letter === right.charCodeAt(column - 1)) cost = costAt(previous, column - 1);
      else {
        cost = Math.min(cost, costAt(previous, column), costAt(previous, column - 1)) + 1;
        const swapped = letter === right.charCodeAt(column - 2) && letterBefore === right.charCodeAt(column - 1);
        if (swapped) cost = Math.min(cost, costAt(beforePrevious, column - 2) + 1);
      }
      current.push(cost);
      if (cost < least) least = cost;
    }
    // Every way leads through this row, or by a swap from the row before past it.
    if (Math.min(least, leastBefore + 1) >= enough) return Number.POSITIVE_INFINITY;
    leastBefore = least;
    beforePrevious = previous;
    previous = current;
  }
  return costAt(previous, right.length);
}

const plain = (word: string) => word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

/**
 * The candidate that a misspelt word most likely meant, or `undefined` when none is near: case and punctuation count for
 * nothing, and about one letter in three may differ. Of many candidates, the first 500 are compared.
 *
 * @example
 * ```ts
 * import { nearestName } from "plimsoll";
 *
 * nearestName("citizn", ["citizen", "it-review", "professional"]); // → "citizen"
 * nearestName("somewhere else", ["citizen", "it-review"]); // → undefined
 * ```
 */
export function nearestName(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > longestWord) return undefined;
  const meant = plain(word);
  if (meant === "") return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates.slice(0, mostCompared)) {
    if (candidate.length > 2 * longestWord) continue;
    const plainCandidate = plain(candidate);
    // Each letter too many is an edit, so a candidate that is much longer or shorter need not be compared.
    if (Math.abs(plainCandidate.length - meant.length) >= bestDistance) continue;
    const edits = distance(meant, plainCandidate, bestDistance);
    if (edits < bestDistance) {
      best = candidate;
      bestDistance = edits;
    }
  }
  return best;
}

/** The end of a message about a misspelt word, and the suggestion that goes with it. */
export function suggest(word: string, candidates: readonly string[]): { hint: string; suggestion?: string } {
  const suggestion = nearestName(word, candidates);
  if (suggestion !== undefined) return { hint: ` Did you mean "${suggestion}"?`, suggestion };
  if (candidates.length === 0) return { hint: "" };
  const others = candidates.length > mostListed ? `, and ${candidates.length - mostListed} more` : "";
  return { hint: ` Valid here: ${candidates.slice(0, mostListed).map(inShort).join(", ")}${others}.` };
}
