import type { Condition, FactCondition } from "../conditions/index.js";
import { type AnyRules, linesIn, type Policy } from "../policy/index.js";

/** Every condition that a policy asks besides those of its rules. */
export function conditionsBeside({
  adjustments = [],
  reviews = [],
  boundaries = [],
  components = [],
  audit,
}: Policy): readonly Condition[] {
  return [
    ...adjustments.map(({ when }) => when),
    ...reviews.flatMap(({ when, checklist }) => [when, ...checklist.map(({ met }) => met)]),
    ...[...boundaries, ...components].map(({ when }) => when),
    ...(audit?.checks ?? []).map((check) => ("when" in check ? check.when : undefined)),
  ].filter((condition) => condition !== undefined);
}

/** The lines that a policy draws besides those of its rules. */
export function linesBeside(policy: Policy, spellOut: (policy: AnyRules) => AnyRules): readonly FactCondition[] {
  const spelledOut = spellOut(policy);
  return conditionsBeside(policy).flatMap((condition) => linesIn(condition, spelledOut));
}
