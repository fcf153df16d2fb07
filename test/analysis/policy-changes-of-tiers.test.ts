import type { Policy } from "plimsoll";
import { comparePolicies, createAnalysis, diffPolicies } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { criterion, emptyPolicy, policyOf } from "../policy/a-policy.js";
import { shown, tiny } from "./tiny-world.js";

const people = (atLeast: number) => ({ fact: "people", atLeast });
const lift = (tier: string, atLeast: number) => criterion(people(atLeast), { id: tier, tier });

/** A policy of some tiers, the lowest first. */
const tiered = (ids: readonly string[], ...criteria: readonly ReturnType<typeof lift>[]): Policy => ({
  ...emptyPolicy,
  tiers: ids.map((id) => ({ id, title: id, advice: "Go on." })),
  criteria,
});
const two = ["team", "central"] as const;

/** From where to where apps are moved, and which. */
function movesOf(before: Policy, after: Policy) {
  const diff = diffPolicies(createAnalysis(before, tiny), after);
  if (diff.verdict !== "different") return diff.verdict;
  return diff.changes.map(({ from, to, regions }) => [from, to, ...regions.map(({ words }) => words)]);
}

test.each<readonly [what: string, before: Policy, after: Policy, moves: unknown]>([
  [
    "nowhere, when a tier comes that no rule leads to",
    tiered(two, lift("central", 10)),
    tiered(["team", "board", "central"], lift("central", 10)),
    "equivalent",
  ],
  [
    "nowhere, when a tier goes that no rule leads to",
    tiered(["team", "board", "central"], lift("central", 10)),
    tiered(two, lift("central", 10)),
    "equivalent",
  ],
  [
    "nowhere, when tiers change places above which no app is",
    tiered(["team", "central", "board"], lift("board", 10)),
    tiered(["team", "board", "central"], lift("board", 10)),
    "equivalent",
  ],
  [
    "nowhere, when tiers have other words",
    tiered(two, lift("central", 10)),
    { ...tiered(two, lift("central", 10)), tiers: emptyPolicy.tiers },
    "equivalent",
  ],
  ["nowhere, when a rule has another name", tiered(two, lift("central", 10)), policyOf(people(10)), []],
  [
    "into a tier that only the later policy has",
    tiered(two, lift("central", 10)),
    tiered(["team", "board"], lift("board", 10)),
    [["central", "board", "All of them"]],
  ],
  [
    "into a tier that came between",
    tiered(two, lift("central", 10)),
    tiered(["team", "board", "central"], lift("board", 10), lift("central", 20)),
    [["central", "board", "What of people? Fewer than 20 people"]],
  ],
  [
    "into a new lowest tier",
    tiered(two, lift("central", 10)),
    tiered(["alone", ...two], lift("central", 10)),
    [["team", "alone", "All of them"]],
  ],
  [
    "out of a tier that only the earlier policy has",
    tiered(["team", "central", "board"], lift("board", 10)),
    tiered(two, lift("central", 10)),
    [["board", "central", "All of them"]],
  ],
  [
    "to what was the higher tier, when the two change places",
    tiered(two),
    tiered(["central", "team"]),
    [["team", "central", "All of them"]],
  ],
  [
    "each to the other tier, when the two change places around a rule",
    tiered(two, lift("central", 10)),
    tiered(["central", "team"], lift("team", 10)),
    [
      ["team", "central", "All of them"],
      ["central", "team", "All of them"],
    ],
  ],
])("apps are moved %s", (_, before, after, moves) => {
  expect(movesOf(before, after)).toEqual(moves);
});

test("many policies are each held against the first", () => {
  const others = [
    policyOf({ fact: "people", above: 9 }),
    policyOf(people(5)),
    emptyPolicy,
    tiered(["team", "board"], lift("board", 10)),
    policyOf({ any: [people(10), { fact: "level", is: "much" }] }),
  ];
  expect(comparePolicies(createAnalysis(policyOf(people(10)), tiny), others)).toEqual([
    { verdict: "equivalent" },
    { verdict: "different", witness: shown({ people: 5, level: "none" }, "team"), afterwards: "central" },
    { verdict: "different", witness: shown({ people: 10, level: "none" }, "central"), afterwards: "team" },
    { verdict: "different", witness: shown({ people: 10, level: "none" }, "central"), afterwards: "board" },
    { verdict: "different", witness: shown({ people: 0, level: "much" }, "team"), afterwards: "central" },
  ]);
});

test("no policies, no answers", () => {
  expect(comparePolicies(createAnalysis(policyOf(people(10)), tiny), [])).toEqual([]);
});

test("of many policies those are too large that the budget does not allow", () => {
  const others = [
    policyOf({ fact: "people", above: 9 }),
    policyOf({ all: [people(10), { fact: "level", atLeast: "some" }] }),
  ];
  const verdictsWith = (budget: number) =>
    comparePolicies(createAnalysis(policyOf(people(10)), { ...tiny, budget }), others).map(({ verdict }) => verdict);
  const told = Array.from({ length: 40 }, (_, budget) => verdictsWith(budget).join(", "));
  expect([...new Set(told)]).toEqual(["too-large, too-large", "equivalent, too-large", "equivalent, different"]);
  expect(comparePolicies(createAnalysis(policyOf(people(10)), { ...tiny, budget: 1 }), others)[1]).toEqual({
    verdict: "too-large",
    message: "This takes more than its budget of 1 allows. Give it a larger budget, or ask about fewer rules at once.",
  });
});
