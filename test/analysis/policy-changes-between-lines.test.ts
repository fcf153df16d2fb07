import type { Condition, Policy } from "plimsoll";
import { type Constraint, createAnalysis, diffPolicies } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { criterion, emptyPolicy, policyOf } from "../policy/a-policy.js";
import { tiny } from "./tiny-world.js";

/** Draws lines through the first of two facts, and then through the second, and lifts nothing. */
const drawing = (...lines: readonly Condition[]): Policy => ({
  ...emptyPolicy,
  criteria: [criterion({ all: lines }, { tier: "team" })],
});
const between = (fact: string, from: unknown, to: unknown) => ({ fact, between: [from, to] }) as Condition; // checked
const same = (fact: string, atMostFact: string): readonly Constraint[] => [
  { fact, atMostFact },
  { fact: atMostFact, atMostFact: fact },
];

type Row = readonly [
  what: string,
  lines: readonly Condition[],
  when: Condition,
  constraints: readonly Constraint[],
  told: readonly Condition[],
];

/** Regions are told by the later of two facts, where what binds it to the earlier one is enough. */
test.each<Row>([
  [
    "the first level, which the line does not tell from the last",
    [{ fact: "level", atMost: "none" }, between("depth", "some", "some")],
    { fact: "level", atMost: "none" },
    [{ fact: "level", atMostFact: "depth" }],
    [
      { fact: "depth", atMost: "none" },
      { fact: "level", atMost: "none" },
    ],
  ],
  [
    "the last level, which the line does not tell from the first",
    [{ fact: "level", atLeast: "much" }, between("depth", "some", "some")],
    { fact: "level", atLeast: "much" },
    same("level", "depth"),
    [{ fact: "depth", atLeast: "much" }],
  ],
  [
    "the first numbers, which two ranges do not tell from others",
    [between("people", 3, 4), between("people", 7, 8), between("sites", 3, 4), between("sites", 7, 8)],
    { fact: "people", below: 3 },
    same("people", "sites"),
    [{ fact: "sites", atMost: 2 }],
  ],
  [
    "the numbers between two ranges",
    [between("people", 3, 4), between("people", 7, 8), between("sites", 3, 4), between("sites", 7, 8)],
    between("people", 5, 6),
    same("people", "sites"),
    [
      {
        all: [
          { fact: "sites", atLeast: 5 },
          { fact: "sites", atMost: 6 },
        ],
      },
    ],
  ],
  [
    "the last numbers, which have no end",
    [between("people", 3, 4), between("people", 7, 8), between("sites", 3, 4), between("sites", 7, 8)],
    { fact: "people", above: 8 },
    same("people", "sites"),
    [{ fact: "sites", atLeast: 9 }],
  ],
])("the ends of a region are told where lines are not enough: %s", (_, lines, when, constraints, told) => {
  const diff = diffPolicies(createAnalysis(drawing(...lines), { ...tiny, constraints }), policyOf(when));
  expect(diff.verdict === "different" && diff.changes[0]?.regions.map((region) => region.when)).toEqual(told);
});

const below = (limit: number): Condition => ({ fact: "people", below: limit });
const people = (atLeast: number): Condition => ({ fact: "people", atLeast });

test.each<readonly [what: string, before: Policy, when: Condition, told: readonly Condition[]]>([
  [
    "by one fact rather than by two, of which the same is so",
    emptyPolicy,
    {
      any: [
        below(10),
        {
          all: [
            { fact: "outside", is: false },
            { fact: "level", atMost: "none" },
          ],
        },
      ],
    },
    [
      below(10),
      {
        all: [
          { fact: "outside", is: false },
          { fact: "level", atMost: "none" },
        ],
      },
    ],
  ],
  [
    "by the lines that leave the most in, whatever the order in which they are drawn",
    drawing(people(30), people(20)),
    { all: [people(10), { not: people(30) }] },
    [{ all: [{ not: people(30) }, people(10)] }],
  ],
  ["without a line that no value is beyond", emptyPolicy, { all: [people(0), people(10)] }, [people(10)]],
])("a region is told %s", (_, before, when, told) => {
  const diff = diffPolicies(createAnalysis(before, tiny), policyOf(when));
  expect(diff.verdict === "different" && diff.changes[0]?.regions.map((region) => region.when)).toEqual(told);
});
