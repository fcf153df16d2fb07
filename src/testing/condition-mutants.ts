import { byForm, type Condition, type ScoreItem, type Threshold } from "../conditions/index.js";
import type { Catalogue } from "../facts/index.js";
import { type ConditionPart, type Policy, partsIn } from "../policy/index.js";
import { type Pointer, toPointer } from "../problems/index.js";
import { became, lineVariants } from "./slips.js";

/** What something may be changed to. */
export type Variant<Item> = { readonly item: Item; readonly pointer: Pointer; readonly change: string };

const without = <Item>(items: readonly Item[], index: number) => items.filter((_, at) => at !== index);

/** Points taken for the next ones, in one item after the other; where they stand in it, and what they became. */
export function pointsVariants(
  items: readonly ScoreItem[],
  pointer: Pointer,
): readonly Variant<readonly ScoreItem[]>[] {
  return items.flatMap((item, index) => {
    const at = `${pointer}/${index}`;
    const moved = (points: number, place: Pointer, make: (points: number) => ScoreItem) =>
      [-1, 1].map((more): Variant<readonly ScoreItem[]> => {
        const changed = make(points + more);
        const others = items.map((each, other) => (other === index ? changed : each));
        return { item: others, pointer: at + place, change: became(points, points + more) };
      });
    const byName = (field: "points" | "pointsEach", points: Readonly<Record<string, number>>) =>
      Object.entries(points).flatMap(([name, own]) =>
        // The field is one of its own.
        moved(
          own,
          toPointer([field, name]),
          (other) => ({ ...item, [field]: { ...points, [name]: other } }) as ScoreItem,
        ),
      );
    if ("when" in item) return moved(item.points, "/points", (points) => ({ ...item, points }));
    if ("points" in item) return byName("points", item.points);
    if ("pointsEach" in item) return byName("pointsEach", item.pointsEach);
    return item.bands.flatMap((band, place) =>
      moved(band.points, `/bands/${place}/points`, (points) => {
        // The limits stay as they are, numbers or levels.
        return { ...item, bands: item.bands.map((each) => (each === band ? { ...band, points } : each)) } as ScoreItem;
      }),
    );
  });
}

/** So much is asked for, and it is taken for the next. */
export const movedThresholds = (atLeast: Threshold): readonly Threshold[] =>
  [-1, 1].map((more) => (typeof atLeast === "number" ? atLeast + more : { percent: atLeast.percent + more }));

/** The points that stand in a condition itself, taken for the next ones. */
const changedSum = (sum: string | readonly ScoreItem[]): readonly (readonly ScoreItem[])[] =>
  typeof sum === "string" ? [] : pointsVariants(sum, "").map(({ item }) => item);

/** A condition with another connective, one part less, or another count. */
export function conditionVariants(condition: Condition, facts: Catalogue): readonly Condition[] {
  const moved = <Counting extends { readonly atLeast: number }>(counting: Counting) =>
    [-1, 1].map((more) => ({ ...counting, atLeast: counting.atLeast + more }));
  const fewer = (parts: readonly Condition[], make: (parts: readonly Condition[]) => Condition) =>
    parts.length < 2 ? [] : parts.map((_, index) => make(without(parts, index)));
  return byForm<Condition, readonly Condition[]>(condition, {
    fact: (line) => lineVariants(line, facts),
    all: ({ all }) => [...(all.length < 2 ? [] : [{ any: all }]), ...fewer(all, (parts) => ({ all: parts }))],
    any: ({ any }) => [...(any.length < 2 ? [] : [{ all: any }]), ...fewer(any, (parts) => ({ any: parts }))],
    not: ({ not }) => [not],
    count: (counting) => [...moved(counting), ...fewer(counting.count, (count) => ({ ...counting, count }))],
    score: (scored) => [
      ...movedThresholds(scored.atLeast).map((atLeast) => ({ ...scored, atLeast })),
      ...changedSum(scored.score).map((score) => ({ ...scored, score })),
    ],
    product: (multiplied) => {
      const [one, other] = multiplied.product;
      return [
        ...movedThresholds(multiplied.atLeast).map((atLeast) => ({ ...multiplied, atLeast })),
        ...changedSum(one).map((changed): Condition => ({ ...multiplied, product: [changed, other] })),
        ...changedSum(other).map((changed): Condition => ({ ...multiplied, product: [one, changed] })),
      ];
    },
    sign: () => [],
  });
}

/** Every variant of a condition: of itself, and of each part of it; those of a rubric stand with the rubric. */
export function variantsOf(
  condition: Condition,
  pointer: Pointer,
  policy: Policy,
  facts: Catalogue,
): readonly Variant<Condition>[] {
  const whole: ConditionPart = { part: condition, pointer, replacedBy: (other) => other };
  return [whole, ...partsIn(condition, pointer, policy)]
    .filter((part) => part.pointer.startsWith(pointer))
    .flatMap(({ part, pointer: place, replacedBy }) =>
      conditionVariants(part, facts).map((other) => {
        return { item: replacedBy(other), pointer: place, change: became(part, other) };
      }),
    );
}
