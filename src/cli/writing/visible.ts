import type { Terminal } from "../terminal.js";

/**
 * What a terminal obeys or hides instead of showing it: control characters, what turns the direction of writing, what has no
 * width, halves of characters. The two joiners stay: Persian is written with one of them, and emoji with the other.
 */
const unseen =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u00ad\u180e\u200b\u2060-\u206f\ufeff\ufff9-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e007f}]/gu;

/** What begins a new line, or leaves room. */
const breaks = /\r\n|[\t-\r\u0085\u2028\u2029]/g;

const numbered = (character: string) => `\\u{${character.codePointAt(0)?.toString(16)}}`;

/** A text in which everything can be seen: line breaks as spaces, and what is not seen as its number, `\u{1b}`. */
export function visible(text: string): string {
  return text.replace(breaks, " ").replace(unseen, numbered);
}

/** The same data, in all texts of which everything can be seen. */
export function allVisible<Data>(data: Data): Data {
  // Only texts change, and stay texts: the data has the form that it had.
  return shown(data) as Data;
}

function shown(data: unknown): unknown {
  if (typeof data === "string") return visible(data);
  if (Array.isArray(data)) return data.map(shown);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [visible(key), shown(value)]));
}

/** A character as escapes of JSON: one for each half, where it has two. */
const escaped = (character: string) =>
  Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
    .map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`)
    .join("");

/** JSON that says the same, with what is not seen written as escapes; besides line breaks, only texts can hold any of it. */
export function visibleJson(json: string): string {
  return json.replace(unseen, (character) => (character === "\n" ? character : escaped(character)));
}

/** The colours that reports are painted with, and their ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: what colours a terminal begins with one.
const colours = /(\u001b\[(?:[12]|22|3[1236]|39)m)/;

/** Where a line ends; none of these stands in a text that was handed in, since it was made visible before. */
const lineEnds = /(\r?\n)/;

/** A text of several lines, perhaps in colours, in which everything else can be seen. */
function visibleLines(text: string, showsColours: boolean): string {
  const plain = (piece: string) =>
    piece
      .split(lineEnds)
      .map((part, index) => (index % 2 === 1 ? part : visible(part)))
      .join("");
  if (!showsColours) return plain(text);
  return text
    .split(colours)
    .map((piece, index) => (index % 2 === 1 ? piece : plain(piece)))
    .join("");
}

/** Says that what follows is UTF-8: unseen, and harmless where it comes first. */
export const byteOrderMark = "\ufeff";

/** A terminal that is told nothing but what can be seen, whatever is printed. */
export function harmless(terminal: Terminal): Terminal {
  let isFirst = true;
  const print = (text: string): Promise<void> => {
    const mark = isFirst && text.startsWith(byteOrderMark) ? byteOrderMark : "";
    isFirst = false;
    return terminal.print(mark + visibleLines(text.slice(mark.length), terminal.showsColours));
  };
  return {
    ...terminal,
    print,
    complain: (sentence) => terminal.complain(`${visible(sentence.trimEnd())}\n`),
    ask: (question) => terminal.ask(visibleLines(question, false)),
  };
}
