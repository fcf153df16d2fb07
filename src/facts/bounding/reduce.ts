/** A relation over the first so many whole numbers. */
export type Follows = (one: number, other: number) => boolean;

/**
 * The fewest pairs from which all that follows from one another does, one step after another: what is the same is tied to the
 * first of its kind, both ways, and what stands between two others stands for the way between them.
 *
 * @param follows Whether one follows from another: transitive.
 * @param isGiven Which of these pairs need not be said.
 */
export function fewestPairs(
  count: number,
  follows: Follows,
  isGiven: Follows,
): readonly (readonly [one: number, other: number])[] {
  const all = [...new Array(count).keys()];
  const isSame: Follows = (one, other) => follows(one, other) && follows(other, one);
  const firstLike = all.map((one) => all.find((other) => one === other || isSame(one, other)) ?? one);
  const firsts = all.filter((one) => firstLike[one] === one);
  const like = new Map(firsts.map((first) => [first, all.filter((one) => firstLike[one] === first)]));
  const ties = all
    .filter((one) => firstLike[one] !== one)
    .flatMap((one) => {
      const first = firstLike[one] ?? one;
      return [[one, first] as const, [first, one] as const].filter((pair) => !isGiven(...pair));
    });
  const isStep: Follows = (one, other) =>
    one !== other &&
    follows(one, other) &&
    !firsts.some((between) => between !== one && between !== other && follows(one, between) && follows(between, other));
  const isStepGiven: Follows = (one, other) =>
    (like.get(one) ?? []).some((each) => (like.get(other) ?? []).some((beside) => isGiven(each, beside)));
  const steps = firsts.flatMap((one) =>
    firsts.filter((other) => isStep(one, other) && !isStepGiven(one, other)).map((other) => [one, other] as const),
  );
  return [...ties, ...steps].sort(([one, to], [other, beside]) => one - other || to - beside);
}
