import {
  type AppProfile,
  type Catalogue,
  factsOf,
  type Policy,
  type Problem,
  type Result,
  safeParseProfile,
} from "plimsoll";
import { InputError, type Terminal } from "../terminal.js";
import { readEntries } from "./entries.js";
import type { Entry, Held } from "./entry.js";

/** What a file is called in messages. */
export function nameOf(file: string): string {
  return file === "-" ? "standard input" : file;
}

/** Problems for a person, each with the place where it stands. */
export function problemsInWords(problems: readonly Problem[], label: string): readonly string[] {
  return problems.map(({ pointer, message }) => `${label}${pointer && `, at ${pointer}`}: ${message}`);
}

/** Problems with what an entry holds, for a person, each with its line where that is known. */
export function problemsOf(problems: readonly Problem[], { label, lineAt }: Held): readonly string[] {
  return problems.flatMap((problem) => {
    const line = lineAt?.(problem.pointer);
    return problemsInWords([problem], line === undefined ? label : `${label}, line ${line}`);
  });
}

/** What an entry holds; or why it cannot be read, in sentences. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly sentences: readonly string[] };

export function readEntry<Value>(entry: Entry, read: (input: unknown) => Result<Value>): Read<Value> {
  if ("problem" in entry) return { ok: false, sentences: [`${entry.label}: ${entry.problem}`] };
  const result = read(entry.value);
  return result.ok ? result : { ok: false, sentences: problemsOf(result.problems, entry) };
}

/** What an entry holds, which nothing can be done without. */
export function held<Value>(entry: Entry, read: (input: unknown) => Result<Value>): Value {
  const result = readEntry(entry, read);
  if (!result.ok) throw new InputError(result.sentences);
  return result.value;
}

/** The one thing that a file holds. */
export async function onlyEntry(file: string, what: string, terminal: Terminal): Promise<Entry> {
  const name = nameOf(file);
  const { layout, entries } = await readEntries(terminal.read(file), name);
  if (layout === "none") throw new InputError([`${name}: There is nothing in it. It must hold one ${what}.`]);
  for await (const entry of entries) {
    if (layout !== "one") break;
    return entry;
  }
  throw new InputError([`${name} must hold one ${what}.`]);
}

/**
 * Reads a file that holds one thing.
 *
 * @throws {InputError} when it holds something else, with every problem.
 */
export async function loadOne<Value>(
  file: string,
  what: string,
  read: (input: unknown) => Result<Value>,
  terminal: Terminal,
): Promise<Value> {
  return held(await onlyEntry(file, what, terminal), read);
}

/**
 * Reads a file that holds one thing, an array of them, or one per line. Without a file there are none.
 *
 * @throws {InputError} when one of them cannot be read: what is missing must not be guessed.
 */
export async function loadAll<Value>(
  file: string | undefined,
  read: (input: unknown) => Result<Value>,
  terminal: Terminal,
): Promise<readonly Value[]> {
  if (file === undefined) return [];
  const { entries } = await readEntries(terminal.read(file), nameOf(file));
  const loaded: Value[] = [];
  for await (const entry of entries) loaded.push(held(entry, read));
  return loaded;
}

/** Reads the one profile of a file, whose extensions a policy may read as well. */
export const loadProfile = (file: string, policy: Policy, facts: Catalogue, terminal: Terminal): Promise<AppProfile> =>
  loadOne(file, "app profile", (input) => safeParseProfile(input, { facts: factsOf(policy, { facts }) }), terminal);
