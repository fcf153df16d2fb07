import { at, BudgetExceeded } from "../diagrams/index.js";
import type { NumberConstraints } from "./constraints.js";
import { drawExcesses, isCircle } from "./excess.js";
import { type Interval, numbersIn } from "./numbers.js";

export type Box = readonly Interval[];

/** So many steps may a search take: real constraints take a few. */
const mostSteps = 100_000;

const ends = (box: Box, places: readonly number[]) =>
  places.reduce((sum, place) => ({ from: sum.from + at(box, place).from, to: sum.to + at(box, place).to }), {
    from: 0,
    to: 0,
  });

const finiteEnd = ({ to }: Interval) => (to === Number.POSITIVE_INFINITY ? 0 : to);

/** Draws the ends of a box together as far as the constraints say at once; nothing, when nothing is left. */
export function tightened(box: Box, constraints: NumberConstraints): Box | undefined {
  const { atMost, sums, excesses } = constraints;
  const drawn = [...box];
  let isMoving = true;
  let isEmpty = false;
  const draw = (place: number, from: number, to: number) => {
    const old = at(drawn, place);
    const { isWhole } = old;
    const low = Math.max(old.from, isWhole ? Math.ceil(from) : from);
    const high = Math.min(old.to, isWhole ? Math.floor(to) : to);
    if (low > high) isEmpty = true;
    if (low === old.from && high === old.to) return;
    drawn[place] = { from: low, to: high, isWhole };
    isMoving = true;
  };
  /** What is left for each of some numbers, when the sum of all of them lies within bounds. */
  const share = (places: readonly number[], least: number, most: number) => {
    const { from: allFrom } = ends(drawn, places);
    const endless = places.filter((place) => at(drawn, place).to === Number.POSITIVE_INFINITY).length;
    const finite = places.reduce((sum, place) => sum + finiteEnd(at(drawn, place)), 0);
    for (const place of places) {
      const own = at(drawn, place);
      const isEndless = own.to === Number.POSITIVE_INFINITY;
      // What has no end leaves no end to the others.
      const othersTo = endless > Number(isEndless) ? Number.POSITIVE_INFINITY : finite - finiteEnd(own);
      draw(place, least - othersTo, most - (allFrom - own.from));
    }
  };
  for (let step = 0; isMoving && !isEmpty; step++) {
    if (step > mostSteps) throw new BudgetExceeded(mostSteps, true);
    isMoving = false;
    if (excesses.length > 0 && isCircle(drawn, constraints)) return undefined;
    drawExcesses(drawn, constraints, draw);
    for (const [lesser, greater] of atMost) {
      draw(lesser, Number.NEGATIVE_INFINITY, at(drawn, greater).to);
      draw(greater, at(drawn, lesser).from, Infinity);
    }
    for (const { left, right } of sums) {
      const [one, other] = [ends(drawn, left), ends(drawn, right)];
      share(left, other.from, other.to);
      share(right, one.from, one.to);
    }
  }
  return isEmpty ? undefined : drawn;
}

/** Numbers in a box that keep the constraints, near to what is preferred; nothing, when there are none. */
export function solve(
  box: Box,
  constraints: NumberConstraints,
  preferred: readonly number[],
): readonly number[] | undefined {
  let steps = 0;
  const search = (given: Box): Box | undefined => {
    if (steps++ > mostSteps) throw new BudgetExceeded(mostSteps, true);
    const left = tightened(given, constraints);
    if (left === undefined) return undefined;
    const place = left.findIndex(({ from, to }) => from < to);
    const interval = left[place];
    if (interval === undefined) return left;
    const { from, to, isWhole } = interval;
    const within = (range: Pick<Interval, "from" | "to">) =>
      search(left.map((each, index) => (index === place ? { ...range, isWhole } : each)));
    for (const value of numbersIn(interval, preferred[place] ?? from)) {
      const found = within({ from: value, to: value });
      if (found !== undefined) return found;
      if (!isWhole) continue;
      return (
        (value > from ? within({ from, to: value - 1 }) : undefined) ??
        (value < to ? within({ from: value + 1, to }) : undefined)
      );
    }
    return undefined;
  };
  return search(box)?.map(({ from }) => from);
}
