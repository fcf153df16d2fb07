import {
  type Catalogue,
  type Fact,
  type FactRecords,
  factsOfRecords,
  isSameFact,
  standardFacts,
} from "../facts/index.js";
import { PlimsollError } from "../problems/index.js";
import { lookingAgain } from "../shapes/index.js";
import { lookAgainAtPolicy } from "./look-again.js";
import type { PolicyOptions } from "./policy.js";
import type { AnyRules } from "./prepare.js";
import { remembered } from "./remembered.js";

const isObject = (value: unknown) => typeof value === "object" && value !== null;

const isFact = (fact: Partial<Fact> | undefined) => typeof fact?.derive === "function" || isObject(fact?.from);

function refuse(pointer: string, message: string): never {
  throw new PlimsollError("invalid-option", [{ pointer, code: "wrong-type", message }]);
}

const joined = /* @__PURE__ */ remembered((own: FactRecords, facts: Catalogue): Catalogue => {
  const added = factsOfRecords(own, facts);
  const isThere = Object.keys(added).every((name) => isSameFact(facts[name], added[name]));
  return isThere ? facts : { ...facts, ...added };
});

/** A catalogue with the facts that a policy has of its own. It is made once, so that what is made with it is as well. */
export const withOwnFacts = (facts: Catalogue, own: FactRecords | undefined): Catalogue =>
  own === undefined ? facts : joined(own, facts);

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
  if (!isObject(facts) || Object.values(facts).some((fact) => !isFact(fact))) {
    return refuse("/facts", "Expected a catalogue of facts by name, each made with defineFact.");
  }
  // What is no policy is told by whatever asks it next.
  return lookingAgain(
    () => withOwnFacts(facts, isObject(policy) ? policy.facts : undefined),
    () => lookAgainAtPolicy(policy),
  );
}
