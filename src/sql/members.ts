/** What ends every member of a set in a text, and stands before the first: a set without members is this alone. */
export const mark = "|";

/** What would be taken for a mark, and what some engine cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const unsafe = /[%|\u0000-\u001f\u007f\ud800-\udfff]/gu;

const escaped = (letter: string) => `%${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;

/** A member as it stands in a text. */
export const writtenMember = (member: string): string => member.replaceAll(unsafe, escaped);

/** The members of a set as one text, each once: `|health|payment|`. */
export const writtenMembers = (members: readonly string[]): string =>
  [mark, ...new Set(members.map((member) => `${writtenMember(member)}${mark}`))].join("");
