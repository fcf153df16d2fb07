import { type Catalogue, extendPolicy, type Policy, type PolicyChanges, standardFacts } from "plimsoll";

/** Extends a policy by changes that come from a file: the compiler knows no names in them. */
export function extendWith(base: Policy, changes: PolicyChanges): Policy {
  const facts: Catalogue = standardFacts;
  return extendPolicy(base, changes, { facts });
}
