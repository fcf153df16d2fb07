import type { Policy, PolicyOptions } from "../policy/index.js";
import { type Classifier, classifierOf } from "./classify.js";

/**
 * Prepares a policy that carries its facts, to classify many apps by it: no catalogue comes with it, and a bundle holds what this
 * policy asks for. Make one with `carryFacts` where it is built, and ship it as JSON. What reads it has checked it: it is not checked again.
 *
 * @param policy A policy with all of its facts in `facts`.
 * @param options Facts that are found by functions, and cannot be carried.
 * @throws {PlimsollError} with code `invalid-policy`, when it asks for a fact that it does not carry.
 *
 * @example
 * ```ts
 * import { carryFacts, standardPolicy } from "plimsoll";
 * import { classifyBy } from "plimsoll/classify";
 *
 * const shipped: typeof standardPolicy = JSON.parse(JSON.stringify(carryFacts(standardPolicy)));
 * const classify = classifyBy(shipped);
 *
 * classify({ id: "rota", name: "Rota", audience: { users: 140 } }).tier; // → "it-review"
 * ```
 */
export function classifyBy<TierId extends string>(
  policy: Policy<TierId>,
  { facts = {} }: PolicyOptions = {},
): Classifier<TierId> {
  return classifierOf(policy, facts);
}
