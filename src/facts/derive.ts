import { PlimsollError, type Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { type StandardFacts, standardFacts } from "./catalogue.js";
import { isInDomain, type ValueOf } from "./domain.js";
import type { Catalogue, Derived, Fact, Reading } from "./fact.js";

/**
 * Derives one fact, and holds the derivation to the fact's domain: whatever a condition sees is a value that it knows.
 *
 * @throws {PlimsollError} with code `invalid-fact`, when the derivation throws or leaves its domain: the fact has a bug,
 * or the profile was never parsed.
 */
export function deriveFact(name: string, fact: Fact, profile: AppProfile): Derived {
  let reason = "it is outside its domain";
  try {
    const derived = fact.derive(profile);
    if (derived.kind === "unknown" || isInDomain(fact.domain, derived.value)) return derived;
  } catch (error) {
    reason = String(error);
  }
  const message = `The fact "${name}" cannot be derived (${reason}). Read the profile with parseProfile.`;
  throw new PlimsollError("invalid-fact", [{ pointer: "", code: "wrong-type", message }]);
}

/**
 * What a profile tells of every fact of a catalogue: exact, at least, or unknown, with pointers to the evidence.
 *
 * @example
 * ```ts
 * import { deriveFacts } from "plimsoll";
 *
 * const facts = deriveFacts({
 *   id: "stock",
 *   name: "Stock list",
 *   audience: { users: 12 },
 *   integrations: [{ system: "ERP", direction: "read" }],
 *   partial: ["/integrations"],
 * });
 *
 * facts.users; // → { kind: "exact", value: 12, evidence: ["/audience/users"] }
 * facts.systemsRead; // → { kind: "at-least", value: 1, evidence: ["/integrations/0/direction"] }
 * facts.departments; // → { kind: "unknown", evidence: ["/audience/departments"] }
 * ```
 */
export function deriveFacts(profile: AppProfile): { [Name in keyof StandardFacts]: ReadingOf<StandardFacts[Name]> };
export function deriveFacts<Facts extends Catalogue>(
  profile: AppProfile,
  facts: Facts,
): { [Name in keyof Facts]: ReadingOf<Facts[Name]> };
export function deriveFacts(profile: AppProfile, facts: Catalogue = standardFacts): Record<string, Reading> {
  const entries = Object.entries(facts).map(([name, fact]): [string, Reading] => {
    const derived = deriveFact(name, fact, profile);
    return [name, { ...derived, evidence: locateFact(fact, profile, derived) }];
  });
  return Object.fromEntries(entries);
}

type ReadingOf<F> = F extends Fact<infer D> ? Reading<ValueOf<D>> : never;

/** Where a profile tells of a fact; where it would, when it does not. */
export function locateFact({ locate, answerAt }: Fact, profile: AppProfile, derived: Derived): readonly Pointer[] {
  return derived.kind === "unknown" || locate === undefined ? [...answerAt] : locate(profile, derived);
}
