import { expect, test } from "vitest";
import { numbersIn } from "../../src/bounds/numbers.js";

const above = (from: number, isWhole: boolean) => ({ from, to: Number.POSITIVE_INFINITY, isWhole });

test.each([
  ["that need not be whole, the end when it has few digits", above(1.25, false), 0, [1.25, 2, 1.3]],
  ["that need not be whole, the one that is near first", above(1.25, false), 1.4, [1.4, 1.25, 2]],
  ["that need not be whole, others when the end has many digits", above(2.5000000000000004, false), 0, [3, 2.6, 2.51]],
  ["that are whole, the nearest", above(3, true), 0, [3]],
])("of numbers without an end %s: each of them is a number", (_, interval, near, first) => {
  const found = [...numbersIn(interval, near)];
  expect([...new Set(found)].slice(0, 3)).toEqual(first);
  expect(found.every(Number.isFinite)).toBe(true);
});
