/**
 * What looks like one character: with its accents, its colour of skin, and what is joined to it, so that a line never
 * breaks within.
 */
const character = /\P{M}(?:\p{M}|\p{Emoji_Modifier})*(?:\u200d\P{M}(?:\p{M}|\p{Emoji_Modifier})*)*|\p{M}+/gu;

/**
 * How wide characters are in sans-serif typefaces, in parts of their size. No picture can measure its reader's typeface, so
 * these are rather too wide than too narrow.
 */
const widths: readonly (readonly [RegExp, number])[] = [
  [/^[ .,:;'|!ijlIft()[\]]/, 0.36],
  [/^[mwMW@%…]/, 0.95],
  [/^[a-z\u00df-\u00ff]/, 0.58],
  [/^[\u0020-\u024f]/, 0.72],
  [/^\p{Extended_Pictographic}|^\p{Regional_Indicator}/u, 1.4],
  [/^[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffe6]/, 1.05],
];

/** The width of scripts that are not listed. */
const otherwise = 0.85;

const widthOf = (character: string) => widths.find(([pattern]) => pattern.test(character))?.[1] ?? otherwise;

/** How many characters, from the first on, fit into a width. */
function fitting(characters: readonly string[], width: number): number {
  let left = width;
  const firstBeyond = characters.findIndex((each) => {
    left -= widthOf(each);
    return left < 0;
  });
  return firstBeyond < 0 ? characters.length : firstBeyond;
}

/** Room for words: so many lines, so wide, in letters of a size. */
interface Room {
  readonly width: number;
  readonly size: number;
  readonly lines: number;
}

function inLines(characters: readonly string[], width: number, lines: number): readonly string[] {
  const count = fitting(characters, width);
  if (count === characters.length) return [characters.join("")];
  if (lines === 1)
    return [
      `${characters
        .slice(0, fitting(characters, width - widthOf("…")))
        .join("")
        .trimEnd()}…`,
    ];
  const space = characters.lastIndexOf(" ", count);
  const end = space > 0 ? space : Math.max(count, 1);
  const rest = characters.slice(space > 0 ? end + 1 : end);
  return [characters.slice(0, end).join(""), ...inLines(rest, width, lines - 1)];
}

/** Words in lines that fit, broken between words where that is possible, and shortened where it is not. */
export function setInLines(words: string, { width, size, lines }: Room): readonly string[] {
  const characters = words.replaceAll(/\s+/g, " ").trim().match(character) ?? [];
  return inLines(characters, width / size, lines);
}
