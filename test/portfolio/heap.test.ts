import fc from "fast-check";
import { expect, test } from "vitest";
import { keepFirst } from "../../src/portfolio/heap.js";

const byNumber = (one: number, other: number) => one - other;

test("what is kept is the beginning of everything, sorted", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 20 })), fc.nat(12), (items, most) => {
      const first = keepFirst(most, byNumber);
      for (const item of items) first.add(item);
      expect(first.kept()).toEqual([...items].sort(byNumber).slice(0, most));
    }),
    { numRuns: 1000 },
  );
});

test("without a limit, everything is kept", () => {
  const first = keepFirst(Number.POSITIVE_INFINITY, byNumber);
  for (const item of [3, 1, 2]) first.add(item);
  expect(first.kept()).toEqual([1, 2, 3]);
});

test("a long stream is compared about once each, once the first have been seen", () => {
  let comparisons = 0;
  const first = keepFirst<number>(10, (one, other) => {
    comparisons++;
    return one - other;
  });
  for (let item = 0; item < 10_000; item++) first.add(item);
  expect(comparisons).toBeLessThan(10_200);
  expect(first.kept()).toHaveLength(10);
});
