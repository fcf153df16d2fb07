import type { Condition, FactCondition } from "../conditions/index.js";
import { type AnyRules, linesIn, type Policy } from "../policy/index.js";

/** A condition that a policy asks besides those of its rules, of the apps above a tier; of all, where none is named. */
export interface ConditionBeside {
  readonly when: Condition;
  readonly above?: string | undefined;
}

/** Every condition that a policy asks besides those of its rules. */
export function conditionsBeside(policy: Policy): readonly ConditionBeside[] {
  const { adjustments = [], reviews = [], boundaries = [], components = [], audit } = policy;
  const checks = (audit?.checks ?? []).flatMap((check) => ("when" in check ? [check.when] : []));
  const asked = [
    ...adjustments.map(({ when }) => ({ when })),
    ...reviews.flatMap(({ above, when, checklist }) =>
      [when, ...checklist.map(({ met }) => met)].map((each) => ({ when: each, above })),
    ),
    ...boundaries.map(({ when, above }) => ({ when, above })),
    ...components.map(({ when }) => ({ when })),
    ...checks.map((when) => ({ when })),
    ...(audit?.weights ?? []).map(({ when }) => ({ when })),
  ];
  return asked.flatMap(({ when, ...where }) => (when === undefined ? [] : [{ when, ...where }]));
}

/** The lines that a policy draws besides those of its rules. */
export function linesBeside(policy: Policy, spellOut: (policy: AnyRules) => AnyRules): readonly FactCondition[] {
  const spelledOut = spellOut(policy);
  return conditionsBeside(policy).flatMap(({ when }) => linesIn(when, spelledOut));
}
