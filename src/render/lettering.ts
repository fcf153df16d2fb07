/**
 * What looks like one character: with its accents, its colour of skin, and what is joined to it, so that a line never
 * breaks within. Two letters of a country are one flag, and tags belong to the flag before them.
 */
const character =
  /\p{RI}\p{RI}|\P{M}(?:\p{M}|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}])*(?:\u200d\P{M}(?:\p{M}|\p{Emoji_Modifier})*)*|\p{M}+/gu;

/**
 * How wide characters are in sans-serif typefaces, in parts of their size. No picture can measure its reader's typeface, so
 * these are rather too wide than too narrow.
 */
const widths: readonly (readonly [RegExp, number])[] = [
  [/^[ .,:;'|!ijlIft()[\]]/, 0.36],
  [/^[mwMW@%…æœÆŒĲĳǄ-ǌسشصض]/, 1.05],
  [/^[a-z\u00df-\u00ff]/, 0.58],
  [/^[0-9]/, 0.65],
  [/^[\u0020-\u024f]/, 0.72],
  [/^[ЖМФШЩЫЮжмфшщыюѠѡ]/, 1.1],
  [/^[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffe6]/, 1.05],
  [/^[\u2e3a\u2e3b]/, 3],
  [/^[\ufdfa-\ufdfd]|^[\u{12000}-\u{1247f}]/u, 8],
  [/^\p{Extended_Pictographic}|^[\u2160-\u216f\u{10000}-\u{10ffff}]/u, 1.4],
  [/^\p{Lu}/u, 0.92],
  [/^[\u0370-\u05ff\u0620-\u074a\u0900-\u0aff\u0e00-\u0eff]/, 0.72],
];

/** The width of scripts that are not listed. */
const otherwise = 1.1;

/** Vowels that stand beside their letter, and not above or below it. */
const beside = /\p{Mc}/gu;
const widthBeside = 0.55;

const widthOf = (character: string) =>
  (widths.find(([pattern]) => pattern.test(character))?.[1] ?? otherwise) +
  (character.match(beside)?.length ?? 0) * widthBeside;

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
export interface Room {
  readonly width: number;
  readonly size: number;
  readonly lines?: number;
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

const charactersOf = (words: string): readonly string[] => words.replaceAll(/\s+/g, " ").trim().match(character) ?? [];

/** Words in lines that fit, broken between words where that is possible, and shortened where it is not. */
export const setInLines = (words: string, { width, size, lines = 1 }: Room): readonly string[] =>
  inLines(charactersOf(words), width / size, lines);

/** Whether words fit as they are, and no word among them is broken. */
export function isUnbroken(words: string, { width, size, lines = 1 }: Room): boolean {
  const fits = (part: string) => setInLines(part, { width, size, lines: 2 }).length === 1;
  return words.split(/\s+/).every(fits) && setInLines(words, { width, size, lines: lines + 1 }).length <= lines;
}

const firstLetter = /\p{L}/u;
const fromTheRight = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u;

/** Whether words are read from right to left: what is written around them, the sign for what is left out too, follows. */
export const isFromTheRight = (words: string): boolean => fromTheRight.test(firstLetter.exec(words)?.[0] ?? "");
