import type { Constraint } from "plimsoll/analysis";
import { createAnalysis } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { anyTwo, apart, differs, drops, exists, neighbours, pairOf, risingPairs } from "../../src/analysis/pairs.js";
import { studyOf } from "../../src/analysis/study.js";
import type { Variable } from "../../src/model/index.js";
import { oneRule, ownFacts, ownPolicy, shown, shownBy } from "./own-facts.js";

const rules = oneRule({
  any: [
    { fact: "desks", between: [3, 5] },
    { fact: "guards", between: [3, 5] },
    { fact: "colour", is: "red" },
    { fact: "places", includesAny: ["north"] },
    { fact: "places", includesAny: ["south"] },
  ],
});

const studying = (constraints: readonly Constraint[] = []) =>
  studyOf(createAnalysis(ownPolicy(rules), { facts: ownFacts, constraints }))();

const variableOf = (name: string): readonly Variable[] =>
  studying().model.space.variables.filter((each) => each.name === name);

type Pairs = readonly (readonly [one: number, other: number])[];

// Desks and guards are cut into 0 to 2, 3 to 5, and 6 to 9; places into none, north, south, and both.
test.each<readonly [fact: string, rising: Pairs, steps: Pairs]>([
  [
    "desks",
    [
      [0, 1],
      [0, 2],
      [1, 2],
    ],
    [
      [0, 1],
      [1, 2],
    ],
  ],
  [
    "guards",
    [
      [1, 0],
      [2, 0],
      [2, 1],
    ],
    [
      [0, 1],
      [1, 2],
    ],
  ],
  [
    "colour",
    [],
    [
      [0, 1],
      [1, 0],
    ],
  ],
  [
    "places",
    [
      [0, 1],
      [0, 3],
      [0, 2],
      [1, 3],
      [2, 3],
    ],
    [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
    ],
  ],
])("of %s, the pairs with more risk, and those with one step between, are listed", (name, rising, steps) => {
  expect(variableOf(name).flatMap(risingPairs)).toEqual(rising);
  expect(variableOf(name).flatMap(neighbours)).toEqual(steps);
});

test("any two cells are listed, both ways", () => {
  expect(variableOf("colour").flatMap(anyTwo)).toEqual([
    [0, 1],
    [1, 0],
  ]);
  expect(variableOf("desks").flatMap(anyTwo)).toEqual([
    [0, 1],
    [0, 2],
    [1, 0],
    [1, 2],
    [2, 0],
    [2, 1],
  ]);
});

const interests = { exists, drops, differs, "apart by more than 1": apart(1) };

test.each<readonly [interest: keyof typeof interests, one: number, other: number, is: number]>([
  ["exists", 0, 0, 1],
  ["exists", 2, 0, 1],
  ["exists", -1, 0, 0],
  ["exists", 0, -1, 0],
  ["drops", 1, 0, 1],
  ["drops", 0, 1, 0],
  ["drops", 1, 1, 0],
  ["drops", 0, -1, 0],
  ["differs", 0, 1, 1],
  ["differs", 1, 0, 1],
  ["differs", 1, 1, 0],
  ["differs", 1, -1, 0],
  ["differs", -1, 1, 0],
  ["apart by more than 1", 0, 2, 1],
  ["apart by more than 1", 2, 0, 1],
  ["apart by more than 1", 0, 1, 0],
  ["apart by more than 1", 2, 1, 0],
  ["apart by more than 1", 2, -1, 0],
])("%s: of %i and %i it is %i", (interest, one, other, is) => {
  expect(interests[interest].combine(one, other)).toBe(is);
});

const noFewDesks: Constraint = { when: { fact: "desks", below: 3 }, implies: { fact: "desks", above: 5 } };

/** The two apps that are shown for some cells of a fact. */
function shownFor(name: string, pairs: Pairs, interest = differs, constraints: readonly Constraint[] = []) {
  const study = studying(constraints);
  const index = study.model.space.indexOf(name);
  return pairOf(study, study, study.tier, index, pairs, interest)?.map(shownBy);
}

const home = { desks: 0, guards: 6, colour: "green", places: [] };

test("the first of the pairs that is of interest is shown, the second app near to the first", () => {
  const one = shown({ ...home, desks: 3 }, "central");
  expect(
    shownFor("desks", [
      [0, 2],
      [1, 2],
      [1, 0],
    ]),
  ).toEqual([one, shown({ ...home, desks: 6 }, "team")]);
  expect(
    shownFor(
      "desks",
      [
        [1, 0],
        [1, 2],
      ],
      drops,
    ),
  ).toEqual([one, shown({ ...home, desks: 2 }, "team")]);
});

test("where no pair is of interest, none is shown", () => {
  expect(shownFor("desks", [[0, 2]])).toBeUndefined();
  expect(shownFor("desks", [])).toBeUndefined();
  expect(shownFor("desks", [[0, 1]], drops)).toBeUndefined();
  expect(shownFor("desks", [[0, 1]], exists, [noFewDesks])).toBeUndefined();
});
