import type { Catalogue, Condition } from "plimsoll";
import { type Constraint, createAnalysis, type NextQuestions, nextQuestions, type Priors } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { criterion, emptyPolicy, policyOf } from "../policy/a-policy.js";
import { appTelling, ownFact, upToNine } from "./own-facts.js";

const names = [..."abcdefghijk"];
const first = (count: number) => names.slice(0, count);
/** Facts of yes and no, and a size, by what they cost when it is more than a minute. */
const catalogueOf = (costs: Readonly<Record<string, number>>): Catalogue => ({
  size: ownFact("size", upToNine),
  ...Object.fromEntries(names.map((name) => [name, ownFact(name, { kind: "boolean" }, { cost: costs[name] ?? 1 })])),
});

const yes = (fact: string) => ({ fact, is: true });
const no = (fact: string) => ({ fact, is: false });
const allOf = (facts: readonly string[]) => ({ all: facts.map(yes) });
const anyOf = (facts: readonly string[]) => ({ any: facts.map(yes) });
const big = { fact: "size", atLeast: 5 };
const follows = (when: string, implies: string): Constraint => ({ when: yes(when), implies: yes(implies) });
const alike = (facts: readonly string[]) =>
  facts.map((fact, index) => follows(fact, facts[(index + 1) % facts.length] ?? ""));

const range = (when: Priors[string][number]["when"], weight: number) => ({ when, weight });
const oftener = (fact: string, weight: number): Priors => ({
  [fact]: [range({ is: true }, weight), range({ is: false }, 1)],
});
const sizes = (line: number, below: number, above: number): Priors => ({
  size: [range({ below: line }, below), range({ atLeast: line }, above)],
});

/** What is asked beside the condition of the one rule; what a fact costs is a minute when it is left out. */
interface Given {
  readonly costs?: Readonly<Record<string, number>>;
  readonly told?: Parameters<typeof appTelling>[0];
  readonly constraints?: readonly Constraint[];
  readonly priors?: Priors;
  readonly aim?: "worst" | "average";
  readonly budget?: number;
}

const ask = (when: Condition, { costs = {}, told = {}, ...options }: Given, policy = policyOf(when)): NextQuestions =>
  nextQuestions(appTelling(told), createAnalysis(policy, { facts: catalogueOf(costs), ...options }), options);

/** What is told of each question, in their order: how likely it settles the tier, and how many answers it takes. */
type Numbers = Readonly<Record<string, readonly [settles: number, worst: number | null, average: number | null]>>;

const questionsOf = (numbers: Numbers, costs: Given["costs"] = {}) =>
  Object.entries(numbers).map(([fact, [settles, worst, average]]) => {
    const [question, answerAt, cost] = [`What is ${fact}?`, [`/extensions/${fact}`], costs[fact] ?? 1];
    return { fact, question, answerAt, cost, settles, worst, average };
  });

test.each<readonly [what: string, when: Condition, given: Given, tier: string]>([
  ["a rule that never holds", { all: [yes("a"), no("a")] }, {}, "team"],
  ["one of two facts", anyOf(["a", "b"]), { told: { a: true } }, "central"],
  ["the least that a fact can be", big, { told: { size: { atLeast: 5 } } }, "central"],
  ["what follows from a fact", yes("b"), { constraints: [follows("a", "b")], told: { a: true } }, "central"],
])("nothing is asked where %s settles the tier", (_, when, given, tier) => {
  expect(ask(when, given)).toEqual({ verdict: "settled", tier });
});

/** Who asks for "c" first is done sooner on average, and later at worst. */
const twoWays = { any: [allOf(["b", "c", "d"]), { all: [yes("d"), no("a"), no("b")] }] };
const oneAndTwoWays = { all: [yes("e"), twoWays] };
const often = { ...oftener("b", 9), ...oftener("d", 3) };
const either = { any: [allOf(["a", "b"]), { all: [no("a"), yes("c")] }] };
const rare: Given = { told: { size: { atLeast: 3 } }, priors: sizes(3, 1, 0) };

test.each<readonly [what: string, when: Condition, given: Given, numbers: Numbers]>([
  ["the first of two alike", anyOf(["a", "b"]), {}, { a: [0.5, 2, 1.5], b: [0.5, 2, 1.5] }],
  [
    "the cheapest of three alike",
    allOf(["a", "b", "c"]),
    { costs: { a: 4, c: 2 } },
    { b: [0.5, 3, 1.75], c: [0.5, 3, 1.75], a: [0.5, 3, 1.75] },
  ],
  [
    "what is likelier to settle it, whatever it costs",
    anyOf(["a", "b"]),
    { costs: { b: 9 }, priors: oftener("b", 3) },
    { b: [0.75, 2, 1.25], a: [0.5, 2, 1.5] },
  ],
  ["what tells which others matter", either, {}, { a: [0, 2, 2], b: [0, 3, 2.5], c: [0, 3, 2.5] }],
  [
    "what takes the fewest answers at worst",
    twoWays,
    { priors: often },
    { d: [0.25, 3, 2.5], b: [0, 3, 2.5], c: [0, 4, 2.4875], a: [0, 4, 2.9625] },
  ],
  [
    "what takes the fewest answers on average, when these are wanted",
    twoWays,
    { priors: often, aim: "average" },
    { c: [0, 4, 2.4875], d: [0.25, 3, 2.5], b: [0, 3, 2.5], a: [0, 4, 2.9625] },
  ],
  [
    "what leaves the fewest answers at worst",
    oneAndTwoWays,
    { priors: often },
    { e: [0.5, 4, 2.25], d: [0.25, 4, 2.5], b: [0, 4, 2.75], c: [0, 5, 2.54375], a: [0, 5, 2.98125] },
  ],
  [
    "what leaves the fewest answers on average, when these are wanted",
    oneAndTwoWays,
    { priors: often, aim: "average" },
    { e: [0.5, 5, 2.24375], d: [0.25, 4, 2.5], c: [0, 5, 2.54375], b: [0, 4, 2.75], a: [0, 5, 2.98125] },
  ],
  ["nothing that is told", allOf(["a", "b", "c"]), { told: { b: true } }, { a: [0.5, 2, 1.5], c: [0.5, 2, 1.5] }],
  [
    "what is told in part",
    { all: [big, yes("a")] },
    { told: { size: { atLeast: 3 } } },
    { size: [0.5, 2, 1.5], a: [0.5, 2, 1.5] },
  ],
  [
    "what lies in the likelier range",
    { any: [{ fact: "size", atLeast: 3 }, yes("a")] },
    { priors: sizes(5, 2, 6) },
    { size: [0.875, 2, 1.125], a: [0.5, 2, 1.5] },
  ],
  [
    "what follows from the other fact",
    anyOf(["a", "b"]),
    { constraints: [follows("a", "b")] },
    { b: [1, 1, 1], a: [1 / 3, 2, 5 / 3] },
  ],
  [
    "the first, where all that is left is impossible by priors",
    { all: [big, yes("a")] },
    rare,
    { size: [0, 2, 0], a: [0, 2, 0] },
  ],
  [
    "the first, where priors leave nothing possible",
    { all: [big, yes("a")] },
    { priors: sizes(3, 0, 0) },
    { size: [0, 2, 0], a: [0, 2, 0] },
  ],
  [
    "any of ten that are always alike",
    yes("a"),
    { constraints: alike(first(10)), costs: { a: 9 } },
    Object.fromEntries([..."bcdefghija"].map((fact) => [fact, [1, 1, 1]])),
  ],
])("asked first is %s", (_, when, given, numbers) => {
  const questions = questionsOf(numbers, given.costs);
  const { worst = null, average = null } = questions[0] ?? {};
  const proven = { worst: { atLeast: worst, atMost: worst }, average, proven: true };
  expect(ask(when, given)).toEqual({ verdict: "open", questions, ...proven });
});

test("a fact that alone leads to the highest tier is asked before one that leads to a lower one", () => {
  const tiers = [...emptyPolicy.tiers, { id: "experts", title: "Experts", advice: "Ask the experts." }];
  const criteria = [criterion(yes("a")), criterion(yes("b"), { id: "other", tier: "experts" })];
  const questions = questionsOf({ b: [0.5, 2, 1.5], a: [0, 2, 2] });
  const proven = { worst: { atLeast: 2, atMost: 2 }, average: 1.5, proven: true };
  expect(ask(yes("a"), {}, { ...emptyPolicy, tiers, criteria })).toEqual({ verdict: "open", questions, ...proven });
});

const allAs = (facts: string, settles: number): Numbers =>
  Object.fromEntries([...facts].map((fact) => [fact, [settles, null, null]]));
const elevenAlike = { constraints: alike(first(11)), costs: { a: 9, b: 5, c: 5, d: 7 } };
const twoOfEleven = { count: first(11).map(yes), atLeast: 2 };
const noOther = { all: [yes("a"), { not: anyOf(first(11).slice(1)) }] };
const oneOf: Constraint = { when: no("b"), implies: yes("c") };

test.each<
  readonly [what: string, when: Condition, given: Given, numbers: Numbers, atLeast: number, atMost: number, is: boolean]
>([
  ["any of nine, which takes all of them", anyOf(first(9)), {}, allAs("abcdefghi", 0.5), 9, 9, true],
  ["any of nine on average", anyOf(first(9)), { aim: "average" }, allAs("abcdefghi", 0.5), 9, 9, false],
  ["all of nine, of which one can be enough", allOf(first(9)), {}, allAs("abcdefghi", 0.5), 1, 9, false],
  ["eleven that are alike, the cheapest first", yes("a"), elevenAlike, allAs("efghijkbcda", 1), 1, 11, false],
  ["two of eleven, of which ten can be enough", twoOfEleven, {}, allAs("abcdefghijk", 0), 10, 11, false],
  ["none of ten others", noOther, { told: { a: true } }, allAs("bcdefghijk", 0.5), 10, 10, true],
  [
    "all of ten, where the most harmless values cannot be together",
    allOf(first(10)),
    { constraints: [oneOf] },
    { ...allAs("adefghij", 0.5), ...allAs("bc", 1 / 3) },
    1,
    10,
    false,
  ],
  [
    "those that are likely to settle the tier for their cost",
    anyOf(first(9)),
    { costs: { a: 2, b: 2 }, priors: { ...oftener("a", 3), ...oftener("i", 9) } },
    { ...allAs("i", 0.9), ...allAs("cdefgh", 0.5), ...allAs("a", 0.75), ...allAs("b", 0.5) },
    9,
    9,
    true,
  ],
])("not all orders are looked at for %s", (_, when, given, numbers, atLeast, atMost, proven) => {
  const questions = questionsOf(numbers, given.costs);
  expect(ask(when, given)).toEqual({ verdict: "open", questions, worst: { atLeast, atMost }, average: null, proven });
});

test("whatever the budget, the answer is the same, or that it is too small", () => {
  const told = Array.from({ length: 40 }, (_, budget) => ask(twoWays, { budget: budget + 1 }));
  const answers = told.map((answer) => (answer.verdict === "too-large" ? answer.verdict : JSON.stringify(answer)));
  expect([...new Set(answers)]).toEqual(["too-large", JSON.stringify(ask(twoWays, {}))]);
});
