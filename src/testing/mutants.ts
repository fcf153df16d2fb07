import type { Condition, ScoreItem } from "../conditions/index.js";
import type { Catalogue } from "../facts/index.js";
import {
  type Adjustment,
  type Criterion,
  checkPolicy,
  factsOf,
  type Limit,
  type PlacedRule,
  type Policy,
  type PolicyOptions,
  partsIn,
  rulesOf,
  type Sign,
} from "../policy/index.js";
import type { Pointer } from "../problems/index.js";
import { conditionVariants, pointsVariants, type Variant, variantsOf } from "./condition-mutants.js";
import { partMutants } from "./part-mutants.js";
import { became } from "./slips.js";
import { ruleOfVariant, variantsOfTable } from "./table-mutants.js";

/**
 * A policy with one thing changed, as a slip of the pen would change it.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { mutatePolicy, type PolicyMutant } from "plimsoll/testing";
 *
 * const mutants: readonly PolicyMutant[] = mutatePolicy(standardPolicy);
 * const [first] = mutants.filter(({ rule }) => rule === "many-users");
 *
 * first?.change; // → '{"fact":"users","atLeast":100} became {"fact":"users","atLeast":99}'
 * ```
 */
export interface PolicyMutant {
  /** The rule that changed, by id; of a rubric, tier, component, review, boundary or check, the id of that. */
  readonly rule: string;
  readonly pointer: Pointer;
  readonly change: string;
  readonly policy: Policy;
}

type AnyRule = Criterion | Sign | Limit;

function ruleVariants(
  { rule, pointer, rank }: PlacedRule,
  policy: Policy,
  facts: Catalogue,
): readonly Variant<AnyRule>[] {
  const { unless, ...always } = rule;
  const inField = (field: "when" | "holds" | "unless", condition: Condition) =>
    variantsOf(condition, `${pointer}/${field}`, policy, facts).map((variant): Variant<AnyRule> => {
      return { ...variant, item: { ...rule, [field]: variant.item } };
    });
  const tiers = [rank - 1, rank + 1].flatMap((other): readonly Variant<AnyRule>[] => {
    const tier = policy.tiers[other]?.id;
    // A limit stands with the tier that it keeps.
    if (tier === undefined || "holds" in rule) return [];
    const change = `"${policy.tiers[rank]?.id}" became "${tier}"`;
    return [{ item: { ...rule, tier }, pointer: `${pointer}/tier`, change }];
  });
  const exempted =
    unless === undefined
      ? []
      : [{ item: always, pointer: `${pointer}/unless`, change: "the exemption is gone" }, ...inField("unless", unless)];
  return [...("holds" in rule ? inField("holds", rule.holds) : inField("when", rule.when)), ...exempted, ...tiers];
}

/** A policy with another rule in the place of one, or with none. */
function replaced(policy: Policy, rule: AnyRule, other: AnyRule | undefined): Policy {
  const swap = <Item extends AnyRule>(items: readonly Item[] | undefined) =>
    // The other one is of the same kind, since it was made from the first.
    items?.flatMap((each) => (String(each.id) !== rule.id ? [each] : other === undefined ? [] : [other as Item]));
  const { criteria, signs, components } = policy;
  return {
    ...policy,
    tiers: policy.tiers.map((tier) =>
      tier.limits === undefined ? tier : { ...tier, limits: swap(tier.limits) ?? [] },
    ),
    ...(criteria && { criteria: swap(criteria) ?? [] }),
    ...(signs && { signs: swap(signs) ?? [] }),
    ...(components &&
      other === undefined && {
        components: components.map((component) => ({
          ...component,
          covers: component.covers.filter((id) => id !== rule.id),
        })),
      }),
  };
}

function rubricVariants(policy: Policy, facts: Catalogue): readonly PolicyMutant[] {
  const { rubrics = [] } = policy;
  return rubrics.flatMap((rubric, at) => {
    const pointer = `/rubrics/${at}/items`;
    const ofConditions = partsIn({ score: rubric.id, atLeast: 0 }, "", policy)
      .filter((part) => part.pointer.startsWith(pointer))
      .flatMap(({ part, pointer: place, replacedBy }) =>
        conditionVariants(part, facts).flatMap((other): readonly Variant<readonly ScoreItem[]>[] => {
          const changed = replacedBy(other);
          if (!("score" in changed) || typeof changed.score === "string") return [];
          return [{ item: changed.score, pointer: place, change: became(part, other) }];
        }),
      );
    return [...pointsVariants(rubric.items, pointer), ...ofConditions].map(
      ({ item: items, pointer: place, change }): PolicyMutant => {
        const changed = rubrics.map((each, index) => (index === at ? { ...rubric, items } : each));
        return { rule: rubric.id, pointer: place, change, policy: { ...policy, rubrics: changed } };
      },
    );
  });
}

function adjustmentVariants(policy: Policy, facts: Catalogue): readonly PolicyMutant[] {
  const { adjustments = [] } = policy;
  return adjustments.flatMap((adjustment, index) => {
    const pointer = `/adjustments/${index}`;
    const mutant = (others: readonly Adjustment[], place: Pointer, change: string): PolicyMutant => {
      const changed = adjustments.flatMap((each) => (each === adjustment ? others : [each]));
      return { rule: adjustment.id, pointer: place, change, policy: { ...policy, adjustments: changed } };
    };
    const by = adjustment.by === 1 ? -1 : 1;
    return [
      ...variantsOf(adjustment.when, `${pointer}/when`, policy, facts).map(({ item: when, pointer: place, change }) =>
        mutant([{ ...adjustment, when }], place, change),
      ),
      mutant([{ ...adjustment, by }], `${pointer}/by`, became(adjustment.by, by)),
      mutant([], pointer, "the rule is gone"),
    ];
  });
}

function tableVariants(policy: Policy, facts: Catalogue): readonly PolicyMutant[] {
  const { tables = [] } = policy;
  return tables.flatMap((table, at) =>
    variantsOfTable(table, policy, facts).map((variant): PolicyMutant => {
      const changed = tables.map((each, index) => (index === at ? variant.table : each));
      const pointer = `/tables/${at}${variant.place}`;
      return {
        rule: ruleOfVariant(table, variant),
        pointer,
        change: variant.change,
        policy: { ...policy, tables: changed },
      };
    }),
  );
}

/** Each tier without the criteria and limits that lead to it; one alone is gone by itself. */
function tierVariants(policy: Policy): readonly PolicyMutant[] {
  return policy.tiers.flatMap(({ id }, tierRank): readonly PolicyMutant[] => {
    const leading = rulesOf(policy).filter(
      ({ rank, kind, pointer }) => rank === tierRank && kind !== "sign" && !pointer.startsWith("/tables/"),
    );
    if (leading.length < 2) return [];
    const without = leading.reduce((left, { rule }) => replaced(left, rule, undefined), policy);
    return [{ rule: id, pointer: `/tiers/${tierRank}`, change: "no criterion leads there any more", policy: without }];
  });
}

/**
 * Every policy that differs from one in a single slip: a line moved by a step, an operator, a connective, a count, points, a
 * tier or a severity taken for their neighbour, a member, a part, an exemption or a rule gone; a component that covers another
 * rule, a review or a boundary that asks something else, or for longer, an audit that finds less. What is no policy any more is
 * left out.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { mutatePolicy } from "plimsoll/testing";
 *
 * mutatePolicy(standardPolicy).some(({ change }) => change === "the rule is gone"); // → true
 * ```
 */
export function mutatePolicy(policy: Policy, options: PolicyOptions = {}): readonly PolicyMutant[] {
  const facts = factsOf(policy, options);
  const isInTable = ({ pointer }: PlacedRule) => pointer.startsWith("/tables/");
  const written = rulesOf(policy).filter((placed) => !isInTable(placed));
  const ofRules = written.flatMap((placed): readonly PolicyMutant[] => {
    const { rule, pointer } = placed;
    const changed = ruleVariants(placed, policy, facts).map(({ item, pointer: place, change }): PolicyMutant => {
      return { rule: rule.id, pointer: place, change, policy: replaced(policy, rule, item) };
    });
    return [
      ...changed,
      { rule: rule.id, pointer, change: "the rule is gone", policy: replaced(policy, rule, undefined) },
    ];
  });
  return [
    ...ofRules,
    ...tableVariants(policy, facts),
    ...adjustmentVariants(policy, facts),
    ...rubricVariants(policy, facts),
    ...tierVariants(policy),
    ...partMutants(policy, facts),
  ].filter((mutant) => checkPolicy(mutant.policy, facts).length === 0);
}
