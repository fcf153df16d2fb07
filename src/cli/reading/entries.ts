import { InputError } from "../terminal.js";
import { type Begin, beginOf, goOn } from "./begin.js";
import { type Cut, createCollector, linesOf, mostBytes } from "./cut.js";
import { createListCutter } from "./cut-list.js";
import { type Entry, isBlank, readCut } from "./entry.js";
import { isYaml, readYaml } from "./yaml.js";

/** How several values stand in one file; results are written the way their input was. */
export type Layout = "none" | "one" | "array" | "lines";

/** The values of a file, each read when it is its turn. */
export interface Input {
  readonly layout: Layout;
  readonly entries: AsyncIterable<Entry>;
}

async function* of(...entries: readonly Entry[]): AsyncIterable<Entry> {
  yield* entries;
}

async function* written(lines: AsyncIterable<Cut>): AsyncIterable<Cut> {
  for await (const line of lines) if (!isBlank(line)) yield line;
}

/** A value on a line of its own, which is what it is called by. */
function readLine(line: Cut, name: string): Entry {
  const entry = readCut(line, name);
  return "value" in entry ? { ...entry, label: `${name}, line ${line.line}` } : entry;
}

/** What follows a list: nothing, as a rule. What does is complained of, and read nevertheless. */
async function* afterList(lines: AsyncIterable<Cut>, name: string, before: number): AsyncIterable<Entry> {
  let position = before;
  for await (const line of written(lines)) {
    if (position === before) {
      position++;
      const label = `${name}, line ${line.line}, column ${line.column}`;
      yield { position, label, problem: "The list ended before this; what follows is read line by line." };
    }
    position++;
    yield { ...readLine(line, name), position };
  }
}

async function* entriesOfList({ first, rest, line, column }: Begin, name: string): AsyncIterable<Entry> {
  const cutter = createListCutter({ line, column: column + 1 });
  let position = 0;
  let piece: IteratorResult<Uint8Array> = { value: first.subarray(1) };
  for (; !piece.done; piece = await rest.next()) {
    for (const cut of cutter.add(piece.value)) {
      position++;
      yield readCut(cut, name, position);
    }
    const end = cutter.ended();
    if (end !== undefined) return yield* afterList(linesOf(goOn(end.rest, rest), end), name, position);
  }
  const { entry, line: lastLine, column: lastColumn } = cutter.brokenOff();
  if (entry !== undefined) {
    position++;
    yield readCut(entry, name, position);
  }
  const end = `${name}, line ${lastLine}, column ${lastColumn}`;
  throw new InputError([`${end}: The file ends before its list does: some of it is missing.`]);
}

/** The lines that were read already, and those that are still to be read, as one document. */
async function documentOf(read: readonly Cut[], rest: AsyncIterable<Cut>): Promise<Cut> {
  const collector = createCollector();
  const first = read[0]?.line ?? 1;
  let last = first;
  const add = ({ bytes, line }: Cut) => {
    collector.add(Buffer.alloc(Math.min(line - last, mostBytes + 1), "\n"));
    collector.add(bytes);
    last = line;
  };
  read.forEach(add);
  for await (const line of rest) add(line);
  return collector.take(first, read[0]?.column ?? 1);
}

/**
 * Tells whether values stand one per line, and where they do not, reads all lines as one. In one document no two lines that
 * follow each other are whole values, and none follows a first that is.
 */
async function readLines(lines: AsyncIterable<Cut>, name: string): Promise<Input> {
  const rest = written(lines)[Symbol.asyncIterator]();
  const ahead: Cut[] = [];
  let failure: unknown;
  /** Whether the next line is a whole value; nothing, when there is none. */
  const isNextWhole = async (): Promise<boolean | undefined> => {
    try {
      const { value, done } = await rest.next();
      if (done === true) return undefined;
      ahead.push(value);
      return "value" in readCut(value, name);
    } catch (error) {
      failure = error;
      return undefined;
    }
  };
  const isFirstWhole = await isNextWhole();
  const isSecondWhole = await isNextWhole();
  const areLines = isFirstWhole
    ? isSecondWhole !== undefined
    : isSecondWhole === true && (await isNextWhole()) !== false;
  const left = { [Symbol.asyncIterator]: () => rest };
  const entries = async function* () {
    for (const line of ahead) yield readLine(line, name);
    // What a file that breaks off has told before is told.
    if (failure !== undefined) throw failure;
    for await (const line of left) yield readLine(line, name);
  };
  if (areLines || (isFirstWhole && failure !== undefined)) return { layout: "lines", entries: entries() };
  if (failure !== undefined) throw failure;
  return { layout: "one", entries: of(readCut(await documentOf(ahead, left), name)) };
}

/**
 * Reads a file as one JSON value, an array of them, or one per line (NDJSON), in memory for one value at a time. A value that
 * cannot be read takes no other with it. A file whose name says so is read as YAML.
 *
 * @throws {InputError} when the file cannot be read, or is no text; while its entries are read, when it breaks off.
 */
export async function readEntries(pieces: AsyncIterable<Uint8Array>, name: string): Promise<Input> {
  if (isYaml(name)) return readYaml(pieces, name);
  const begin = await beginOf(pieces[Symbol.asyncIterator](), name);
  if (begin === undefined) return { layout: "none", entries: of() };
  if (begin.first[0] === 0x5b) return { layout: "array", entries: entriesOfList(begin, name) };
  return readLines(linesOf(goOn(begin.first, begin.rest), begin), name);
}
