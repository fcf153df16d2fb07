import { at } from "../diagrams/index.js";
import type { NumberConstraints } from "./constraints.js";
import type { Interval } from "./numbers.js";

/** Draws the ends of the number at a place. */
export type Draw = (place: number, from: number, to: number) => void;

/** Draws together the ends of numbers of which one is by how much another is more than a third. */
export function drawExcesses(box: readonly Interval[], { excesses }: NumberConstraints, draw: Draw): void {
  for (const { excess, more, than } of excesses) {
    const [greater, lesser] = [at(box, more), at(box, than)];
    draw(excess, Math.max(0, greater.from - lesser.to), Math.max(0, greater.to - lesser.from));
    const { from, to } = at(box, excess);
    draw(more, Number.NEGATIVE_INFINITY, lesser.to + to);
    draw(than, greater.from - to, Number.POSITIVE_INFINITY);
    if (from <= 0) continue;
    draw(more, lesser.from + from, Number.POSITIVE_INFINITY);
    draw(than, Number.NEGATIVE_INFINITY, greater.to - from);
  }
}

/**
 * Whether some numbers would each have to be more than the next, and the last one more than the first: to draw their ends together would
 * never come to an end.
 */
export function isCircle(box: readonly Interval[], { excesses, atMost }: NumberConstraints): boolean {
  const steps = excesses.flatMap(({ excess, more, than }) => {
    const { from, to } = at(box, excess);
    return [
      ...(from > 0 ? [{ lesser: than, greater: more, by: from }] : []),
      ...(Number.isFinite(to) ? [{ lesser: more, greater: than, by: -to }] : []),
    ];
  });
  const all = [...steps, ...atMost.map(([lesser, greater]) => ({ lesser, greater, by: 0 }))];
  const least = new Map<number, number>();
  // Along a way without circles, no number is passed twice.
  for (let round = 0; round <= box.length; round++) {
    let isMoving = false;
    for (const { lesser, greater, by } of all) {
      const next = (least.get(lesser) ?? 0) + by;
      if (next <= (least.get(greater) ?? 0)) continue;
      least.set(greater, next);
      isMoving = true;
    }
    if (!isMoving) return false;
  }
  return true;
}
