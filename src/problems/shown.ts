/** A longer text says no more about a mistake, and many of them would make an answer longer than its question. */
const longestShown = 100;

/** A text as a message shows it: long ones in part. */
export function inShort(text: string): string {
  // By characters, since half of one cannot be stored.
  return text.length > longestShown ? `${[...text.slice(0, longestShown)].slice(0, -1).join("")}…` : text;
}
