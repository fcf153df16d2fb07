import { standardFacts } from "../../facts/index.js";
import { limitsOf, type ReadOptions, readDocument } from "../../json/index.js";
import { checkPolicy, type Policy, type PolicyOptions } from "../../policy/index.js";
import { PlimsollError, type Result } from "../../problems/index.js";
import { policySchema } from "./schema.js";

/**
 * Reads an unknown value, such as a JSON file, as a {@link Policy}, or lists every problem with its pointer: mistakes of
 * form first; once the form is right, unknown facts, levels and tiers, operators that do not fit, references that lead
 * nowhere, cycles. Takes time linear in the size of the input; never throws, but for limits in `options` that are none.
 *
 * @example
 * ```ts
 * import { safeParsePolicy, standardPolicy } from "plimsoll";
 *
 * const result = safeParsePolicy({
 *   ...standardPolicy,
 *   criteria: standardPolicy.criteria?.map((criterion) => ({ ...criterion, when: { fact: "user", atLeast: 50 } })),
 * });
 *
 * if (!result.ok) {
 *   result.problems[0]?.pointer; // → "/criteria/0/when/fact"
 *   result.problems[0]?.suggestion; // → "users"
 * }
 * ```
 */
export function safeParsePolicy(input: unknown, options: PolicyOptions & ReadOptions = {}): Result<Policy> {
  const { facts = standardFacts } = options;
  const read = readDocument(policySchema, input, limitsOf("policy", options));
  if (!read.ok) return read;
  // The schema leaves to the check which line fits which fact; what it let through has the form of a policy.
  const policy = read.value as Policy;
  const problems = checkPolicy(policy, facts);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: policy };
}

/**
 * Reads an unknown value, such as a JSON file, as a {@link Policy}.
 *
 * @throws {PlimsollError} with code `invalid-policy` and every problem, when it is not one.
 *
 * @example
 * ```ts
 * import { parsePolicy, standardPolicy } from "plimsoll";
 *
 * parsePolicy(JSON.parse(JSON.stringify(standardPolicy))).id; // → "standard"
 * ```
 */
export function parsePolicy(input: unknown, options?: PolicyOptions & ReadOptions): Policy {
  const result = safeParsePolicy(input, options);
  if (!result.ok) throw new PlimsollError("invalid-policy", result.problems);
  return result.value;
}
