import type { FactValue, Policy } from "plimsoll";
import type { Analysis, Constraint } from "plimsoll/analysis";
import { independencePairs } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { limitedTiers, sign } from "../policy/a-policy.js";
import { analysisOf, lifting, oneRule } from "./own-facts.js";

const desks = { fact: "desks", atLeast: 5 } as const;
const seats = { fact: "seats", atLeast: 5 } as const;
const open = { fact: "open", is: true } as const;

/** What some facts of an app are, in the order in which they are named, and its tier. */
type Row = readonly (FactValue | undefined)[];
type Shown = readonly [place: string, names: string, so: Row, notSo: Row] | readonly [place: string, pair: null];

const appIn = (names: string, row: Row): object =>
  Object.fromEntries([...names.split(" "), "tier"].map((name, index) => [name, row[index]]));

const pairIn = ([place, names, so = [], notSo = []]: Shown) =>
  names === null ? [place, null] : [place, appIn(names, so), appIn(names, notSo)];

function expectPairs(analysis: Analysis, pairs: readonly Shown[]): void {
  const told = independencePairs(analysis);
  const conditions = told.verdict === "exact" ? told.conditions : [];
  const found = conditions.map(({ rule, pointer, pair }) => {
    return [`${rule} ${pointer}`, ...(pair ?? [null]).map((app) => app && { ...app.facts, tier: app.tier })];
  });
  expect(found).toEqual(pairs.map(pairIn));
}

const when = "rule /criteria/0/when";

test.each<readonly [condition: object, pairs: readonly Shown[]]>([
  [desks, [[when, "desks", [5, "central"], [4, "team"]]]],
  [{ not: desks }, [[`${when}/not`, "desks", [5, "team"], [4, "central"]]]],
  [
    { all: [desks, open] },
    [
      [`${when}/all/0`, "desks open", [5, true, "central"], [4, true, "team"]],
      [`${when}/all/1`, "desks open", [5, true, "central"], [5, false, "team"]],
    ],
  ],
  [
    { any: [desks, { not: open }] },
    [
      [`${when}/any/0`, "desks open", [5, true, "central"], [4, true, "team"]],
      [`${when}/any/1/not`, "desks open", [0, true, "team"], [0, false, "central"]],
    ],
  ],
  [
    { any: [desks, { all: [desks, open] }] },
    [
      [`${when}/any/0`, "desks open", [5, false, "central"], [4, false, "team"]],
      [`${when}/any/1/all/1`, null],
    ],
  ],
  [
    { count: [desks, seats, open], atLeast: 2 },
    [
      [`${when}/count/0`, "desks seats open", [5, 0, true, "central"], [4, 0, true, "team"]],
      [`${when}/count/1`, "desks seats open", [0, 5, true, "central"], [0, 4, true, "team"]],
      [`${when}/count/2`, "desks seats open", [0, 5, true, "central"], [0, 5, false, "team"]],
    ],
  ],
  [
    {
      score: [
        { points: 2, when: desks },
        { points: -1, when: open },
      ],
      atLeast: 1,
    },
    [
      [`${when}/score/0/when`, "desks open", [5, false, "central"], [4, false, "team"]],
      [`${when}/score/1/when`, null],
    ],
  ],
])("in the rule %j, each condition has a pair of apps that shows that it decides", (condition, pairs) => {
  expectPairs(analysisOf(oneRule(condition)), pairs);
});

test("what exempts from a rule decides, too", () => {
  expectPairs(analysisOf(oneRule(desks, { unless: open })), [
    [when, "desks open", [5, false, "central"], [4, false, "team"]],
    ["rule /criteria/0/unless", "desks open", [5, true, "team"], [5, false, "central"]],
  ]);
});

test("what a limit asks stands where the limit does", () => {
  const tiers = limitedTiers({ fact: "desks", atMost: 4 });
  expectPairs(analysisOf({ tiers }), [["limit /tiers/0/limits/0/holds", "desks", [0, "team"], [5, "central"]]]);
});

test("a sign is one condition in the rules that refer to it", () => {
  const rules: Partial<Policy> = {
    signs: [sign("door", open)],
    criteria: [lifting("busy", "experts", { all: [{ sign: "door" }, desks] })],
  };
  expectPairs(analysisOf(rules), [
    ["busy /criteria/0/when/all/0", "open desks", [true, 5, "experts"], [false, 5, "team"]],
    ["busy /criteria/0/when/all/1", "open desks", [true, 5, "experts"], [true, 4, "central"]],
    ["door /signs/0/when", "open desks", [true, 0, "central"], [false, 0, "team"]],
  ]);
});

test("a condition is told with its pair", () => {
  const told = independencePairs(analysisOf(oneRule(desks)));
  expect(told).toMatchObject({
    verdict: "exact",
    conditions: [{ rule: "rule", pointer: "/criteria/0/when", condition: desks }],
  });
});

const either = {
  any: [{ all: [open, desks] }, { all: [{ not: open }, seats] }],
};

const byDesks: Shown = [`${when}/any/0/all/1`, "open desks seats", [true, 5, 0, "central"], [true, 4, 0, "team"]];
const bySeats: Shown = [`${when}/any/1/all/1`, "open desks seats", [false, 0, 5, "central"], [false, 0, 4, "team"]];
const isClosed = { fact: "open", is: false } as const;

test.each<readonly [constraint: Constraint, pairs: readonly Shown[]]>([
  [
    { when: isClosed, implies: { fact: "desks", below: 5 } },
    [[`${when}/any/0/all/0`, "open desks seats", [true, 0, 5, "team"], [false, 0, 5, "central"]], byDesks, bySeats],
  ],
  [
    { when: isClosed, implies: seats },
    [
      [`${when}/any/0/all/0`, "open desks seats", [true, 0, 5, "team"], [false, 0, 5, "central"]],
      byDesks,
      [`${when}/any/1/all/1`, null],
    ],
  ],
  [
    { when: open, implies: { fact: "seats", below: 5 } },
    [[`${when}/any/0/all/0`, "open desks seats", [true, 5, 0, "central"], [false, 5, 0, "team"]], byDesks, bySeats],
  ],
])("when %j, the pairs are of apps that can be", (constraint, pairs) => {
  expectPairs(analysisOf(oneRule(either), { constraints: [constraint] }), pairs);
});

test("a condition that cannot be otherwise has no pair", () => {
  const constraints: readonly Constraint[] = [
    { when: seats, implies: open },
    { when: { fact: "seats", below: 5 }, implies: open },
  ];
  expectPairs(analysisOf(oneRule({ all: [desks, open] }), { constraints }), [
    [`${when}/all/0`, "desks open seats", [5, true, 0, "central"], [4, true, 0, "team"]],
    [`${when}/all/1`, null],
  ]);
});

test("pairs that take more than the budget are not looked for", () => {
  expect(independencePairs(analysisOf(oneRule(either), { budget: 6 }))).toMatchObject({ verdict: "too-large" });
});
