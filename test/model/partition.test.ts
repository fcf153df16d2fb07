import fc from "fast-check";
import { type Domain, defineFact, type FactValue, type Line, reading } from "plimsoll";
import { describe, expect, test } from "vitest";
import { lineHolds } from "../../src/conditions/index.js";
import { BudgetExceeded } from "../../src/diagrams/index.js";
import { partitionOf } from "../../src/model/cut.js";

const factOf = (domain: Domain) =>
  defineFact({
    question: "What?",
    domain,
    cost: 1,
    changeable: true,
    risk: "neither",
    answerAt: [],
    derive: () => reading.unknown,
  });

const levels = ["none", "low", "medium", "high"] as const;
const members = ["red", "green", "blue", "pink"];

const spellings = ["red", "RED", "green", "Green ", "gr\u200been", "pink", "ｐｉｎｋ", "another", "Another"];

const whole: Domain = { kind: "number", min: 0, max: 12, whole: true, unit: "things" };
const real: Domain = { kind: "number", min: 0, whole: false, unit: "times" };
const few = <Item>(items: readonly Item[]) => fc.subarray([...items], { minLength: 1 });
const ordered = (operand: fc.Arbitrary<unknown>) =>
  fc.oneof(
    ...["atLeast", "atMost", "above", "below"].map((operator) => operand.map((value) => ({ [operator]: value }))),
  );

/** Domains with lines through them, and values of them. */
const kinds: readonly (readonly [string, Domain, fc.Arbitrary<unknown>, fc.Arbitrary<FactValue>])[] = [
  [
    "whole numbers",
    whole,
    fc.oneof(
      ordered(fc.nat(12)),
      fc
        .tuple(fc.nat(12), fc.nat(12))
        .map(([one, other]) => ({ between: [Math.min(one, other), Math.max(one, other)] })),
    ),
    fc.nat(12),
  ],
  ["numbers", real, ordered(fc.constantFrom(0, 0.5, 1, 2.5, 3)), fc.double({ min: 0, max: 9, noNaN: true })],
  [
    "levels",
    { kind: "ordinal", levels },
    fc.oneof(
      ordered(fc.constantFrom(...levels)),
      fc.constantFrom(...levels).map((is) => ({ is })),
      few(levels).map((is) => ({ is })),
    ),
    fc.constantFrom(...levels),
  ],
  [
    "answers",
    { kind: "boolean" },
    fc.oneof(
      fc.boolean().map((is) => ({ is })),
      few([false, true]).map((is) => ({ is })),
    ),
    fc.boolean(),
  ],
  [
    "values without an order",
    { kind: "enum", values: levels },
    fc.oneof(
      fc.constantFrom(...levels).map((is) => ({ is })),
      few(levels).map((is) => ({ is })),
    ),
    fc.constantFrom(...levels),
  ],
  ...[true, false].map(
    (open) =>
      [
        open ? "open sets" : "sets",
        { kind: "set", members, open },
        fc.oneof(
          few(members).map((includesAny) => ({ includesAny })),
          few(members).map((includesAll) => ({ includesAll })),
          fc.boolean().map((isEmpty) => ({ isEmpty })),
          ordered(fc.nat(4)).map((size) => ({ size })),
        ),
        fc.subarray(open ? [...members, "violet"] : members),
      ] as const,
  ),
  [
    "names, however they are spelt",
    { kind: "set", members, open: true },
    fc.oneof(
      few(spellings).map((includesAny) => ({ includesAny })),
      few(spellings).map((includesAll) => ({ includesAll })),
      fc.boolean().map((isEmpty) => ({ isEmpty })),
      ordered(fc.nat(5)).map((size) => ({ size })),
    ),
    fc.subarray([...spellings, "violet"]),
  ],
];

describe.each(kinds)("%s", (_, domain, line, value) => {
  // The lines are made to fit their domain.
  const lines = fc.array(line, { maxLength: 4 }) as fc.Arbitrary<readonly Line[]>;
  const truths = (drawn: readonly Line[], each: FactValue) => drawn.map((one) => lineHolds(domain, one)(each));

  test("are in the cell of which all lines say the same", () => {
    fc.assert(
      fc.property(lines, value, (drawn, each) => {
        const { cells, cellOf } = partitionOf(factOf(domain), drawn);
        const cell = cells[cellOf(each)] ?? expect.fail();
        expect(truths(drawn, cell)).toEqual(truths(drawn, each));
        expect(cells.map(cellOf)).toEqual([...cells.keys()]);
      }),
    );
  });

  test("near others are inside the cell that is asked for, and stay where they are in it", () => {
    fc.assert(
      fc.property(lines, value, fc.nat(), (drawn, each, at) => {
        const { cells, cellOf, near } = partitionOf(factOf(domain), drawn);
        const cell = at % cells.length;
        const found = [...near(cell, each)];
        expect(found.map(cellOf)).toEqual(found.map(() => cell));
        expect(found.length).toBeGreaterThan(0);
        const [own = []] = near(cellOf(each), each);
        if (domain.kind !== "set") expect(own).toBe(each);
      }),
    );
  });

  test("are as far from each other as the fewest steps from cell to cell", () => {
    fc.assert(
      fc.property(lines, (drawn) => {
        const { cells, distance, next, more } = partitionOf(factOf(domain), drawn);
        for (const one of cells.keys()) {
          expect(distance(one, one)).toBe(0);
          for (const other of next(one)) expect(distance(one, other)).toBe(1);
          for (const other of more(one)) expect(distance(one, other)).toBeGreaterThan(0);
        }
      }),
    );
  });
});

test("sets with more members than can be told apart are too large", () => {
  const many = Array.from({ length: 16 }, (_, index) => `member ${index}`);
  const lines = many.map((member) => ({ includesAny: [member] }));
  expect(() => partitionOf(factOf({ kind: "set", members: many, open: false }), lines)).toThrow(BudgetExceeded);
});

test("members that are always named together are no more than one", () => {
  const many = Array.from({ length: 16 }, (_, index) => `member ${index}`);
  const { cells } = partitionOf(factOf({ kind: "set", members: many, open: true }), [{ includesAny: many }]);
  expect(cells).toHaveLength(2);
});

test("two spellings of a name are one member, shown as it is listed", () => {
  const lines: readonly Line[] = [{ includesAny: ["RED", "red "] }, { includesAll: ["Red", "violet"] }];
  const { cells, near, cellOf } = partitionOf(factOf({ kind: "set", members, open: true }), lines);
  expect(cells).toEqual([[], ["red"], ["red", "violet"]]);
  expect([...near(cellOf(["red"]), ["rEd", "VIOLET"])]).toEqual([["rEd"]]);
});

test("a name that stands for all that no line names is none that a line names", () => {
  const lines: readonly Line[] = [{ includesAny: ["Another"] }];
  const { cells, cellOf } = partitionOf(factOf({ kind: "set", members: [], open: true }), lines);
  expect(cells).toEqual([[], ["Another"]]);
  expect(cellOf(["yet another"])).toBe(0);
});
