import { type FactValue, PlimsollError, type Policy } from "plimsoll";
import { type Constraint, createAnalysis, type PathsTo, pathsTo } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { criterion, policyOf } from "../policy/a-policy.js";
import { appWith, ifNotSo, ladder, notAnyMore, tiny, until } from "./tiny-world.js";

const isRed = { fact: "colour", is: "red" };
const isOutside = { fact: "outside", is: true };
const isLawful = { fact: "lawful", is: true };
const people = (atLeast: number) => ({ fact: "people", atLeast });
const level = (atLeast: string) => ({ fact: "level", atLeast });

type Facts = Readonly<Record<string, unknown>>;
type Short = readonly [changes: readonly string[], afterwards: Facts, tier: string];

/** For each path, its words, and the app afterwards. */
const shortly = (told: PathsTo): readonly Short[] =>
  told.verdict === "found"
    ? told.paths.map(({ changes, witness }) => [changes.map(({ words }) => words), witness.facts, witness.tier])
    : [];

type Row = readonly [what: string, told: Facts, tier: string, policy: Policy, paths: readonly Short[]];

test.each<Row>([
  [
    "what is open is settled",
    {},
    "team",
    policyOf(people(10)),
    [[[until("people", "0 people", ifNotSo)], { people: 0 }, "team"]],
  ],
  [
    "what is known only from below is settled at the nearest value",
    { people: { atLeast: 20 } },
    "team",
    policyOf(people(10)),
    [[[until("people", "9 people", "")], { people: 9 }, "team"]],
  ],
  [
    "what is known only from below is settled",
    { level: { atLeast: "some" } },
    "team",
    policyOf(level("much")),
    [[[until("level", "none", "")], { level: "none" }, "team"]],
  ],
  [
    "either what is open is settled, or it does not matter any more",
    { people: 12 },
    "team",
    policyOf({ all: [people(10), isOutside] }),
    [
      [[until("outside", "no", ifNotSo)], { people: 12, outside: false }, "team"],
      [[until("people", "9 people", notAnyMore("12 people"))], { people: 9, outside: false }, "team"],
    ],
  ],
  [
    "what is open and nobody can change must not matter any more",
    { people: 12 },
    "team",
    policyOf({ all: [people(10), isLawful] }),
    [[[until("people", "9 people", notAnyMore("12 people"))], { people: 9, lawful: false }, "team"]],
  ],
  [
    "it takes nothing where what is open does not matter",
    { people: 5 },
    "team",
    policyOf({ all: [people(10), isOutside] }),
    [[[], { people: 5, outside: false }, "team"]],
  ],
  [
    "what is open stays as much as is known of it",
    { people: 12, level: { atLeast: "some" } },
    "team",
    policyOf({ any: [people(10), { all: [people(5), level("much")] }] }),
    [[[until("people", "4 people", notAnyMore("12 people"))], { people: 4, level: "some" }, "team"]],
  ],
  [
    "what is ruled out already is not looked at",
    { people: 5, outside: true, care: { atLeast: "some" } },
    "team",
    policyOf({ any: [isOutside, { fact: "care", is: "none" }, { all: [{ fact: "care", is: "some" }, people(10)] }] }),
    [[[until("outside", "no", notAnyMore("yes"))], { people: 5, outside: false, care: "much" }, "team"]],
  ],
  [
    "an app that could be there is brought up for certain",
    { people: 5 },
    "central",
    policyOf({ any: [people(10), isOutside] }),
    [
      [[until("outside", "yes", ifNotSo)], { people: 5, outside: true }, "central"],
      [[until("people", "10 people", notAnyMore("5 people"))], { people: 10, outside: false }, "central"],
    ],
  ],
  [
    "an app that could be above is brought down",
    { people: 12 },
    "central",
    { ...ladder, criteria: [criterion(people(10)), criterion(isOutside, { id: "outside", tier: "board" })] },
    [[[until("outside", "no", ifNotSo)], { people: 12, outside: false }, "central"]],
  ],
])("%s", (_, told, tier, policy, paths) => {
  const answer = pathsTo(appWith(told), tier, createAnalysis(policy, tiny));
  expect(shortly(answer)).toEqual(paths);
  expect(answer).toMatchObject({ verdict: "found", complete: true });
});

test.each<readonly [what: string, told: Facts, tier: string, policy: Policy]>([
  ["what nobody can change is too much", { lawful: true }, "team", policyOf(isLawful)],
  ["what nobody can change is open", {}, "team", policyOf(isLawful)],
  [
    "what nobody can change holds it down",
    { lawful: false, people: 5 },
    "central",
    policyOf({ all: [isLawful, people(10)] }),
  ],
  ["no app is there", { people: 5 }, "board", { ...ladder, criteria: [criterion(people(10))] }],
])("there is no way when %s", (_, told, tier, policy) => {
  expect(pathsTo(appWith(told), tier, createAnalysis(policy, tiny))).toEqual({ verdict: "none" });
});

test("what is bound to a fact that changes has to change with it", () => {
  const constraints: readonly Constraint[] = [{ fact: "sites", atMostFact: "people" }];
  const answer = pathsTo(
    appWith({ people: 20, sites: 15 }),
    "team",
    createAnalysis(policyOf(people(10)), { ...tiny, constraints }),
  );
  expect(shortly(answer)).toEqual([
    [
      [until("people", "9 people", notAnyMore("20 people")), until("sites", "9 sites", notAnyMore("15 sites"))],
      { people: 9, sites: 9 },
      "team",
    ],
  ]);
});

test("what is open goes along with what changes", () => {
  const constraints: readonly Constraint[] = [{ when: people(10), implies: { fact: "level", atLeast: "some" } }];
  const answer = pathsTo(
    appWith({ people: 5 }),
    "central",
    createAnalysis(policyOf(people(10)), { ...tiny, constraints }),
  );
  expect(shortly(answer)).toEqual([
    [[until("people", "10 people", notAnyMore("5 people"))], { people: 10, level: "some" }, "central"],
  ]);
});

const sixFacts = policyOf({
  count: [
    people(10),
    isOutside,
    isRed,
    level("some"),
    { fact: "depth", atLeast: "some" },
    { fact: "sites", atLeast: 2 },
  ],
  atLeast: 4,
});
const everythingToo: Readonly<Record<string, FactValue>> = {
  people: 12,
  outside: true,
  colour: "red",
  level: "some",
  depth: "much",
  sites: 2,
};

test.each<readonly [options: { readonly most?: number }, told: number, complete: boolean]>([
  [{}, 10, false],
  [{ most: 1 }, 1, false],
  [{ most: 20 }, 20, false],
  [{ most: 21 }, 20, true],
])("of twenty ways, %j tells so many: %i, and whether these are all: %s", (options, told, complete) => {
  const answer = pathsTo(appWith(everythingToo), "team", createAnalysis(sixFacts, tiny), options);
  expect([shortly(answer).length, answer]).toMatchObject([told, { verdict: "found", complete }]);
});

test("a budget that is too small is said to be", () => {
  expect(
    pathsTo(appWith({ people: 12 }), "team", createAnalysis(policyOf(people(10)), { ...tiny, budget: 1 })),
  ).toEqual({
    verdict: "too-large",
    message: "This takes more than its budget of 1 allows. Give it a larger budget, or ask about fewer rules at once.",
  });
});

test("a tier that is not there is refused", () => {
  const ask = () => pathsTo(appWith({ people: 12 }), "teem", createAnalysis(policyOf(people(10)), tiny));
  expect(ask).toThrow(PlimsollError);
  expect(ask).toThrow('/tier: There is no tier "teem" to ask about. Did you mean "team"?');
});
