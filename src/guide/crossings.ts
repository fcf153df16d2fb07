import { type Condition, mapChildren } from "../conditions/index.js";
import type { Catalogue } from "../facts/index.js";
import { type Policy, rulesOf, standing } from "../policy/index.js";
import { alternativesOf, implies } from "./implies.js";

/** A condition with what each sign asks in the place of the sign, so that it can be held against others. */
function withoutSigns(condition: Condition, signs: Policy["signs"]): Condition {
  const sign = "sign" in condition ? signs?.find(({ id }) => id === condition.sign) : undefined;
  if (sign !== undefined) return withoutSigns(standing(sign), signs);
  return mapChildren(condition, (part) => withoutSigns(part, signs));
}

/**
 * What lifts an app from the lowest tier, each line once: a line that is crossed only together with
 * others is left out. An app of which none of these is so stays.
 */
export function crossings(policy: Policy, facts: Catalogue): readonly Condition[] {
  const lines = rulesOf(policy).flatMap(({ rule }) => alternativesOf(withoutSigns(standing(rule), policy.signs)));
  const all = [...new Set(lines)];
  return all.reduceRight<readonly Condition[]>((kept, each) => {
    const others = kept.filter((other) => other !== each);
    return implies(each, { any: others }, facts) ? others : kept;
  }, all);
}
