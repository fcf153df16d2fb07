import type { Condition } from "plimsoll";
import { type Constraint, createAnalysis, sufficientReasons } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { type Goal, smallestChoices } from "../../src/analysis/choices.js";
import { createDiagrams, type Diagram } from "../../src/diagrams/index.js";
import { appWith, type Fields } from "../classify/finding.js";
import { policyOf } from "../policy/a-policy.js";

const diagrams = createDiagrams([2, 2, 2, 2], 10_000);
const [bad, good] = [diagrams.constant(0), diagrams.constant(1)];

/** Where so many of the variables are 1. */
function atLeast(count: number, [variable, ...others]: readonly number[]): Diagram {
  if (count === 0) return good;
  if (variable === undefined) return bad;
  return diagrams.choice(variable, [atLeast(count, others), atLeast(count - 1, others)]);
}

const anyOf = (...variables: readonly number[]) => atLeast(1, variables);
const allOf = (...variables: readonly number[]) => atLeast(variables.length, variables);
/** The first two, or the other one alone. */
const pairOrOne = diagrams.choice(0, [anyOf(2), anyOf(1, 2)]);
const oneOrPair = diagrams.choice(0, [allOf(1, 2), good]);

const isGood = (value: number) => value === 1;
const forks = (count: number, fork: Goal["forks"][number]) => new Array<Goal["forks"][number]>(count).fill(fork);
/** What is counted is told; whatever is not told could be anything. */
const toTell: Goal = { isGood, must: "every", forks: forks(4, { free: [0, 1], counted: [1] }) };
/** What is counted is changed; whatever is not changed stays as it is. */
const toChange: Goal = { isGood, must: "some", forks: forks(4, { free: [0], counted: [1] }) };
const onlyLast = [...forks(2, { free: [0, 1], counted: undefined }), ...forks(2, { free: [0, 1], counted: [1] })];
/** The first may be either without being counted. */
const firstIsFree = [...forks(1, { free: [0, 1], counted: undefined }), ...forks(3, { free: [0], counted: [1] })];

test.each<readonly [what: string, diagram: Diagram, goal: Goal, found: readonly (readonly number[])[]]>([
  ["nothing, where all is well", good, toTell, [[]]],
  ["no choice, where nothing helps", bad, toTell, []],
  ["no choice, where what is told does harm", diagrams.choice(0, [good, bad]), toTell, []],
  ["each that is enough", anyOf(0, 1, 2), toTell, [[2], [1], [0]]],
  ["all that are needed", allOf(0, 1, 3), toTell, [[0, 1, 3]]],
  [
    "any two of three",
    atLeast(2, [0, 1, 2]),
    toTell,
    [
      [1, 2],
      [0, 2],
      [0, 1],
    ],
  ],
  ["one before two", pairOrOne, toTell, [[2], [0, 1]]],
  ["no two of which one is enough", oneOrPair, toTell, [[0], [1, 2]]],
  ["what can be counted", anyOf(0, 1, 2), { ...toTell, forks: onlyLast }, [[2]]],
  ["no choice, where what is needed cannot be counted", allOf(1, 2), { ...toTell, forks: onlyLast }, []],
  ["what must be changed", pairOrOne, toChange, [[2], [0, 1]]],
  ["what need not be changed where one way is enough", allOf(0, 2), { ...toChange, forks: firstIsFree }, [[2]]],
  ["all for every way", allOf(0, 2), { ...toChange, must: "every", forks: firstIsFree }, []],
])("the smallest choices are %s", (_, diagram, goal, found) => {
  expect(smallestChoices(diagrams, diagram, goal, 10)).toEqual({ found, isComplete: true });
});

test.each<readonly [most: number, found: readonly (readonly number[])[], isComplete: boolean]>([
  [1, [[2]], false],
  [2, [[2], [0, 1]], false],
  [3, [[2], [0, 1]], true],
])("after %i choices the search ends", (most, found, isComplete) => {
  expect(smallestChoices(diagrams, pairOrOne, toTell, most)).toEqual({ found, isComplete });
});

test("a search that takes too many steps is said to be incomplete", () => {
  const pairs = Array.from({ length: 12 }, (_, pair) => pair);
  const wide = createDiagrams([pairs.length, ...pairs.flatMap(() => [2, 2])], 10_000);
  const [never, ever] = [wide.constant(0), wide.constant(1)];
  // Of each pair one is needed, and that no second one helps is seen only at the end.
  const branches = pairs.map((pair) => {
    const second = wide.choice(1 + pairs.length + pair, [never, ever]);
    return wide.choice(1 + pair, [second, ever]);
  });
  const whole = { free: pairs, counted: undefined };
  const goal = { ...toTell, forks: [whole, ...forks(2 * pairs.length, { free: [0, 1], counted: [1] })] };
  expect(smallestChoices(wide, wide.choice(0, branches), goal, 1)).toEqual({ found: [], isComplete: false });
});

test("a goal that cannot be judged is not taken for a search that is too long", () => {
  const isGood = () => {
    throw new RangeError("no value");
  };
  expect(() => smallestChoices(diagrams, good, { ...toTell, isGood }, 1)).toThrow(new RangeError("no value"));
});

const yes = (fact: string) => ({ fact, is: true });
const [guests, daily] = [yes("outsideUsers"), yes("dailyDependence")];
const wide = { fact: "departments", atLeast: 2 };
const piloted = { fact: "stage", atLeast: "pilot" };
const slow = { fact: "performanceSymptoms", includesAny: ["slow"] };
const guestsMeanDaily: Constraint = { when: guests, implies: daily };

const twoDepartments: Fields = { audience: { departments: ["HR", "IT"] } };
const hasGuests: Fields = { audience: { outsideUsers: true } };
const hasBoth: Fields = { ...hasGuests, criticality: { dailyDependence: true } };
const hasNeither: Fields = { audience: { outsideUsers: false }, criticality: { dailyDependence: false } };

const guestsSo = { outsideUsers: "Do people from outside use it? Yes." };
const guestsNot = { outsideUsers: "Do people from outside use it? No." };
const dailySo = { dailyDependence: "Would daily work stop if it were down? Yes." };
const dailyNot = { dailyDependence: "Would daily work stop if it were down? No." };
const departments = (words: string) => ({ departments: `Which departments use it? ${words}.` });

/** The facts of one reason, in order, and what is said of each. */
type Told = Readonly<Record<string, string>>;

const reasonsOf = (reasons: readonly Told[]) =>
  reasons.map((told) => ({ facts: Object.keys(told), words: Object.values(told) }));

test.each<readonly [what: string, when: Condition, fields: Fields, tier: string, reasons: readonly Told[]]>([
  ["each of two facts", { any: [guests, daily] }, hasBoth, "central", [dailySo, guestsSo]],
  ["two facts together", { all: [guests, daily] }, hasBoth, "central", [{ ...guestsSo, ...dailySo }]],
  ["each of two that are not so", { all: [guests, daily] }, hasNeither, "team", [dailyNot, guestsNot]],
  ["the one fact that is known", { any: [guests, daily] }, hasGuests, "central", [guestsSo]],
  ["a number", wide, twoDepartments, "central", [departments("2 departments")]],
  [
    "the least that a number can be",
    wide,
    { ...twoDepartments, partial: ["/audience/departments"] },
    "central",
    [departments("At least 2 departments")],
  ],
  ["a level", piloted, { lifecycle: { stage: "idea" } }, "team", [{ stage: "How far along is it? Idea." }]],
  [
    "members",
    slow,
    { performance: { symptoms: ["slow", "errors"] } },
    "central",
    [{ performanceSymptoms: "Which performance problems does it have? Slow, errors." }],
  ],
  ["nothing at all", { all: [guests, { not: guests }] }, hasGuests, "team", [{}]],
])("what forces the tier is %s", (_, when, fields, tier, reasons) => {
  const told = { verdict: "found", tier, reasons: reasonsOf(reasons), complete: true, leftOut: [] };
  expect(sufficientReasons(appWith(fields), policyOf(when))).toEqual(told);
});

test("what follows from a fact needs no reason of its own", () => {
  const told = sufficientReasons(
    appWith(hasGuests),
    createAnalysis(policyOf(daily), { constraints: [guestsMeanDaily] }),
  );
  expect(told).toEqual({
    verdict: "found",
    tier: "central",
    reasons: reasonsOf([guestsSo]),
    complete: true,
    leftOut: [],
  });
});

test.each<readonly [what: string, fields: Fields]>([
  ["nothing", {}],
  ["what does not settle its tier", hasGuests],
])("an app of which %s is known has no reasons yet", (_, fields) => {
  expect(sufficientReasons(appWith(fields), policyOf({ all: [guests, daily] }))).toEqual({ verdict: "open" });
});

const everything = appWith({
  audience: { outsideUsers: true, departments: ["HR", "IT"] },
  criticality: { dailyDependence: true, support: true, monitoring: true, disasterRecovery: true },
  consequences: { legalForPeople: true },
  lifecycle: { stage: "production" },
  ownership: { builderPresent: true, businessOwner: "Ann", itOwner: "Bob" },
});
const others = [
  "support",
  "monitoring",
  "disasterRecovery",
  "legalConsequences",
  "builderPresent",
  "businessOwner",
  "itOwner",
];

test.each<readonly [most: number | undefined, told: number, complete: boolean]>([
  [undefined, 10, false],
  [11, 11, false],
  [12, 11, true],
  [3, 3, false],
])("of eleven reasons, when at most %d are wanted, %i are told", (most, count, complete) => {
  const policy = policyOf({ any: [guests, daily, wide, piloted, ...others.map(yes)] });
  const told = sufficientReasons(everything, policy, most === undefined ? {} : { most });
  expect(told).toMatchObject({ complete, reasons: { length: count } });
});

test("a budget that is too small for the reasons is said to be", () => {
  const message =
    "This takes more than its budget of 3 allows. Give it a larger budget, or ask about fewer rules at once.";
  const told = sufficientReasons(everything, createAnalysis(policyOf(guests), { budget: 3 }));
  expect(told).toEqual({ verdict: "too-large", message });
});
