/** What is said by the way, if anything is: " (a, b)". */
export function inBrackets(parts: readonly string[], between: string): string {
  return parts.length > 0 ? ` (${parts.join(between)})` : "";
}
