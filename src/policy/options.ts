import { withSoundPolicy } from "../conditions/index.js";
import { type Catalogue, type FactRecords, factsFromRecords, standardFacts } from "../facts/index.js";
import { PlimsollError } from "../problems/index.js";
import type { PolicyOptions } from "./policy.js";
import type { AnyRules } from "./prepare.js";

const isObject = (value: unknown) => typeof value === "object" && value !== null;

function refuse(pointer: string, message: string): never {
  throw new PlimsollError("invalid-option", [{ pointer, code: "wrong-type", message }]);
}

/** Catalogues with the facts of policies in them, by the catalogue that they were added to; one that has them is itself. */
const joined = new WeakMap<FactRecords, WeakMap<Catalogue, Catalogue>>();

/** A catalogue with the facts that a policy has of its own. It is made once, so that what is made with it is as well. */
export function withOwnFacts(facts: Catalogue, own: FactRecords | undefined): Catalogue {
  if (own === undefined) return facts;
  const byBase = joined.get(own) ?? new WeakMap<Catalogue, Catalogue>();
  const known = byBase.get(facts);
  if (known !== undefined) return known;
  const both = { ...facts, ...factsFromRecords(own) };
  joined.set(own, byBase.set(facts, both).set(both, both));
  return both;
}

/**
 * The facts that a policy may ask for, by name: its own, and the standard ones or those that are handed over.
 *
 * @throws {PlimsollError} with code `invalid-option`, when the options are none, or the facts no catalogue; with code
 * `invalid-policy`, when those of the policy are no records.
 *
 * @example
 * ```ts
 * import { deriveFacts, factsOf, standardPolicy } from "plimsoll";
 *
 * const facts = factsOf({
 *   ...standardPolicy,
 *   facts: {
 *     sites: {
 *       question: "At how many sites is it used?",
 *       domain: { kind: "number", min: 0, whole: true, unit: "sites" },
 *       from: { read: "/extensions/sites" },
 *     },
 *   },
 * });
 *
 * deriveFacts({ id: "rota", name: "Rota", extensions: { sites: 4 } }, facts).sites?.evidence; // → ["/extensions/sites"]
 * ```
 */
export function factsOf(policy: Pick<AnyRules, "facts">, options: PolicyOptions = {}): Catalogue {
  if (!isObject(options)) return refuse("", `Expected options such as { facts }, but saw ${String(options)}.`);
  const { facts = standardFacts } = options;
  if (!isObject(facts) || Object.values(facts).some((fact) => typeof fact?.derive !== "function")) {
    return refuse("/facts", "Expected a catalogue of facts by name, each made with defineFact.");
  }
  // What is no policy is told by whatever asks it next.
  return withSoundPolicy(() => withOwnFacts(facts, isObject(policy) ? policy.facts : undefined));
}
