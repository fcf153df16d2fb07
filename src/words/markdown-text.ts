import { PlimsollError } from "../problems/index.js";
import { visible } from "./visible.js";

/** A space without width, as a character and as it is written. */
const gap = "\u200b";
const writtenGap = "&#8203;";

/**
 * Where a text looks like a link, a mention or a reference. Escapes don't help there: what makes links of them looks at the text
 * after Markdown has taken all escapes away, as GitHub does with addresses and names. So they are kept from being one word.
 */
const joints: readonly (readonly [RegExp, string])[] = [
  // https://example.org, //localhost
  [/\/(?=\/)/g, `/${gap}`],
  // www.example.org
  [/www(?=\.)/gi, `$&${gap}`],
  // name@example.org, @name
  [/@(?=\S)/g, `@${gap}`],
  // #12, GH-12
  [/#(?=\w)/g, `#${gap}`],
  [/\bGH-(?=\d)/gi, `$&${gap}`],
];

/** What Markdown, and what is commonly added to it, takes for more than text; and the dot of example.org. */
const marks = /[\\\u0060*_|<>[\]{}~^#&$@]|(?<=\S)\.(?=\p{L})/gu;

/** What begins a list, a rule or a definition at the beginning of a line. */
const beginning = /^(\d*)([-+=.):])/;

/**
 * A text that Markdown shows as it is, on one line: no link, no mention, no markup comes of it. Where it looks like a link it
 * is kept apart by spaces without width (`&#8203;`); characters that would hide or turn other text are named: `[U+202E]`.
 *
 * @throws {PlimsollError} with code `invalid-option`, when it is no text.
 *
 * @example
 * ```ts
 * import { markdownText } from "plimsoll/render";
 *
 * markdownText("R|D *hours*"); // → "R\\|D \\*hours\\*"
 * markdownText("see www.example.org"); // → "see www&#8203;\\.example\\.org"
 * ```
 */
export function markdownText(text: string): string {
  if (typeof text !== "string") {
    const message = `Expected a text, but saw a value of type ${typeof text}.`;
    throw new PlimsollError("invalid-option", [{ pointer: "", code: "wrong-type", message }]);
  }
  const line = visible(text.replaceAll(/\s+/g, " ").trim());
  const apart = joints.reduce((words, [joint, parted]) => words.replaceAll(joint, parted), line);
  return apart.replaceAll(marks, "\\$&").replace(beginning, "$1\\$2").replaceAll(gap, writtenGap);
}
