import { type Condition, type FactCondition, standardFacts } from "plimsoll";
import {
  type Analysable,
  type Constraint,
  createAnalysis,
  nextQuestions,
  type Priors,
  removableFacts,
  sensitivity,
} from "plimsoll/analysis";
import { expect, test } from "vitest";
import { outlooks } from "../../src/analysis/outlook.js";
import { shareOf, unaskedOf, weigherOf, weightsOf } from "../../src/analysis/weights.js";
import { createModel, spaceFor } from "../../src/model/index.js";
import { emptyPolicy, policyOf } from "../policy/a-policy.js";
import { appTelling, refusalOf } from "./own-facts.js";

const guests = { fact: "outsideUsers", is: true };
const daily = { fact: "dailyDependence", is: true };
const legal = { fact: "legalConsequences", is: true };
const wide = { fact: "departments", atLeast: 3 };
const both: Condition = { any: [guests, daily] };

type Range = readonly [when: Priors[string][number]["when"], weight: number];
const weighing = (fact: string, ...given: readonly Range[]): Priors => ({
  [fact]: given.map(([when, weight]) => ({ when, weight })),
});
const ranges = (...given: readonly Range[]) => weighing("departments", ...given);
const oftener = (fact: string, weight: number) => weighing(fact, [{ is: true }, weight], [{ is: false }, 1]);
const [below, above] = [{ below: 5 }, { atLeast: 5 }];

const guestsMeanDaily: Constraint = { when: guests, implies: daily };
const always: readonly Constraint[] = [guestsMeanDaily, { when: daily, implies: guests }];

const weightIs = (weight: number) => `A weight is a whole number, 0 or more; this one is ${weight}.`;
const gaps = "These ranges leave out values, or take them in twice. Let them take in every value once.";
const unknownFact = 'There is no fact "department" to ask about. Did you mean "departments"?';
const unfit = '"is" does not fit "departments", which is a number. Valid here: atLeast, atMost, above, below, between.';

test.each<readonly [what: string, priors: Priors, place: string, code: string, message: string | undefined]>([
  ["of a fact that is not there", { department: [] }, "/department", "unknown-reference", unknownFact],
  [
    "that weigh less than nothing",
    ranges([below, 1], [above, -1]),
    "/departments/1/weight",
    "out-of-range",
    weightIs(-1),
  ],
  ["with a fraction", ranges([below, 0.5]), "/departments/0/weight", "out-of-range", weightIs(0.5)],
  ["too large to be counted", ranges([below, 2 ** 53]), "/departments/0/weight", "out-of-range", weightIs(2 ** 53)],
  ["that leave out values", ranges([above, 1]), "/departments", "contradiction", gaps],
  ["that take in values twice", ranges([above, 1], [{ atLeast: 0 }, 1]), "/departments", "contradiction", gaps],
  [
    "whose range does not fit",
    ranges([below, 1], [{ is: true }, 1]),
    "/departments/1/when/is",
    "unfit-operator",
    unfit,
  ],
])("priors %s are refused", (_, priors, place, code, message) => {
  const refused = { code: "invalid-question", problems: [{ pointer: `/priors${place}`, code, message }] };
  expect(refusalOf(() => sensitivity(policyOf(wide), { priors }))).toMatchObject(refused);
  expect(refusalOf(() => nextQuestions(appTelling({}), policyOf(wide), { priors }))).toMatchObject(refused);
});

const onlyFacts = {
  facts: standardFacts,
  ofHarmless: standardFacts,
  constraints: [],
  spellOut: <Given>(policy: Given) => policy,
};
const past = { atLeast: 9 };
const modelOf = (when: Condition, lines: readonly FactCondition[] = []) =>
  createModel(spaceFor([policyOf(when)], onlyFacts), { ...onlyFacts, budget: 1000 }).refine(lines).model;

test.each<readonly [what: string, lines: readonly number[], priors: Priors, weights: readonly bigint[]]>([
  ["nothing said of them", [5, 7], {}, [1n, 1n, 1n, 1n]],
  ["one range for each", [], ranges([{ below: 3 }, 4], [{ atLeast: 3 }, 0]), [4n, 0n]],
  ["ranges of other sizes", [5, 7, 9], ranges([below, 1], [{ between: [5, 8] }, 3], [past, 5]), [2n, 2n, 6n, 6n, 20n]],
  ["a range of no values", [], ranges([{ below: 0 }, 9], [{ atLeast: 0 }, 6]), [6n, 6n]],
])("cells with %s share the weight of their range", (_, lines, priors, weights) => {
  const cut = lines.map((atLeast) => ({ fact: "departments", atLeast }));
  expect(weightsOf(modelOf(wide, cut), priors)).toEqual([weights]);
});

test("variables of which nothing is asked weigh as much as all their cells, one variable by another", () => {
  const unasked = unaskedOf([[1n, 2n], [2n], [3n, 4n]]);
  const weights = [0, 1, 2, 3].map((from) => [0, 1, 2, 3].slice(from).map((to) => unasked(from, to)));
  expect(weights).toEqual([[1n, 3n, 6n, 42n], [1n, 2n, 14n], [1n, 7n], [1n]]);
  expect([unasked(0, 3), unasked(1, 3)]).toEqual([42n, 14n]);
});

test.each<readonly [what: string, when: Condition, weight: bigint]>([
  ["one fact or the other", both, 11n],
  ["one fact and the other", { all: [guests, daily] }, 6n],
  ["nothing", { all: [guests, { not: guests }] }, 0n],
  ["anything", { any: [guests, { not: guests }] }, 12n],
])("apps in which there is %s are weighed", (_, when, weight) => {
  const model = modelOf(both);
  const weights = weightsOf(model, { ...oftener("outsideUsers", 2), ...oftener("dailyDependence", 3) });
  const sought = model.compiler.condition(when, emptyPolicy);
  expect(weigherOf(model, weights, (value) => value === 1)(sought)).toBe(weight);
});

const twoOfThree: Condition = { count: [guests, daily, legal], atLeast: 2 };

function aheadOf(when: Condition, first: readonly bigint[]) {
  const model = modelOf(twoOfThree);
  const tier = model.within(model.compile(policyOf(when)).rank);
  const ahead = outlooks(model, tier, [first, [1n, 3n], [1n, 4n]]);
  return ahead.map((cells) => [...cells.map(({ weight }) => weight), cells.map(({ settles }) => settles)]);
}

const [open, settled] = [
  [false, false],
  [true, true],
];

test.each<readonly [what: string, when: Condition, second: typeof open]>([
  ["two of three facts", twoOfThree, open],
  ["the second fact", daily, settled],
])("each answer weighs as much as the apps of which it is so, where %s may decide", (_, when, second) => {
  expect(aheadOf(when, [1n, 2n])).toEqual([
    [20n, 40n, open],
    [15n, 45n, second],
    [12n, 48n, open],
  ]);
});

test("where all answers to a question weigh nothing, so do all apps", () => {
  const nothing = [0n, 0n];
  expect(aheadOf(daily, nothing)).toEqual([open, settled, open].map((settles) => [...nothing, settles]));
});

const most = 2n ** 53n;

test.each<readonly [part: bigint, whole: bigint, share: number]>([
  [0n, 0n, 0],
  [1n, 3n, 1 / 3],
  [3n, most - 1n, 3 / (2 ** 53 - 1)],
  [10n ** 400n, 2n * 10n ** 400n, 0.5],
  [1n, most, 2 ** -53],
])("%i of %i is a share of %d", (part, whole, share) => {
  expect(shareOf(part, whole)).toBe(share);
});

/** What is asked beside the condition of the one rule. */
interface Given {
  readonly constraints?: readonly Constraint[];
  readonly priors?: Priors;
}

const inRanges = ranges([below, 2], [above, 6]);

test.each<readonly [what: string, when: Condition, given: Given, shares: Readonly<Record<string, number>>]>([
  ["where the other is not so", both, {}, { outsideUsers: 0.5, dailyDependence: 0.5 }],
  [
    "the most telling first",
    { any: [{ all: [daily, legal] }, guests] },
    {},
    { outsideUsers: 0.75, dailyDependence: 0.25, legalConsequences: 0.25 },
  ],
  [
    "by how likely the others are",
    both,
    { priors: oftener("dailyDependence", 3) },
    { dailyDependence: 0.5, outsideUsers: 0.25 },
  ],
  ["by the ranges of others", { any: [wide, guests] }, { priors: inRanges }, { departments: 0.5, outsideUsers: 0.125 }],
  ["among apps that can be", both, { constraints: [guestsMeanDaily] }, { dailyDependence: 2 / 3, outsideUsers: 0 }],
])("a fact decides %s", (_, when, { constraints = [], priors = {} }, shares) => {
  const facts = Object.entries(shares).map(([fact, share]) => ({ fact, share }));
  expect(sensitivity(createAnalysis(policyOf(when), { constraints }), { priors })).toEqual({
    verdict: "exact",
    facts,
    leftOut: [],
  });
});

const eitherWay: Condition = { any: [{ all: [legal, guests] }, { all: [{ not: legal }, guests] }] };

test.each<readonly [what: string, when: Condition, given: Given, facts: readonly string[], together: number]>([
  ["no fact, where each decides", both, {}, [], 0],
  ["no fact, where one has more cells", { any: [wide, { fact: "departments", atLeast: 5 }, guests] }, {}, [], 0],
  ["what makes no difference", eitherWay, {}, ["legalConsequences"], 1],
  ["one of two that are alike", both, { constraints: always }, ["outsideUsers", "dailyDependence"], 1],
  ["what another follows from", both, { constraints: [guestsMeanDaily] }, ["outsideUsers"], 1],
  [
    "both of two that make no difference",
    { any: [eitherWay, { all: [guests, daily] }] },
    {},
    ["dailyDependence", "legalConsequences"],
    2,
  ],
])("what can go is %s", (_, when, given, facts, together) => {
  const told = removableFacts(createAnalysis(policyOf(when), given));
  expect(told).toEqual({ verdict: "exact", facts, together: facts.slice(0, together) });
});

test("without rules no fact matters", () => {
  expect(sensitivity(emptyPolicy)).toEqual({ verdict: "exact", facts: [], leftOut: [] });
  expect(removableFacts(emptyPolicy)).toEqual({ verdict: "exact", facts: [], together: [] });
});

test.each<readonly [what: string, ask: (policy: Analysable) => unknown]>([
  ["shares", sensitivity],
  ["facts that can go", removableFacts],
  ["questions", (policy) => nextQuestions(appTelling({}), policy)],
])("a budget that is too small for the %s is said to be", (_, ask) => {
  const message =
    "This takes more than its budget of 3 allows. Give it a larger budget, or ask about fewer rules at once.";
  expect(ask(createAnalysis(policyOf(both), { budget: 3 }))).toEqual({ verdict: "too-large", message });
});
