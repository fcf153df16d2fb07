import fc from "fast-check";
import { expect, test } from "vitest";
import type { NumberConstraints } from "../../src/bounds/constraints.js";
import { firstAbove, lastBelow, numbersIn } from "../../src/bounds/numbers.js";
import { type Box, solve } from "../../src/bounds/solve.js";
import { BudgetExceeded } from "../../src/diagrams/index.js";

const places = [0, 1, 2, 3];
const place = fc.constantFrom(...places);
const most = 4;

const constraintsArbitrary: fc.Arbitrary<NumberConstraints> = fc.record({
  atMost: fc.array(fc.tuple(place, place), { maxLength: 3 }),
  sums: fc.array(
    fc.record({
      left: fc.uniqueArray(place, { minLength: 1, maxLength: 2 }),
      right: fc.uniqueArray(place, { minLength: 1, maxLength: 2 }),
    }),
    { maxLength: 2 },
  ),
  excesses: fc.array(fc.record({ excess: place, more: place, than: place }), { maxLength: 3 }),
});

const boxArbitrary: fc.Arbitrary<Box> = fc.tuple(
  ...places.map(() =>
    fc.tuple(fc.nat(most), fc.nat(most)).map(([one, other]) => {
      return { from: Math.min(one, other), to: Math.max(one, other), isWhole: true };
    }),
  ),
);

const keeps = (numbers: readonly number[], { atMost, sums, excesses }: NumberConstraints) => {
  const valueAt = (at: number) => numbers[at] ?? 0;
  const sum = (row: readonly number[]) => row.reduce((total, at) => total + valueAt(at), 0);
  return (
    atMost.every(([lesser, greater]) => valueAt(lesser) <= valueAt(greater)) &&
    sums.every(({ left, right }) => sum(left) === sum(right)) &&
    excesses.every(({ excess, more, than }) => valueAt(excess) === Math.max(0, valueAt(more) - valueAt(than)))
  );
};

/** Every choice of whole numbers in a box. */
const all = (box: Box): readonly (readonly number[])[] =>
  box.reduce<readonly (readonly number[])[]>(
    (sofar, { from, to }) =>
      sofar.flatMap((row) => Array.from({ length: to - from + 1 }, (_, index) => [...row, from + index])),
    [[]],
  );

test("numbers that keep every constraint are found exactly when there are any", () => {
  fc.assert(
    fc.property(
      boxArbitrary,
      constraintsArbitrary,
      fc.tuple(...places.map(() => fc.nat(most))),
      (box, constraints, near) => {
        const found = solve(box, constraints, near);
        expect(found !== undefined).toBe(all(box).some((numbers) => keeps(numbers, constraints)));
        if (found === undefined) return;
        expect(keeps(found, constraints)).toBe(true);
        for (const [at, { from, to }] of box.entries()) {
          expect(found[at]).toBeGreaterThanOrEqual(from);
          expect(found[at]).toBeLessThanOrEqual(to);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test("numbers without an upper end are found as well", () => {
  const endless = { from: 0, to: Number.POSITIVE_INFINITY, isWhole: true };
  const five = { from: 5, to: 5, isWhole: true };
  const constraints = { atMost: [], sums: [{ left: [0, 1], right: [2] }], excesses: [] };
  expect(solve([endless, five, endless], constraints, [3, 0, 0])).toEqual([3, 5, 8]);
});

test("a search that could go on for ever ends", () => {
  const endless = { from: 0, to: Number.POSITIVE_INFINITY, isWhole: true };
  const one = { from: 1, to: 1, isWhole: true };
  // Twice a number, and twice another and one: never the same, however far one looks.
  const constraints = { atMost: [], sums: [{ left: [0, 0], right: [1, 1, 2] }], excesses: [] };
  expect(() => solve([endless, endless, one], constraints, [])).toThrow(BudgetExceeded);
});

test("numbers that would each be more than the next, and the last more than the first, are not looked for for ever", () => {
  const endless = { from: 0, to: Number.POSITIVE_INFINITY, isWhole: true };
  const some = { ...endless, from: 1 };
  const excesses = [
    { excess: 0, more: 3, than: 4 },
    { excess: 1, more: 4, than: 5 },
    { excess: 2, more: 5, than: 3 },
  ];
  const constraints = { atMost: [], sums: [], excesses };
  expect(solve([some, some, some, endless, endless, endless], constraints, [])).toBeUndefined();
  expect(solve([some, some, endless, endless, endless, endless], constraints, [])).toEqual([1, 1, 0, 2, 1, 0]);
});

test("numbers that need not be whole keep their order", () => {
  const box = [
    { from: 0.5, to: 9, isWhole: false },
    { from: 0, to: 2.25, isWhole: false },
  ];
  const [lesser = 0, greater = 0] = solve(box, { atMost: [[0, 1]], sums: [], excesses: [] }, [7, 1]) ?? expect.fail();
  expect(lesser).toBeLessThanOrEqual(greater);
});

test("between a number and the first above it there is none", () => {
  fc.assert(
    fc.property(fc.double({ min: -1e300, max: 1e300, noNaN: true }), (number) => {
      const above = firstAbove(number, false);
      expect(above).toBeGreaterThan(number);
      expect([number, above]).toContain((number + above) / 2 || number);
      expect(lastBelow(above, false)).toBe(number === 0 ? 0 : number);
    }),
  );
});

test("numbers with few digits come first", () => {
  const [first] = numbersIn({ from: firstAbove(5, false), to: 5.25, isWhole: false }, 1);
  expect(first).toBe(5.1);
});
