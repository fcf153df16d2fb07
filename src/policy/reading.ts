import type { Condition, FactCondition } from "../conditions/index.js";
import type { Pointer } from "../problems/index.js";
import type { AnyRules } from "./prepare.js";
import type { Criterion, Limit, Sign } from "./rules.js";

/** A rule of a policy, whatever it is written as. */
export type Rule = Criterion | Sign | Limit;

/** A rule, the rank of the tier that it lifts to, and where in its policy it stands. */
export interface PlacedRule {
  readonly rule: Rule;
  readonly kind: "criterion" | "sign" | "limit";
  readonly rank: number;
  readonly pointer: Pointer;
}

/** Every rule of a policy: its limits, its criteria, its signs. */
export function rulesOf({ tiers, criteria = [], signs = [] }: AnyRules): readonly PlacedRule[] {
  const rankOf = (tier: string | undefined) => (tier === undefined ? 1 : tiers.findIndex(({ id }) => id === tier));
  return [
    ...tiers.flatMap(({ limits = [] }, rank) =>
      limits.map((rule, index) => {
        return { rule, kind: "limit" as const, rank: rank + 1, pointer: `/tiers/${rank}/limits/${index}` };
      }),
    ),
    ...criteria.map((rule, index) => {
      return { rule, kind: "criterion" as const, rank: rankOf(rule.tier), pointer: `/criteria/${index}` };
    }),
    ...signs.map((rule, index) => {
      return { rule, kind: "sign" as const, rank: rankOf(rule.tier), pointer: `/signs/${index}` };
    }),
  ];
}

/** When a rule stands: what it is about is so, and nothing exempts it. */
export function standing(rule: Rule): Condition {
  const when = "holds" in rule ? { not: rule.holds } : rule.when;
  return rule.unless === undefined ? when : { all: [when, { not: rule.unless }] };
}

/** The parts of a condition, one step down; those of the signs and rubrics that it names, too. */
export function partsOf(condition: Condition, { signs = [], rubrics = [] }: AnyRules): readonly Condition[] {
  if ("fact" in condition) return [];
  if ("all" in condition) return condition.all;
  if ("any" in condition) return condition.any;
  if ("not" in condition) return [condition.not];
  if ("count" in condition) return condition.count;
  if ("sign" in condition) return signs.filter(({ id }) => id === condition.sign).map(standing);
  const { score } = condition;
  const items = typeof score === "string" ? (rubrics.find(({ id }) => id === score)?.items ?? []) : score;
  return items.map(({ when }) => when);
}

/** Every line that a condition draws. */
export function linesIn(condition: Condition, policy: AnyRules): readonly FactCondition[] {
  return "fact" in condition ? [condition] : partsOf(condition, policy).flatMap((part) => linesIn(part, policy));
}

/** Every line that the rules of a policy draw. */
export function linesOfPolicy(policy: AnyRules): readonly FactCondition[] {
  return rulesOf(policy).flatMap(({ rule }) => linesIn(standing(rule), policy));
}
