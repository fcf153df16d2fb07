import { type Condition, childrenOf, mapChildren } from "../conditions/index.js";
import type { Pointer } from "../problems/index.js";
import type { AnyRules } from "./prepare.js";
import { itemsOf, sumsIn } from "./reading.js";
import { criteriaOf } from "./tables.js";

/** A part of a condition, where it stands, and the condition with something else in its place. */
export interface ConditionPart {
  readonly part: Condition;
  readonly pointer: Pointer;
  readonly replacedBy: (other: Condition) => Condition;
}

/** Every app is like that. */
export const always: Condition = { all: [] };

/** No app is like that. */
export const never: Condition = { any: [] };

/** A condition with the points of the rubrics that it names written into it. */
function opened(condition: Condition, policy: AnyRules): Condition {
  if ("score" in condition) return { ...condition, score: itemsOf(condition.score, policy) };
  if (!("product" in condition)) return condition;
  const [one, other] = condition.product;
  return { ...condition, product: [itemsOf(one, policy), itemsOf(other, policy)] };
}

/** Where the points stand that a condition adds up: with the condition, or with the rubric that it names. */
function pointsAt(condition: Condition, at: Pointer, { rubrics = [] }: AnyRules) {
  return sumsIn(condition).map((sum, index) => {
    const from = "score" in condition ? "/score" : `/product/${index}`;
    const place = rubrics.findIndex(({ id }) => id === sum);
    return { from, to: typeof sum === "string" ? `/rubrics/${place}/items` : at + from };
  });
}

/** The parts of a condition one step down; those of signs stand with the signs. */
function directParts(given: Condition, at: Pointer, policy: AnyRules): readonly ConditionPart[] {
  const condition = opened(given, policy);
  const origins = pointsAt(given, at, policy);
  return childrenOf<Condition>(condition).map(({ part, place }): ConditionPart => {
    const replacedBy = (other: Condition) =>
      mapChildren<Condition>(condition, (each, where) => (where === place ? other : each));
    const { from, to } = origins.find((origin) => place.startsWith(`${origin.from}/`)) ?? { from: "", to: at };
    return { part, pointer: to + place.slice(from.length), replacedBy };
  });
}

/** Every part of a condition, each after what it is part of. */
export function partsIn(condition: Condition, pointer: Pointer, policy: AnyRules): readonly ConditionPart[] {
  return directParts(condition, pointer, policy).flatMap((outer) => [
    outer,
    ...partsIn(outer.part, outer.pointer, policy).map((inner) => {
      return { ...inner, replacedBy: (other: Condition) => outer.replacedBy(inner.replacedBy(other)) };
    }),
  ]);
}

/** A condition by which another is known again. */
export const keyOf = (condition: Condition): string => JSON.stringify(condition);

/** A condition in which another is taken as so, or as not so, wherever it stands. */
export function taken(condition: Condition, key: string, as: Condition, policy: AnyRules): Condition {
  if (keyOf(condition) === key) return as;
  return mapChildren(opened(condition, policy), (part) => taken(part, key, as, policy));
}

/** A policy in which some rules never stand, also where others refer to them. */
export function withoutRules<P extends AnyRules>(policy: P, ids: ReadonlySet<string>): P {
  const silent = <Item extends { readonly id: string }>(rule: Item): Item =>
    ids.has(rule.id) ? { ...rule, ...("holds" in rule ? { holds: always } : { when: never }) } : rule;
  const { tiers, criteria, tables, signs } = policy;
  // A row that never stands still hides those behind it, as it is written: what is left of a table are criteria.
  const rules = tables === undefined ? criteria : criteriaOf(policy).map(({ rule }) => rule);
  return {
    ...policy,
    ...(tables && { tables: [] }),
    tiers: tiers.map((tier) => (tier.limits === undefined ? tier : { ...tier, limits: tier.limits.map(silent) })),
    ...(rules && { criteria: rules.map(silent) }),
    ...(signs && { signs: signs.map(silent) }),
  };
}
