import fc from "fast-check";
import { type AppProfile, type Catalogue, type FactValue, type Policy, safeParseProfile } from "plimsoll";
import { numbersFrom } from "../../src/facts/index.js";
import { factsOf } from "../../src/policy/index.js";
import { completeProfileArbitrary } from "../arbitraries/profile.js";
import { everyValue } from "./listing.js";

type Fields = Readonly<Record<string, unknown>>;

/** What is settled where nothing is said of it, in entries of lists. */
const settledUnsaid = ["component", "role"];
/** The fields that tell the entries of a list apart. */
const namedBy = ["system", "regime", "name"];

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const nameOf = (entry: unknown) => namedBy.map((field) => Object(entry)[field]).find((name) => name !== undefined);

/** What is told, and all that a whole app says besides. */
function filled(told: unknown, whole: unknown, pointer: string, partial: readonly string[]): unknown {
  if (told === undefined) return whole;
  if (Array.isArray(told)) {
    const entries: readonly unknown[] = Array.isArray(whole) ? whole : [];
    const own = told.map((entry, index) => {
      const { ...says } = Object(entries[index] ?? {});
      for (const field of settledUnsaid) delete says[field];
      return isFields(entry) ? filled(entry, says, `${pointer}/*`, partial) : entry;
    });
    const names = own.map((entry) => (isFields(entry) ? nameOf(entry) : entry));
    const isNew = (entry: unknown) => !names.includes(isFields(entry) ? nameOf(entry) : entry);
    return partial.includes(pointer) ? [...own, ...entries.slice(own.length).filter(isNew)] : own;
  }
  if (!isFields(told)) return told;
  if ("atLeast" in told || "atMost" in told) {
    const { low = 0, high = Number.POSITIVE_INFINITY } = numbersFrom(told) ?? {};
    return Math.min(Math.max(Number(whole), low), high);
  }
  const others = isFields(whole) ? whole : {};
  const fields = [...new Set([...Object.keys(told), ...Object.keys(others)])];
  return Object.fromEntries(
    fields.map((field) => [field, filled(told[field], others[field], `${pointer}/${field}`, partial)]),
  );
}

/** What a whole app could be besides what is told: all that profiles say, and answers to the facts of a policy. */
export interface Whole {
  readonly profile: AppProfile;
  readonly picks: readonly number[];
}

export const wholes: fc.Arbitrary<Whole> = fc.record({
  profile: completeProfileArbitrary,
  picks: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
});

/** Answers to the facts that a policy brings along, where an extension tells them. */
function answersTo(facts: Catalogue, picks: readonly number[]): Readonly<Record<string, FactValue>> {
  const told = Object.values(facts).flatMap(({ answerAt, domain }, index): (readonly [string, FactValue])[] => {
    const [, field] = /^\/extensions\/(\w+)$/.exec(answerAt[0] ?? "") ?? [];
    const all = everyValue(domain);
    const value = all[(picks[index % picks.length] ?? 0) % all.length];
    return field === undefined || value === undefined ? [] : [[field, value]];
  });
  return Object.fromEntries(told);
}

/** An app with all that a profile tells, and the rest as another one says; nothing, where the two contradict each other. */
export function completedBy(
  { partial = [], ...told }: AppProfile,
  { profile, picks }: Whole,
  policy: Policy,
): AppProfile | undefined {
  const extensions = answersTo(factsOf(policy, {}), picks);
  const read = safeParseProfile(filled(told, { ...profile, extensions }, "", partial));
  return read.ok ? read.value : undefined;
}
