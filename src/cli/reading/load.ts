import { dirname, isAbsolute, join, normalize } from "node:path";
import {
  type AppProfile,
  type Catalogue,
  factsOf,
  type Policy,
  type Problem,
  type Result,
  safeExtendPolicy,
  safeParsePolicy,
  safeParsePolicyChanges,
  safeParseProfile,
  standardPolicy,
} from "plimsoll";
import { notAmong } from "../nearest-name.js";
import { InputError, type Terminal } from "../terminal.js";
import { readEntries } from "./entries.js";
import type { Entry, Held } from "./entry.js";
import { leadsInto } from "./pointers.js";
import { isPath, shippedPolicies } from "./shipped.js";

/** What a file is called in messages. */
export function nameOf(file: string): string {
  return file === "-" ? "standard input" : file;
}

/** Problems for a person, each with the place where it stands. */
export function problemsInWords(problems: readonly Problem[], label: string): readonly string[] {
  return problems.map(({ pointer, message }) => `${label}${pointer && `, at ${pointer}`}: ${message}`);
}

/** Problems with what an entry holds, for a person, each with its line where that is known. */
function problemsOf(problems: readonly Problem[], { label, lineAt }: Held): readonly string[] {
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
function held<Value>(entry: Entry, read: (input: unknown) => Result<Value>): Value {
  const result = readEntry(entry, read);
  if (!result.ok) throw new InputError(result.sentences);
  return result.value;
}

/** The one thing that a file holds. */
async function onlyEntry(file: string, what: string, terminal: Terminal): Promise<Entry> {
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

/** So many files may extend one another: more are a mistake, such as links that lead in a circle. */
const mostExtended = 20;

/** What a file of changes extends: a policy that comes with the package, or that of another file. */
async function loadExtended(
  entry: Held,
  { extends: extended }: { readonly extends: string },
  facts: Catalogue,
  terminal: Terminal,
  files: readonly string[],
): Promise<Policy> {
  const refuse = (message: string) =>
    new InputError(problemsOf([{ pointer: "/extends", code: "unknown-reference", message }], entry));
  const shipped = Object.hasOwn(shippedPolicies, extended) ? shippedPolicies[extended] : undefined;
  if (shipped !== undefined) return shipped;
  if (!isPath(extended)) {
    const unknown = notAmong("policy", extended, Object.keys(shippedPolicies), " to extend", "policies");
    throw refuse(`${unknown} A file is named by its path, such as ./${extended}.json.`);
  }
  const path = isAbsolute(extended) ? extended : join(dirname(files.at(-1) ?? ""), extended);
  // By a path it is a file, and not standard input.
  const file = path === "-" ? "./-" : path;
  if (files.includes(file)) throw refuse(`These files extend one another in a circle: ${[...files, file].join(", ")}.`);
  if (files.length > mostExtended)
    throw refuse(`More than ${mostExtended} files extend one another, and no more are read.`);
  return loadPolicyOf(file, facts, terminal, files);
}

/** Reads the policy of a file, or makes it by the changes that stand there. */
async function loadPolicyOf(
  file: string,
  facts: Catalogue,
  terminal: Terminal,
  before: readonly string[] = [],
): Promise<Policy> {
  const entry = await onlyEntry(file, "policy", terminal);
  if ("problem" in entry || !leadsInto(entry.value, "/extends")) {
    return held(entry, (input) => safeParsePolicy(input, { facts }));
  }
  const changes = held(entry, (input) => safeParsePolicyChanges(input));
  const base = await loadExtended(entry, changes, facts, terminal, [...before, normalize(file)]);
  const extended = safeExtendPolicy(base, changes, { facts });
  if (extended.ok) return extended.value;
  // Each change may be right by itself, and the policy that they make not.
  const inFile = extended.problems.filter(({ pointer }) => leadsInto(entry.value, pointer));
  const inPolicy = extended.problems.filter((problem) => !inFile.includes(problem));
  throw new InputError([
    ...problemsOf(inFile, entry),
    ...problemsInWords(inPolicy, `${entry.label}, in the policy that it makes`),
  ]);
}

/**
 * Reads the policy of a file, which may ask for some facts besides its own, or the changes that make it out of another; without a
 * file, the standard policy.
 */
export async function loadPolicy(file: string | undefined, facts: Catalogue, terminal: Terminal): Promise<Policy> {
  return file === undefined ? standardPolicy : loadPolicyOf(file, facts, terminal);
}

/** Reads the one profile of a file, whose extensions a policy may read as well. */
export const loadProfile = (file: string, policy: Policy, facts: Catalogue, terminal: Terminal): Promise<AppProfile> =>
  loadOne(file, "app profile", (input) => safeParseProfile(input, { facts: factsOf(policy, { facts }) }), terminal);
