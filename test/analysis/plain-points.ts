import type { Condition, FactValue, Policy, Rubric } from "plimsoll";

type Item = Rubric["items"][number];
export type Sum = string | readonly Item[];

/** Points for a condition, and where that stands in its item. */
export interface PlainPoints {
  readonly points: number;
  readonly condition: Condition;
  readonly place: string;
}

/** The points that a sum counts, as they are written. */
export function itemsOf(sum: Sum, { rubrics = [] }: Policy): readonly Item[] {
  if (typeof sum !== "string") return sum;
  const rubric = rubrics.find(({ id }) => id === sum);
  if (rubric === undefined) throw new Error("The tests name a rubric that is not there.");
  return rubric.items;
}

/** What a condition adds up, and where that stands. */
export function sumsIn(condition: Condition): readonly { readonly sum: Sum; readonly place: string }[] {
  if ("score" in condition) return [{ sum: condition.score, place: "/score" }];
  if (!("product" in condition)) return [];
  return condition.product.map((sum, index) => ({ sum, place: `/product/${index}` }));
}

/** An item with a condition for each of its lines. */
export function linesOf(item: Item): readonly PlainPoints[] {
  if ("when" in item) return [{ points: item.points, condition: item.when, place: "/when" }];
  const { fact } = item;
  if ("bands" in item) {
    return item.bands.map(({ atLeast, points }, index) => {
      const condition = { fact, atLeast } as Condition; // a number or a level, as the fact has them
      return { points: points - (item.bands[index - 1]?.points ?? 0), condition, place: `/bands/${index}` };
    });
  }
  const named = "points" in item ? item.points : item.pointsEach;
  return Object.entries(named)
    .filter(([, points]) => points !== 0)
    .map(([name, points]) => {
      if ("pointsEach" in item)
        return { points, condition: { fact, includesAny: [name] }, place: `/pointsEach/${name}` };
      const is = name === "true" ? true : name === "false" ? false : name;
      return { points, condition: { fact, is } as Condition, place: `/points/${name}` }; // as the fact has them
    });
}

/**
 * What an item brings for a known value of its fact; of a condition, whether that is so.
 *
 * @param rank The place of a level or of a number in order.
 */
export function worthOf(
  item: Item,
  isSo: (condition: Condition) => boolean,
  told: (fact: string) => FactValue,
  rank: (fact: string, value: unknown) => number,
): number {
  if ("when" in item) return isSo(item.when) ? item.points : 0;
  const { fact } = item;
  // Nobody asks a fact that brings nothing.
  if (linesOf(item).length === 0) return 0;
  const value = told(fact);
  if ("bands" in item) {
    const reached = item.bands.filter(({ atLeast }) => rank(fact, value) >= rank(fact, atLeast));
    return reached.at(-1)?.points ?? 0;
  }
  if ("points" in item) return item.points[String(value)] ?? 0;
  const members: readonly string[] = Array.isArray(value) ? value : [];
  return members.reduce((sum, member) => sum + (item.pointsEach[member] ?? 0), 0);
}

/** Rounded to thousandths: what people mean by 0.1 + 0.2. */
export const rounded = (number: number): number => Math.round(number * 1000) / 1000;
