/** A word of a formula that may name a data source, and how it is used. */
export interface Mention {
  readonly name: string;
  readonly line: number;
  /** The function whose first argument it is. */
  readonly inside: string | undefined;
  /** The operation that is called on it: `Office365Users.MyProfile(`. */
  readonly calls: string | undefined;
}

const token =
  /"(?:[^"]|"")*"|'(?:[^'\n]|'')*'|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|[\p{L}_][\p{L}\p{N}_]*|[.(]|\n/gu;

const isWord = (text: string | undefined): text is string => text !== undefined && /^[\p{L}_']/u.test(text);

const nameOf = (word: string): string => (word.startsWith("'") ? word.slice(1, -1).replaceAll("''", "'") : word);

interface Token {
  readonly text: string;
  readonly line: number;
}

function tokensOf(source: string): readonly Token[] {
  const found: Token[] = [];
  let line = 1;
  for (const [text] of source.matchAll(token)) {
    if (isWord(text) || text === "." || text === "(") found.push({ text, line });
    for (const letter of text) if (letter === "\n") line++;
  }
  return found;
}

/**
 * The words of formulas, without what stands in texts and comments. The files are YAML whose values are formulas; a word is looked for as
 * such, wherever it stands, so that every version of the format is read alike and each word has its line.
 */
export function mentionsIn(source: string): readonly Mention[] {
  const tokens = tokensOf(source);
  return tokens.flatMap(({ text, line }, index): readonly Mention[] => {
    if (!isWord(text) || tokens[index - 1]?.text === ".") return [];
    const opened = tokens[index - 1]?.text === "(" ? tokens[index - 2]?.text : undefined;
    const isCall = tokens[index + 1]?.text === "." && tokens[index + 3]?.text === "(";
    const operation = isCall ? tokens[index + 2]?.text : undefined;
    return [
      {
        name: nameOf(text),
        line,
        inside: isWord(opened) ? opened : undefined,
        calls: isWord(operation) ? nameOf(operation) : undefined,
      },
    ];
  });
}

/** Which data source each form of a file edits, by the name of the form. */
export function formsIn(source: string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  let control = "";
  for (const text of source.split("\n")) {
    const header = /^\s*(?:- )?["']?([\p{L}_][\p{L}\p{N}_ ]{0,200}?)["']?(?: As [^:]{1,200}|):\s*$/u.exec(text)?.[1];
    if (header !== undefined && !/^(?:Properties|Children|Control|Variant|Layout)$/.test(header)) control = header;
    const edited = /^\s*DataSource:\s*=\s*(?:'([^']{1,200})'|([\p{L}_][\p{L}\p{N}_]{0,200}))/u.exec(text);
    const name = edited?.[1] ?? edited?.[2];
    if (name !== undefined && control !== "") forms.set(control, name);
  }
  return forms;
}

/** How many screens a file of the app holds. */
export function screensIn(source: string): number {
  const older = [...source.matchAll(/^\s{0,2}["']?[^\n:]{1,200} As screen\b/gm)].length;
  const newer = /^Screens:\s*$/m.exec(source);
  if (newer === null) return older;
  const rest = source.slice(newer.index + newer[0].length);
  const end = rest.search(/^\S/m);
  const block = end < 0 ? rest : rest.slice(0, end);
  return older + [...block.matchAll(/^ {2}["']?[^\s-][^\n:]{0,200}:\s*$/gm)].length;
}
