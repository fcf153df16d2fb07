import type { Document, ErrorCode, LineCounter, YAMLError } from "yaml";
import { InputError } from "../terminal.js";
import { assertUtf8 } from "./begin.js";
import { createCollector } from "./cut.js";
import type { Input } from "./entries.js";
import { type Entry, type Held, textOf } from "./entry.js";
import { jsonIn, NotJson, placeIn, tooDeep } from "./yaml-value.js";

/** It is read whole, with every place in it: more than people write would only fill the memory. */
const mostBytes = 2 * 1024 * 1024;

const megabytes = mostBytes / 1024 / 1024;

/** Whether a file is written in YAML, by its name. */
export const isYaml = (name: string): boolean => /\.ya?ml$/i.test(name);

/** As JSON has it, and nothing beyond; whether a field is said twice is seen where fields are read, in one pass. */
const strictly = {
  prettyErrors: false,
  schema: "core",
  resolveKnownTags: false,
  uniqueKeys: false,
  logLevel: "silent",
} as const;

const misplaced = "This is indented differently from the lines around it.";
const noName =
  "This cannot be the name of a field: a name stands on one line, with a colon behind it. A text with a colon in it stands in quotes.";

/** What each mistake is, in a sentence, by the name that the parser has for it; of others it says it itself. */
const mistakes: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_INDENT: misplaced,
  BLOCK_IN_FLOW: misplaced,
  TAB_AS_INDENT: "A tab stands where spaces are needed: YAML is indented with spaces.",
  MISSING_CHAR: "A closing bracket, a closing quote, a comma or a colon is missing before this.",
  BLOCK_AS_IMPLICIT_KEY: noName,
  MULTILINE_IMPLICIT_KEY: noName,
  TAG_RESOLVE_FAILED:
    "This tag means something that JSON cannot say. Leave it out, and write a text, a number, true, false, a list or fields.",
  RESOURCE_EXHAUSTION: tooDeep,
};

const mistakeIn = ({ code, message }: YAMLError): string =>
  mistakes[code] ?? `This is not YAML: ${message.replace(/\.?$/, ".")}`;

/** What a document holds, or the first mistake in it. */
function readDocument(document: Document.Parsed, yaml: typeof import("yaml")): unknown {
  const [mistake] = [...document.errors, ...document.warnings.filter(({ code }) => code === "TAG_RESOLVE_FAILED")];
  if (mistake !== undefined) throw new NotJson(mistakeIn(mistake), mistake.pos[0]);
  return jsonIn(document.contents, yaml);
}

/** A document as an entry, with a place for everything in it. */
function entryOf(
  document: Document.Parsed,
  {
    label,
    position,
    lines,
    yaml,
  }: { label: string; position: number; lines: LineCounter; yaml: typeof import("yaml") },
): Entry {
  try {
    const value = readDocument(document, yaml);
    const lineAt = (pointer: string) => lines.linePos(placeIn(document.contents, pointer, yaml)).line;
    return { position, label, value, lineAt };
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    const { line, col } = lines.linePos(error.at);
    return { position, label: `${label}, line ${line}, column ${col}`, problem: error.message };
  }
}

/** The entries of a document that holds a list, each with its places. */
function entriesOfList({ label, lineAt }: Held, list: readonly unknown[]): readonly Entry[] {
  return list.map((each, index) => ({
    position: index + 1,
    label: `${label}, entry ${index + 1}`,
    value: each,
    ...(lineAt && { lineAt: (pointer: string) => lineAt(`/${index}${pointer}`) }),
  }));
}

async function* of(entries: readonly Entry[]): AsyncIterable<Entry> {
  yield* entries;
}

/** Whether nothing stands in a document, as behind a line that ends the one before. */
const isEmpty = ({ contents, errors }: Document.Parsed, { isScalar }: typeof import("yaml")): boolean =>
  errors.length === 0 && (contents === null || (isScalar(contents) && contents.source === ""));

/** The text of a file, of which all is read. */
async function textIn(pieces: AsyncIterable<Uint8Array>, name: string): Promise<string> {
  const collector = createCollector();
  for await (const piece of pieces) collector.add(piece);
  const whole = collector.take(1, 1);
  if (whole.isTooLong || whole.bytes.length > mostBytes) {
    throw new InputError([
      `${name}: This is longer than ${megabytes} MB. Write it as JSON, which is read piece by piece.`,
    ]);
  }
  assertUtf8(whole.bytes, name);
  const { ok, text } = textOf(whole);
  if (!ok)
    throw new InputError([
      `${name}, line ${text.split("\n").length}: This is not written in UTF-8. Save the file as UTF-8.`,
    ]);
  return text;
}

/**
 * Reads a file of YAML: one document, several, or one that holds a list, as JSON would have them. Only what JSON can say is taken:
 * no dates, no sets, no tags of one's own.
 *
 * @throws {InputError} when the file cannot be read, is no text, or is more than is written by hand.
 */
export async function readYaml(pieces: AsyncIterable<Uint8Array>, name: string): Promise<Input> {
  const text = await textIn(pieces, name);
  // What reads YAML is loaded where there is some: most of what the command reads is JSON.
  const yaml = await import("yaml");
  const lines = new yaml.LineCounter();
  const parsed = yaml.parseAllDocuments(text, { ...strictly, lineCounter: lines });
  const documents = "empty" in parsed ? [] : parsed.filter((document) => !isEmpty(document, yaml));
  const isOne = documents.length === 1;
  const entries = documents.map((document, index) =>
    entryOf(document, { label: isOne ? name : `${name}, document ${index + 1}`, position: index + 1, lines, yaml }),
  );
  const [first] = entries;
  if (first === undefined) return { layout: "none", entries: of([]) };
  if (!isOne) return { layout: "array", entries: of(entries) };
  if (!("value" in first) || !Array.isArray(first.value)) return { layout: "one", entries: of([first]) };
  return { layout: "array", entries: of(entriesOfList(first, first.value)) };
}

/** What reads YAML that a platform has written, as data: it is loaded when there is some. */
export async function yamlParser(): Promise<(text: string) => unknown> {
  const { parse } = await import("yaml");
  // What it would warn of on the terminal is no matter of whoever asks.
  return (text) => parse(text, { logLevel: "error" });
}
