import { messageOf, PlimsollError, type Pointer, type Problem } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { shown } from "../shapes/index.js";
import { type StandardFacts, standardFacts } from "./catalogue.js";
import { isInDomain, type ValueOf } from "./domain.js";
import type { Catalogue, Derived, Fact, Reading } from "./fact.js";

function refuse(name: string, reason: string, options?: ErrorOptions): never {
  const message = `The fact "${name}" cannot be derived. ${reason}`;
  throw new PlimsollError("invalid-fact", [{ pointer: "", code: "wrong-type", message }], options);
}

/** Asks a fact of a profile; whatever goes wrong there is the fact's, and is told as its mistake, but for what it refuses to read. */
function asking<Answer>(name: string, ask: () => Answer): Answer {
  try {
    return ask();
  } catch (cause) {
    if (cause instanceof PlimsollError && cause.code === "invalid-profile") throw cause;
    return refuse(name, messageOf(cause), { cause });
  }
}

/**
 * Derives one fact, and holds the derivation to the fact's domain: whatever a condition sees is a value that it knows.
 *
 * @throws {PlimsollError} with code `invalid-fact`, when the derivation throws or leaves its domain.
 */
export function deriveFact(name: string, fact: Fact, profile: AppProfile): Derived {
  const derived = asking(name, () => fact.derive(profile));
  if (derived?.kind === "unknown" || isInDomain(fact.domain, derived?.value)) return derived;
  return refuse(name, `It gives ${shown(derived?.value)}, which is outside its domain.`);
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
    return [name, { ...derived, evidence: locateFact(name, fact, profile, derived) }];
  });
  return Object.fromEntries(entries);
}

type ReadingOf<F> = F extends Fact<infer D> ? Reading<ValueOf<D>> : never;

/**
 * Where a profile tells of a fact; where it would, when it does not.
 *
 * @throws {PlimsollError} with code `invalid-fact`, when the fact throws where it is asked.
 */
export function locateFact(
  name: string,
  { locate, answerAt }: Fact,
  profile: AppProfile,
  derived: Derived,
): readonly Pointer[] {
  return derived.kind === "unknown" || locate === undefined
    ? [...answerAt]
    : asking(name, () => locate(profile, derived));
}

/** What stands in a profile where facts as data are read, and is no value of theirs. */
export function misreadings(profile: AppProfile, facts: Catalogue): readonly Problem[] {
  return Object.entries(facts).flatMap(([name, fact]): readonly Problem[] => {
    if (fact.from === undefined) return [];
    try {
      deriveFact(name, fact, profile);
      return [];
    } catch (error) {
      if (error instanceof PlimsollError) return error.problems;
      throw error;
    }
  });
}
