import {
  type AppProfile,
  type Catalogue,
  factsOf,
  type Policy,
  type Problem,
  type Result,
  safeParsePolicy,
  safeParseProfile,
  standardPolicy,
} from "plimsoll";
import { InputError, type Terminal } from "../terminal.js";
import { readEntries } from "./entries.js";
import type { Entry } from "./entry.js";

/** What a file is called in messages. */
export function nameOf(file: string): string {
  return file === "-" ? "standard input" : file;
}

/** Problems for a person, each with the place where it stands. */
export function problemsInWords(problems: readonly Problem[], label: string): readonly string[] {
  return problems.map(({ pointer, message }) => `${label}${pointer && `, at ${pointer}`}: ${message}`);
}

/** What an entry holds; or why it cannot be read, in sentences. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly sentences: readonly string[] };

export function readEntry<Value>(entry: Entry, read: (input: unknown) => Result<Value>): Read<Value> {
  if ("problem" in entry) return { ok: false, sentences: [`${entry.label}: ${entry.problem}`] };
  const result = read(entry.value);
  return result.ok ? result : { ok: false, sentences: problemsInWords(result.problems, entry.label) };
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
  const name = nameOf(file);
  const { layout, entries } = await readEntries(terminal.read(file), name);
  if (layout === "none") throw new InputError([`${name}: There is nothing in it. It must hold one ${what}.`]);
  for await (const entry of entries) {
    if (layout !== "one") break;
    const result = readEntry(entry, read);
    if (!result.ok) throw new InputError(result.sentences);
    return result.value;
  }
  throw new InputError([`${name} must hold one ${what}.`]);
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
  for await (const entry of entries) {
    const result = readEntry(entry, read);
    if (!result.ok) throw new InputError(result.sentences);
    loaded.push(result.value);
  }
  return loaded;
}

/** Reads the policy of a file, which may ask for some facts besides its own; without a file, the standard policy. */
export async function loadPolicy(file: string | undefined, facts: Catalogue, terminal: Terminal): Promise<Policy> {
  return file === undefined
    ? standardPolicy
    : loadOne(file, "policy", (input) => safeParsePolicy(input, { facts }), terminal);
}

/** Reads the one profile of a file, whose extensions a policy may read as well. */
export const loadProfile = (file: string, policy: Policy, facts: Catalogue, terminal: Terminal): Promise<AppProfile> =>
  loadOne(file, "app profile", (input) => safeParseProfile(input, { facts: factsOf(policy, { facts }) }), terminal);
