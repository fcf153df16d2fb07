/**
 * A text that Markdown shows as it is, on one line.
 *
 * @example
 * ```ts
 * import { markdownText } from "plimsoll/render";
 *
 * markdownText("R|D *hours*"); // → "R\\|D \\*hours\\*"
 * ```
 */
export function markdownText(text: string): string {
  const escaped = text
    .replaceAll(/\s+/g, " ")
    .trim()
    .replaceAll(/[\\`*_|<>[\]~#&$]/g, "\\$&");
  // What begins a list or a rule at the beginning of a line.
  return escaped.replace(/^(\d*)([-+=.)])/, "$1\\$2");
}
