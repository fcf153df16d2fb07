import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BudgetExceeded,
  cheapest,
  createDiagrams,
  type Diagram,
  type Diagrams,
  either,
  fold,
  highest,
  isAnywhere,
  lower,
  map,
  type Operation,
  valuesOf,
  variablesOf,
  walk,
} from "../../src/diagrams/index.js";

const widths = [2, 3, 4, 2];

/** Every choice of a cell for each variable. */
const points: readonly (readonly number[])[] = widths.reduce<readonly (readonly number[])[]>(
  (sofar, width) => sofar.flatMap((point) => Array.from({ length: width }, (_, cell) => [...point, cell])),
  [[]],
);

/** A diagram that comes to a given value at each point. */
function diagramOf(diagrams: Diagrams, values: readonly number[]): Diagram {
  const build = (variable: number, from: number, size: number): Diagram => {
    const width = widths[variable];
    if (width === undefined) return diagrams.constant(values[from] ?? 0);
    const part = size / width;
    return diagrams.choice(
      variable,
      Array.from({ length: width }, (_, cell) => build(variable + 1, from + cell * part, part)),
    );
  };
  return build(0, 0, points.length);
}

const valueAt = (diagrams: Diagrams, diagram: Diagram, point: readonly number[]) =>
  diagrams.endOf(point.reduce((node, cell, variable) => diagrams.branch(node, variable, cell), diagram));

const functions = fc.array(fc.nat(3), { minLength: points.length, maxLength: points.length });
const booleans = fc.array(fc.nat(1), { minLength: points.length, maxLength: points.length });

test("a diagram says what it was made to say, and equal functions are the same node", () => {
  fc.assert(
    fc.property(functions, (values) => {
      const diagrams = createDiagrams(widths, 100_000);
      const diagram = diagramOf(diagrams, values);
      expect(points.map((point) => valueAt(diagrams, diagram, point))).toEqual(values);
      expect(diagramOf(diagrams, values)).toBe(diagram);
      expect(valuesOf(diagrams, diagram)).toEqual([...new Set(values)].sort((one, other) => one - other));
    }),
  );
});

const plus: Operation = { combine: (one, other) => one + other, neutral: 0 };

test.each<[string, Operation, typeof functions]>([
  ["the higher rank", highest, functions],
  ["a sum", plus, functions],
  ["both", lower, booleans],
  ["either", either, booleans],
])("%s of two diagrams is that at each point", (_, operation, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, arbitrary, (one, other) => {
      const diagrams = createDiagrams(widths, 100_000);
      const joined = diagrams.apply(operation, diagramOf(diagrams, one), diagramOf(diagrams, other));
      const expected = one.map((value, index) => operation.combine(value, other[index] ?? 0));
      expect(joined).toBe(diagramOf(diagrams, expected));
    }),
  );
});

test("a fold in halves is a fold", () => {
  fc.assert(
    fc.property(fc.array(functions, { maxLength: 6 }), (rows) => {
      const diagrams = createDiagrams(widths, 100_000);
      const folded = fold(
        diagrams,
        highest,
        rows.map((values) => diagramOf(diagrams, values)),
        0,
      );
      expect(folded).toBe(
        diagramOf(
          diagrams,
          points.map((_, index) => Math.max(0, ...rows.map((values) => values[index] ?? 0))),
        ),
      );
    }),
  );
});

test("the ends of a diagram can be changed", () => {
  fc.assert(
    fc.property(functions, (values) => {
      const diagrams = createDiagrams(widths, 100_000);
      const changed = map(diagrams, diagramOf(diagrams, values), (value) => value % 2);
      expect(changed).toBe(
        diagramOf(
          diagrams,
          values.map((value) => value % 2),
        ),
      );
    }),
  );
});

test("a diagram asks exactly the variables that matter", () => {
  fc.assert(
    fc.property(fc.oneof(functions, booleans), fc.nat(widths.length - 1), (values, ignored) => {
      const diagrams = createDiagrams(widths, 100_000);
      const told = points.map((point) =>
        points.findIndex((other) =>
          other.every((cell, variable) => cell === (variable === ignored ? 0 : point[variable])),
        ),
      );
      const diagram = diagramOf(
        diagrams,
        told.map((index) => values[index] ?? 0),
      );
      expect(variablesOf(diagrams, diagram)).not.toContain(ignored);
    }),
  );
});

test("the cheapest way to a value is as cheap as the cheapest of all ways", () => {
  const costs = fc.tuple(...widths.map((width) => fc.array(fc.nat(9), { minLength: width, maxLength: width })));
  fc.assert(
    fc.property(functions, costs, (values, given) => {
      const diagrams = createDiagrams(widths, 100_000);
      const diagram = diagramOf(diagrams, values);
      const costOf = (point: readonly number[]) =>
        point.reduce((sum, cell, variable) => sum + (given[variable]?.[cell] ?? 0), 0);
      const found = cheapest(diagrams, diagram, (value) => value === 3, given);
      const all = points.filter((_, index) => values[index] === 3).map(costOf);
      expect(found === undefined).toBe(all.length === 0);
      if (found === undefined) return;
      expect(valueAt(diagrams, diagram, found)).toBe(3);
      expect(costOf(found)).toBe(Math.min(...all));
    }),
  );
});

test("a walk sees every node once, its branches first", () => {
  const diagrams = createDiagrams(widths, 100_000);
  const diagram = diagramOf(
    diagrams,
    points.map(([first = 0, , , last = 0]) => first * last),
  );
  const seen: number[] = [];
  const count = walk<number>(diagrams, {
    ending: () => 1,
    node: (variable, branches) => {
      seen.push(variable);
      return branches.reduce((sum, each) => sum + each, 0);
    },
  })(diagram);
  expect(seen).toEqual([3, 0]);
  expect(count).toBe(3);
});

describe("a store that is full", () => {
  test("says so, with its budget", () => {
    const diagrams = createDiagrams(widths, 5);
    const make = () =>
      diagramOf(
        diagrams,
        points.map((_, index) => index),
      );
    expect(make).toThrow(BudgetExceeded);
    expect(make).toThrow(expect.objectContaining({ budget: 5 }));
  });

  test("has grown before as far as it may", () => {
    const many = new Array(14).fill(2);
    const diagrams = createDiagrams(many, 100_000);
    const sum = many.reduce<Diagram>(
      (sofar, _, variable) =>
        diagrams.apply(
          plus,
          sofar,
          diagrams.choice(variable, [diagrams.constant(0), diagrams.constant(2 ** variable)]),
        ),
      diagrams.constant(0),
    );
    expect(valuesOf(diagrams, sum)).toHaveLength(2 ** 14);
  });
});

test("what is sought of several diagrams at once is found exactly where there is a point of it", () => {
  fc.assert(
    fc.property(fc.array(functions, { minLength: 1, maxLength: 3 }), fc.nat(3), (rows, sought) => {
      const diagrams = createDiagrams(widths, 100_000);
      const both = rows.map((values) => ({
        diagram: diagramOf(diagrams, values),
        isSought: (value: number) => value >= sought,
      }));
      const nodes = diagrams.size();
      expect(isAnywhere(diagrams, both)).toBe(
        points.some((_, index) => rows.every((values) => (values[index] ?? 0) >= sought)),
      );
      expect(diagrams.size()).toBe(nodes);
    }),
  );
});

test("what is not found in so many steps is taken to be nowhere", () => {
  const diagrams = createDiagrams(widths, 100_000);
  const last = diagramOf(
    diagrams,
    points.map((_, index) => Number(index === points.length - 1)),
  );
  const sought = [{ diagram: last, isSought: (value: number) => value === 1 }];
  expect(isAnywhere(diagrams, sought)).toBe(true);
  expect(isAnywhere(diagrams, sought, widths.length - 1)).toBe(false);
});
