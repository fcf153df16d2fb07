import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";

/** What a JSON text says, or what is wrong with it, and at which of its characters. */
export type Read =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string; readonly at: number };

const mostShown = 20;

/** What stands at a place, as far as one needs to see it. */
function seenAt(text: string, { offset, length }: ParseError): string {
  const seen = text.slice(offset, offset + length).trim();
  if (seen === "") return "the end";
  return seen.length > mostShown ? `${seen.slice(0, mostShown)}…` : seen;
}

const missing = (what: string) => (seen: string) => `${what} is missing before ${seen}.`;
const oneTooMany = (what: string) => (seen: string) => `${what} is missing before ${seen}, or a comma is too many.`;
const badEscape = (seen: string) =>
  `In the text ${seen} a backslash stands before what it cannot stand before; a backslash itself is written twice.`;
const noComments = () => "JSON has no comments.";

/** What each mistake is, in a sentence, by the name that the parser has for it. */
const mistakes: Readonly<Record<string, (seen: string) => string>> = {
  InvalidSymbol: (seen) => `${seen} means nothing here. Names and texts stand in double quotes.`,
  InvalidNumberFormat: (seen) => `The number ${seen} breaks off.`,
  PropertyNameExpected: oneTooMany("A field, with its name in double quotes,"),
  ValueExpected: oneTooMany("A value"),
  ColonExpected: missing("A colon"),
  CommaExpected: missing("A comma"),
  CloseBraceExpected: missing("A closing }"),
  CloseBracketExpected: missing("A closing ]"),
  EndOfFileExpected: (seen) => `It should have ended before ${seen}.`,
  InvalidCommentToken: noComments,
  UnexpectedEndOfComment: noComments,
  UnexpectedEndOfString: (seen) => `The text ${seen} does not end on its line: its closing quotes are missing.`,
  UnexpectedEndOfNumber: (seen) => `The number ${seen} breaks off.`,
  InvalidUnicode: badEscape,
  InvalidEscapeCharacter: badEscape,
  InvalidCharacter: (seen) => `The text ${seen} holds a control character, such as a tab; write it with a backslash.`,
};

/** The first mistake of a text that is not JSON. */
function firstMistake(text: string): ParseError | undefined {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch (error) {
    // It goes down one call for every bracket, and what is nested too deep for that is no more than not JSON.
    if (!(error instanceof RangeError)) throw error;
  }
  return errors[0];
}

/** Reads a JSON text. */
export function readJson(text: string): Read {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    const mistake = firstMistake(text);
    if (mistake === undefined) return { ok: false, problem: "This is not JSON.", at: 0 };
    const inWords = mistakes[printParseErrorCode(mistake.error)];
    const sentence =
      inWords === undefined ? "This is not JSON." : `This is not JSON: ${inWords(seenAt(text, mistake))}`;
    return { ok: false, problem: sentence, at: mistake.offset };
  }
}
