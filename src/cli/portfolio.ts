import { readInput } from "./input.js";

function isObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** The lines that were read already, and those that are still to be read. */
async function* goOn(read: readonly string[], lines: AsyncIterator<string>): AsyncIterable<string> {
  yield* read;
  yield* { [Symbol.asyncIterator]: () => lines };
}

/** The apps of a file, and how it counts them. */
export interface Portfolio {
  readonly counted: "line" | "entry";
  readonly apps: Iterable<unknown> | AsyncIterable<unknown>;
}

/**
 * Reads the apps of a file: one per line, each when it is its turn; or one, or an array of them, for which the file is read as
 * a whole. A first line that is an object by itself says that they stand one per line.
 *
 * @throws {UsageError} when the file is none of these.
 */
export async function readPortfolio(lines: AsyncIterable<string>, name: string): Promise<Portfolio> {
  const rest = lines[Symbol.asyncIterator]();
  const read: string[] = [];
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    const line = read.length === 0 ? next.value.replace(/^\uFEFF/, "") : next.value;
    const isFirst = read.every((earlier) => earlier.trim() === "");
    read.push(line);
    if (isFirst && isObject(line)) return { counted: "line", apps: goOn(read, rest) };
  }
  const { layout, entries } = readInput(read.join("\n"), name);
  if (layout === "lines") return { counted: "line", apps: read };
  return { counted: "entry", apps: entries.flatMap((entry) => ("value" in entry ? [entry.value] : [])) };
}
