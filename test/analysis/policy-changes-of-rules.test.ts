import type { Policy, Rubric } from "plimsoll";
import { type Constraint, createAnalysis, diffPolicies } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { criterion, emptyPolicy, policyOf, sign } from "../policy/a-policy.js";
import { ladder, tiny } from "./tiny-world.js";

const isRed = { fact: "colour", is: "red" } as const;
const isOutside = { fact: "outside", is: true } as const;
const people = (atLeast: number) => ({ fact: "people", atLeast });
const noMoreSitesThanPeople: Constraint = { fact: "sites", atMostFact: "people" };

/** From where to where apps are moved, and which. */
function movesOf(before: Policy, after: Policy) {
  const diff = diffPolicies(createAnalysis(before, { ...tiny, constraints: [noMoreSitesThanPeople] }), after);
  if (diff.verdict === "too-large") throw new Error(diff.message);
  return diff.verdict === "equivalent"
    ? diff.verdict
    : diff.changes.map(({ from, to, regions }) => [from, to, ...regions.map(({ words }) => words)]);
}

const laddered = (...criteria: readonly ReturnType<typeof criterion>[]): Policy => ({ ...ladder, criteria });
const lift = (id: string, tier: string, when: unknown) => criterion(when, { id, tier });
const signed = (when: unknown): Policy => ({
  ...policyOf({ all: [{ sign: "warned" }, isRed] }),
  signs: [sign("warned", when, { tier: "team" })],
});
const scored = (points: number): Policy => ({
  ...policyOf({ score: "risk", atLeast: 2 }),
  rubrics: [{ id: "risk", title: "Risk", items: [{ points, when: isOutside }] }] as readonly Rubric[],
});

test.each<readonly [what: string, before: Policy, after: Policy]>([
  ["when nothing changes", policyOf(people(10)), policyOf(people(10))],
  [
    "when rules change places",
    laddered(lift("one", "board", isRed), lift("two", "central", isOutside)),
    laddered(lift("two", "central", isOutside), lift("one", "board", isRed)),
  ],
  ["when a rule is told by another word", policyOf({ fact: "people", above: 9 }), policyOf(people(10))],
  [
    "when a rule comes that no app can keep",
    emptyPolicy,
    policyOf({ all: [{ fact: "sites", atLeast: 10 }, { not: people(10) }] }),
  ],
])("policies are equivalent %s", (_, before, after) => {
  expect(movesOf(before, after)).toBe("equivalent");
});

test.each<readonly [what: string, before: Policy, after: Policy]>([
  [
    "a rule comes that others hide",
    laddered(lift("one", "board", people(10))),
    laddered(lift("one", "board", people(10)), lift("two", "central", people(20))),
  ],
  ["a sign becomes a criterion", { ...emptyPolicy, signs: [sign("one", isRed)] }, policyOf(isRed)],
])("no app is moved, and other rules stand, when %s", (_, before, after) => {
  expect(movesOf(before, after)).toEqual([]);
});

const tenOrMore = "What of people? 10 people or more";

test.each<readonly [what: string, before: Policy, after: Policy, moves: readonly (readonly string[])[]]>([
  [
    "a rule goes beside one that stays",
    laddered(lift("one", "board", isOutside), lift("two", "central", people(10))),
    laddered(lift("one", "board", isOutside)),
    [["central", "team", "All of them"]],
  ],
  [
    "a rule goes that lifted higher than one that stays",
    laddered(lift("one", "board", people(10)), lift("two", "central", isOutside)),
    laddered(lift("two", "central", isOutside)),
    [
      ["board", "team", "What of outside? No"],
      ["board", "central", "What of outside? Yes"],
    ],
  ],
  [
    "a rule comes that lifts higher than one that stays",
    laddered(lift("two", "central", isOutside)),
    laddered(lift("two", "central", isOutside), lift("one", "board", people(10))),
    [
      ["team", "board", tenOrMore],
      ["central", "board", tenOrMore],
    ],
  ],
  [
    "a rule lifts to another tier",
    laddered(lift("one", "central", isRed)),
    laddered(lift("one", "board", isRed)),
    [["central", "board", "All of them"]],
  ],
  [
    "a sign changes that a rule asks for",
    signed(isOutside),
    signed(people(10)),
    [
      ["team", "central", "What of colour? Red; and What of people? 10 people or more"],
      ["central", "team", "What of people? Fewer than 10 people"],
    ],
  ],
  ["points change that a rule counts", scored(1), scored(2), [["team", "central", "What of outside? Yes"]]],
])("apps are moved when %s", (_, before, after, moves) => {
  expect(movesOf(before, after)).toEqual(moves);
});
