import { createClassifier } from "plimsoll";
import { createAnalysis, nextQuestions, type PathsTo, pathsTo, tierRange, undecidedGap } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { policyOf } from "../policy/a-policy.js";
import { appTelling, exactly, ownFact, upToNine } from "./own-facts.js";

const counted = { kind: "number", min: 0, whole: true, unit: "people" } as const;
const facts = { keepers: ownFact("keepers", counted), users: ownFact("users", counted) };
const manyKeepers = policyOf({ fact: "keepers", atLeast: 10 });
/** Keepers are users. */
const analysis = createAnalysis(manyKeepers, { facts, constraints: [{ fact: "keepers", atMostFact: "users" }] });

/** What is changed on each way, and to what. */
const waysIn = (told: PathsTo) =>
  told.verdict === "found"
    ? told.paths.map(({ changes }) => Object.fromEntries(changes.map(({ fact, to }) => [fact, to])))
    : told.verdict;

test("what bounds a number settles on which side of a line it lies", () => {
  expect(tierRange(appTelling({ users: 9 }), analysis)).toEqual(exactly("team"));
  expect(tierRange(appTelling({ users: 10 }), analysis)).toEqual(exactly("team", "central"));
});

test("that a classification leaves open what another number settles is a gap", () => {
  const { tier, ceiling } = createClassifier(manyKeepers, { facts })(appTelling({ users: 9 }));
  expect([tier, ceiling]).toEqual(["team", "central"]);
  expect(undecidedGap(analysis)).toMatchObject({
    verdict: "gap",
    open: ["keepers"],
    tier: "team",
    ceiling: "central",
    profile: { extensions: { users: 0 } },
  });
});

test("a number that bounds another is a way back, to where it settles the line", () => {
  expect(waysIn(pathsTo(appTelling({ users: 50 }), "team", analysis))).toEqual([{ users: 9 }, { keepers: 0 }]);
});

test("the nearest way back from what is bound by many is under the line, and not nothing", () => {
  const peak = policyOf({ fact: "peakConcurrentUsers", atLeast: 100 });
  const told = pathsTo({ id: "app", name: "App", audience: { users: 500 } }, "team", peak);
  expect(waysIn(told)).toContainEqual({ peakConcurrentUsers: 99 });
});

test("of five numbers, two of which are the sums of others, three settle all lines", () => {
  const letters = Object.fromEntries([..."abcde"].map((name) => [name, ownFact(name, upToNine)]));
  const constraints = [
    { sum: ["a", "b"], equals: ["c"] },
    { sum: ["c", "d"], equals: ["e"] },
  ];
  const all = policyOf({ all: [..."abcde"].map((fact) => ({ fact, atLeast: 2 })) });
  const told = nextQuestions(appTelling({}), createAnalysis(all, { facts: letters, constraints }));
  expect(told).toMatchObject({ verdict: "open", worst: { atLeast: 3, atMost: 3 }, proven: true });
  const first = told.verdict === "open" ? told.questions.filter(({ worst }) => worst === 3) : [];
  expect(first.map(({ fact }) => fact).sort()).toEqual(["a", "b", "d"]);
});

test("one simple calculation is no two that are untested", () => {
  const untested = policyOf({ fact: "untestedCalculations", atLeast: 2 });
  const app = { id: "app", name: "App", calculations: [{ complexity: "simple" as const }] };
  expect(tierRange(app, untested)).toEqual(exactly("team"));
});

const twelve = Array.from({ length: 12 }, (_, index) => `n${index}`);
const ofTwelve = Object.fromEntries(twelve.map((name) => [name, ownFact(name, counted)]));
const [firstOfTwelve = expect.fail(), ...otherEleven] = twelve;

test("of twelve numbers in a chain, all with lines of their own, every way back is found", () => {
  const lines = twelve.map((fact, index) => ({ fact, atLeast: 5 + 7 * index }));
  const constraints = otherEleven.map((fact, index) => ({ fact, atMostFact: twelve[index] ?? fact }));
  const asked = createAnalysis(policyOf({ any: lines }), { facts: ofTwelve, constraints });
  const app = appTelling(Object.fromEntries(twelve.map((name) => [name, 100])));
  // The first is no less than all others, and has the lowest line.
  expect(waysIn(pathsTo(app, "team", asked))).toContainEqual(Object.fromEntries(twelve.map((name) => [name, 4])));
});

test("a sum of twelve numbers with lines of their own is too large to look for ways back, and says so whatever the budget", () => {
  const lines = twelve.map((fact, index) => ({ fact, atLeast: 5 + 7 * index }));
  const constraints = [{ sum: otherEleven, equals: [firstOfTwelve] }];
  const app = appTelling(Object.fromEntries(twelve.map((name, index) => [name, index === 0 ? 1100 : 100])));
  for (const budget of [1_000_000, 100_000_000]) {
    const asked = createAnalysis(policyOf({ any: lines }), { facts: ofTwelve, constraints, budget });
    expect(pathsTo(app, "team", asked)).toMatchObject({ verdict: "too-large" });
  }
});
