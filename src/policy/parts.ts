import type { Condition, Points } from "../conditions/index.js";
import type { Pointer } from "../problems/index.js";
import type { AnyRules } from "./prepare.js";

/** A part of a condition, where it stands, and the condition with something else in its place. */
export interface Part {
  readonly part: Condition;
  readonly pointer: Pointer;
  readonly replacedBy: (other: Condition) => Condition;
}

/** Every app is like that. */
export const always: Condition = { all: [] };

/** No app is like that. */
export const never: Condition = { any: [] };

/** The points of a score, and where they stand. */
function pointsOf(score: string | readonly Points[], pointer: Pointer, { rubrics = [] }: AnyRules) {
  if (typeof score !== "string") return { items: score, place: `${pointer}/score` };
  const index = rubrics.findIndex(({ id }) => id === score);
  return { items: rubrics[index]?.items ?? [], place: `/rubrics/${index}/items` };
}

const swapped = <Item>(items: readonly Item[], at: number, other: Item) =>
  items.map((item, index) => (index === at ? other : item));

/** The parts of a condition one step down; those of signs stand with the signs. */
function directParts(condition: Condition, pointer: Pointer, policy: AnyRules): readonly Part[] {
  const each = (parts: readonly Condition[], field: string, make: (parts: readonly Condition[]) => Condition) =>
    parts.map((part, index): Part => {
      return {
        part,
        pointer: `${pointer}/${field}/${index}`,
        replacedBy: (other) => make(swapped(parts, index, other)),
      };
    });
  if ("fact" in condition || "sign" in condition) return [];
  if ("all" in condition) return each(condition.all, "all", (all) => ({ all }));
  if ("any" in condition) return each(condition.any, "any", (any) => ({ any }));
  if ("count" in condition) return each(condition.count, "count", (count) => ({ ...condition, count }));
  if ("not" in condition) return [{ part: condition.not, pointer: `${pointer}/not`, replacedBy: (not) => ({ not }) }];
  const { items, place } = pointsOf(condition.score, pointer, policy);
  return items.map((item, index): Part => {
    const replacedBy = (when: Condition) => ({ ...condition, score: swapped(items, index, { ...item, when }) });
    return { part: item.when, pointer: `${place}/${index}/when`, replacedBy };
  });
}

/** Every part of a condition, each after what it is part of. */
export function partsIn(condition: Condition, pointer: Pointer, policy: AnyRules): readonly Part[] {
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
  return directParts(condition, "", policy).reduce(
    // Each part is replaced in what the others have become.
    (made, _, index) => {
      const { part, replacedBy } = directParts(made, "", policy)[index] ?? { part: made, replacedBy: () => made };
      return replacedBy(taken(part, key, as, policy));
    },
    condition,
  );
}

/** A policy in which some rules never stand, also where others refer to them. */
export function withoutRules<P extends AnyRules>(policy: P, ids: ReadonlySet<string>): P {
  const silent = <Item extends { readonly id: string }>(rule: Item): Item =>
    ids.has(rule.id) ? { ...rule, ...("holds" in rule ? { holds: always } : { when: never }) } : rule;
  const { tiers, criteria, signs } = policy;
  return {
    ...policy,
    tiers: tiers.map((tier) => (tier.limits === undefined ? tier : { ...tier, limits: tier.limits.map(silent) })),
    ...(criteria && { criteria: criteria.map(silent) }),
    ...(signs && { signs: signs.map(silent) }),
  };
}
