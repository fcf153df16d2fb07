import { expect, test } from "vitest";
import { numbersIn } from "../../src/model/numbers.js";

const above = (from: number, isWhole: boolean) => ({ from, to: Number.POSITIVE_INFINITY, isWhole });

test.each([
  ["that need not be whole, the ones with few digits first", above(1.25, false), 0, [2, 1.3, 1.25]],
  ["that need not be whole, the one that is near first", above(1.25, false), 1.4, [1.4, 2, 1.3]],
  ["that are whole, the nearest", above(3, true), 0, [3]],
])("of numbers without an end %s: each of them is a number", (_, interval, near, first) => {
  const found = [...numbersIn(interval, near)];
  expect([...new Set(found)].slice(0, 3)).toEqual(first);
  expect(found.every(Number.isFinite)).toBe(true);
});
