import { dirname, isAbsolute, join, normalize } from "node:path";
import {
  type Catalogue,
  type Pack,
  type Policy,
  safeExtendPolicy,
  safeParsePolicy,
  safeParsePolicyChanges,
  standardPolicy,
} from "plimsoll";
import { notAmong } from "../nearest-name.js";
import { InputError, type Terminal } from "../terminal.js";
import type { Held } from "./entry.js";
import { held, onlyEntry, problemsInWords, problemsOf } from "./load.js";
import { loadPacks } from "./packs-file.js";
import { leadsInto } from "./pointers.js";
import { isPath, shippedPolicies, shippedPolicy } from "./shipped.js";

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
  const shipped = shippedPolicy(extended);
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
  const bare = await loadExtended(entry, changes, facts, terminal, [...before, normalize(file)]);
  const packs = await loadPacks(changes.with ?? [], dirname(file), terminal);
  const base = addPacks(bare, packs, facts);
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

/** Adds packs to a policy, one after the other. */
function addPacks(policy: Policy, packs: readonly Pack[], facts: Catalogue): Policy {
  return packs.reduce((before, pack) => {
    const extended = safeExtendPolicy(before, pack, { facts });
    if (extended.ok) return extended.value;
    throw new InputError(problemsInWords(extended.problems, `The pack ${pack.pack}`));
  }, policy);
}

/** Where a policy comes from: what it is called or the file that holds it, the facts that it may ask for, packs that are added. */
interface Sought {
  readonly policy?: string | undefined;
  readonly facts: Catalogue;
  readonly with?: readonly Pack[];
}

/**
 * Reads a policy that comes with the package, by its name; or that of a file, which may ask for some facts besides its own, or the
 * changes that make it out of another. Where none is named, it is the standard policy.
 */
export async function loadPolicy(
  { policy: named, facts, with: packs = [] }: Sought,
  terminal: Terminal,
): Promise<Policy> {
  const policy =
    named === undefined ? standardPolicy : (shippedPolicy(named) ?? (await loadPolicyOf(named, facts, terminal)));
  return addPacks(policy, packs, facts);
}
