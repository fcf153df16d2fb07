import { type Policy, parsePolicy, standardPolicy } from "plimsoll";
import { jsonOf, policyNames } from "../examples/example-policies.js";

/** The standard policy and those of the examples, by name. */
export const policies: readonly (readonly [string, Policy])[] = [
  ["standard", standardPolicy],
  ...policyNames.map((name) => [name, parsePolicy(jsonOf(`${name}.json`))] as const),
];
