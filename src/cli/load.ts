import { type Policy, type Problem, type Result, safeParsePolicy, standardPolicy } from "plimsoll";
import { readInput } from "./input.js";
import { type Terminal, UsageError } from "./terminal.js";

/** What a file is called in messages. */
export function nameOf(file: string): string {
  return file === "-" ? "standard input" : file;
}

/** Problems for a person, one per line, each with the place where it stands. */
export function problemsInWords(problems: readonly Problem[], label: string): string {
  return problems.map(({ pointer, message }) => `${label}${pointer && `, at ${pointer}`}: ${message}\n`).join("");
}

/**
 * Reads a file that holds one thing.
 *
 * @throws {UsageError} when it holds something else, with every problem.
 */
export async function loadOne<Value>(
  file: string,
  what: string,
  read: (input: unknown) => Result<Value>,
  terminal: Terminal,
): Promise<Value> {
  const { entries, layout } = readInput(await terminal.read(file), nameOf(file));
  const [entry] = entries;
  if (layout !== "one" || entry === undefined || "problem" in entry) {
    throw new UsageError(`${nameOf(file)} must hold one ${what}.`);
  }
  const result = read(entry.value);
  if (!result.ok) throw new UsageError(problemsInWords(result.problems, nameOf(file)).trimEnd());
  return result.value;
}

/**
 * Reads a file that holds one thing, an array of them, or one per line. Without a file there are none.
 *
 * @throws {UsageError} when one of them cannot be read: what is missing must not be guessed.
 */
export async function loadAll<Value>(
  file: string | undefined,
  read: (input: unknown) => Result<Value>,
  terminal: Terminal,
): Promise<readonly Value[]> {
  if (file === undefined) return [];
  return readInput(await terminal.read(file), nameOf(file)).entries.map((entry) => {
    if ("problem" in entry) throw new UsageError(`${entry.label}: ${entry.problem}`);
    const result = read(entry.value);
    if (!result.ok) throw new UsageError(problemsInWords(result.problems, entry.label).trimEnd());
    return result.value;
  });
}

/** Reads the policy of a file; without a file, the standard policy. */
export async function loadPolicy(file: string | undefined, terminal: Terminal): Promise<Policy> {
  return file === undefined ? standardPolicy : loadOne(file, "policy", (input) => safeParsePolicy(input), terminal);
}
