/**
 * What hides or moves the text around it: control characters, halves of characters, and those that turn the direction of
 * reading. Tabs and the ends of lines do neither.
 */
const unseen = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu;

const codeOf = (character: string) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");

/** A text with a name in the place of every character that hides or moves others: "[U+202E]". */
export const visible = (text: string) => text.replaceAll(unseen, (character) => `[U+${codeOf(character)}]`);
