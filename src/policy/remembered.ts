import type { Catalogue } from "../facts/index.js";
import type { AnyRules } from "./prepare.js";

/** What is made of a policy and the facts that it asks for. */
type Made<Outcome> = (policy: AnyRules, facts: Catalogue) => Outcome;

/**
 * Makes it once for the same policy and the same facts, and forgets it with them. A policy is the same when it is the same object:
 * to change one is to make another.
 */
export function rememberedByPolicy<Outcome extends object>(make: Made<Outcome>): Made<Outcome> {
  const known = new WeakMap<AnyRules, WeakMap<Catalogue, Outcome>>();
  return (policy, facts) => {
    const found = known.get(policy)?.get(facts);
    if (found !== undefined) return found;
    const made = make(policy, facts);
    const ofPolicy = known.get(policy) ?? new WeakMap<Catalogue, Outcome>();
    known.set(policy, ofPolicy.set(facts, made));
    return made;
  };
}
