import { messageOf, PlimsollError, unsound } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { looking, shown } from "../shapes/index.js";
import { type AsOf, type Day, dayOf } from "../time/index.js";
import { type Domain, isInDomain, type ValueOf } from "./domain.js";
import type { Catalogue, Fact, FactOfForm, FactOfFunction } from "./fact.js";
import { knownOf, toldOf } from "./known.js";
import { excessReader } from "./read-excess.js";
import { formReader } from "./read-form.js";
import type { Reader } from "./reader.js";
import type { Derived, Reading } from "./reading.js";
import { type StandardFacts, standardFacts } from "./standard/catalogue.js";

function refuse(name: string, reason: string, options?: ErrorOptions): never {
  const message = `The fact "${name}" cannot be derived. ${reason}`;
  throw new PlimsollError("invalid-fact", [{ pointer: "", code: "wrong-type", message }], options);
}

/** Asks a fact of a profile; whatever goes wrong there is the fact's, and is told as its mistake. */
function asking<Answer>(name: string, ask: () => Answer): Answer {
  try {
    return ask();
  } catch (cause) {
    return refuse(name, messageOf(cause), { cause });
  }
}

/** A derivation is held to its fact's domain: whatever a condition sees is a value that it knows. */
function functionReader(name: string, fact: FactOfFunction<Domain>): Reader {
  const { domain, answerAt, locate } = fact;
  const isValue = (value: unknown) => isInDomain(domain, value);
  const derivedFrom = (profile: AppProfile, asOf: Day | undefined): Derived => {
    const derived = asking(name, () => fact.derive(profile, asOf));
    if (derived?.kind === "unknown") return derived;
    if (isValue(derived?.value) && (derived.kind !== "between" || isValue(derived.upTo))) return derived;
    return refuse(name, `It gives ${shown(derived?.value)}, which is outside its domain.`);
  };
  return {
    read: (profile, asOf) => knownOf(domain, derivedFrom(profile, asOf)),
    locate: (profile, known) =>
      locate === undefined ? [...answerAt] : asking(name, () => locate(profile, toldOf(domain, known))),
  };
}

const prepared = new WeakMap<Fact, Reader>();

function readerOfForm(name: string, { domain, from, compared }: FactOfForm): Reader {
  if (!("more" in from)) return formReader(domain, from);
  if (compared === undefined) return unsound(`The fact "${name}" is made of facts that are not there.`);
  const [greater, lesser] = compared;
  const part = (own: string, fact: Fact) => ({ reader: readerOf(own, fact), answerAt: fact.answerAt });
  return excessReader(domain, part(from.more, greater), part(from.than, lesser));
}

/** What reads a fact; of one that is data, prepared when it is first asked for. */
export function readerOf(name: string, fact: Fact): Reader {
  if (fact.from === undefined) return functionReader(name, fact);
  const reader = prepared.get(fact) ?? readerOfForm(name, fact);
  prepared.set(fact, reader);
  return reader;
}

/**
 * What a profile tells of one fact, and where.
 *
 * @throws {PlimsollError} with code `invalid-fact`, when its function throws or leaves its domain; with code `invalid-profile`,
 * when something stands where it is read that is no value of it.
 */
export function readFact(name: string, fact: Fact, profile: AppProfile, asOf: Day | undefined): Reading {
  return looking("invalid-profile", () => {
    const reader = readerOf(name, fact);
    const known = reader.read(profile, asOf);
    const evidence = known.isTold ? reader.locate(profile, known) : fact.answerAt;
    return { ...toldOf(fact.domain, known), evidence: [...evidence] };
  });
}

/** What a profile tells of one fact. */
export function deriveFact(name: string, fact: Fact, profile: AppProfile, asOf: Day | undefined): Derived {
  return looking("invalid-profile", () => toldOf(fact.domain, readerOf(name, fact).read(profile, asOf)));
}

/**
 * What a profile tells of every fact of a catalogue: exact, at least, at most, between two values, or unknown, with pointers
 * to the evidence.
 *
 * @example
 * ```ts
 * import { deriveFacts } from "plimsoll";
 *
 * const facts = deriveFacts({
 *   id: "stock",
 *   name: "Stock list",
 *   audience: { users: { atMost: 12 } },
 *   integrations: [{ system: "ERP", direction: "read" }],
 *   partial: ["/integrations"],
 * });
 *
 * facts.users; // → { kind: "at-most", value: 12, evidence: ["/audience/users"] }
 * facts.systemsRead; // → { kind: "at-least", value: 1, evidence: ["/integrations/0/direction"] }
 * facts.departments; // → { kind: "unknown", evidence: ["/audience/departments"] }
 * ```
 *
 * @param facts The facts that are read; `standardFacts` when left out.
 * @param options The day as of which the facts are read that are made of dates; they are unknown without one.
 * @throws {PlimsollError} with code `invalid-date`, when that is no day.
 */
export function deriveFacts<Facts extends Catalogue = StandardFacts>(
  profile: AppProfile,
  facts?: Facts,
  options: AsOf = {},
): { [Name in keyof Facts]: ReadingOf<Facts[Name]> } {
  const day = dayOf(options);
  const asked: Catalogue = facts ?? standardFacts;
  const readings = Object.entries(asked).map(([name, fact]) => [name, readFact(name, fact, profile, day)]);
  // Each is a reading of its own fact.
  return Object.fromEntries(readings) as { [Name in keyof Facts]: ReadingOf<Facts[Name]> };
}

type ReadingOf<F> = F extends Fact<infer D> ? Reading<ValueOf<D>> : never;
