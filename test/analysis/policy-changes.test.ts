import { type Condition, type FactValue, PlimsollError, type Policy } from "plimsoll";
import { type ChangedRegion, createAnalysis, diffPolicies, type TierChange } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { emptyPolicy, policyOf } from "../policy/a-policy.js";
import { appWith, shown, tiny } from "./tiny-world.js";

const isRed = { fact: "colour", is: "red" } as const;
const isOutside = { fact: "outside", is: true } as const;
const isUnguarded = { fact: "guarded", is: false } as const;
const people = (atLeast: number) => ({ fact: "people", atLeast });
const level = (atLeast: string) => ({ fact: "level", atLeast });

type Facts = Readonly<Record<string, FactValue>>;

const region = (when: Condition, words: string, facts: Facts, tier = "team"): ChangedRegion => ({
  when,
  words,
  witness: shown(facts, tier),
});
const lifted = (...regions: readonly ChangedRegion[]): TierChange => ({
  from: "team",
  to: "central",
  regions,
  complete: true,
});

/** What is different between two policies that decide differently. */
function differenceOf(...asked: Parameters<typeof diffPolicies>) {
  const diff = diffPolicies(...asked);
  if (diff.verdict !== "different") throw new Error("The policies decide the same.");
  return diff;
}
const tenPeople = region(people(10), "What of people? 10 people or more", { people: 10 });

test.each<readonly [what: string, before: Policy, after: Policy, change: TierChange]>([
  ["a new rule", emptyPolicy, policyOf(people(10)), lifted(tenPeople)],
  ["a line that is moved down", policyOf(people(20)), policyOf(people(10)), lifted(tenPeople)],
  [
    "a line that is moved up",
    policyOf(people(10)),
    policyOf(people(20)),
    {
      from: "central",
      to: "team",
      regions: [region({ not: people(20) }, "What of people? Fewer than 20 people", { people: 10 }, "central")],
      complete: true,
    },
  ],
  [
    "a rule that every app keeps",
    emptyPolicy,
    policyOf(people(0)),
    lifted(region({ all: [] }, "All of them", { people: 0 })),
  ],
  [
    "several lines together",
    emptyPolicy,
    policyOf({ all: [people(10), isRed, { fact: "level", is: "some" }] }),
    lifted(
      region(
        { all: [people(10), isRed, { fact: "level", is: "some" }] },
        "What of people? 10 people or more; and What of colour? Red; and What of level? Some",
        { people: 10, colour: "red", level: "some" },
      ),
    ),
  ],
  [
    "one of two lines",
    emptyPolicy,
    policyOf({ any: [people(10), isUnguarded] }),
    lifted(
      region(isUnguarded, "What of guarded? No", { people: 0, guarded: false }),
      region(people(10), "What of people? 10 people or more", { people: 10, guarded: true }),
    ),
  ],
  [
    "any two of three",
    emptyPolicy,
    policyOf({ count: [people(10), isOutside, level("some")], atLeast: 2 }),
    lifted(
      region({ all: [isOutside, level("some")] }, "What of outside? Yes; and What of level? Some or more", {
        people: 0,
        outside: true,
        level: "some",
      }),
      region(
        { all: [people(10), level("some")] },
        "What of people? 10 people or more; and What of level? Some or more",
        {
          people: 10,
          outside: false,
          level: "some",
        },
      ),
      region({ all: [people(10), isOutside] }, "What of people? 10 people or more; and What of outside? Yes", {
        people: 10,
        outside: true,
        level: "none",
      }),
    ),
  ],
  [
    "what lies on both sides of a range",
    emptyPolicy,
    policyOf({ not: { fact: "people", between: [5, 9] } }),
    lifted(
      region(
        { not: { fact: "people", between: [5, 9] } },
        "What of people? Fewer than 5 people, or more than 9 people",
        { people: 0 },
      ),
    ),
  ],
  [
    "what lies between two lines",
    policyOf(level("much")),
    policyOf(level("some")),
    lifted(region(level("some"), "What of level? Some or more", { level: "some" })),
  ],
  [
    "one of several colours",
    emptyPolicy,
    policyOf({ all: [{ not: isRed }, { not: { fact: "colour", is: "green" } }] }),
    lifted(
      region(
        { all: [{ not: isRed }, { not: { fact: "colour", is: "green" } }] },
        "What of colour? Not red; and What of colour? Not green",
        { colour: "blue" },
      ),
    ),
  ],
  [
    "sets with some members, and without others",
    emptyPolicy,
    policyOf({
      all: [{ fact: "data", includesAny: ["health", "cards"] }, { not: { fact: "data", includesAll: ["names"] } }],
    }),
    lifted(
      region(
        {
          all: [{ fact: "data", includesAny: ["health", "cards"] }, { not: { fact: "data", includesAll: ["names"] } }],
        },
        "What of data? Any of health, cards; and What of data? Not all of names",
        { data: ["health"] },
      ),
    ),
  ],
])("%s: what moves is told in words, as a condition, and by an app", (_, before, after, change) => {
  const { parts, ...told } = differenceOf(createAnalysis(before, tiny), after);
  expect(told).toEqual({ verdict: "different", changes: [change], apps: [] });
  // Whatever moves apps is told where it is written, too.
  expect(parts.filter(({ effect }) => effect === "decides")).not.toEqual([]);
});

const fourFacts = policyOf({ count: [people(10), isOutside, level("some"), isUnguarded], atLeast: 2 });

test.each<readonly [options: { readonly regions?: number }, told: number, complete: boolean]>([
  [{}, 5, false],
  [{ regions: 0 }, 0, false],
  [{ regions: 1 }, 1, false],
  [{ regions: 6 }, 6, true],
  [{ regions: 7 }, 6, true],
])("of six regions, %j tells so many: %i, and whether these are all: %s", (options, told, complete) => {
  const diff = diffPolicies(createAnalysis(emptyPolicy, tiny), fourFacts, options);
  const changes = diff.verdict === "different" ? diff.changes : [];
  expect(changes.map(({ regions, complete: all }) => [regions.length, all])).toEqual([[told, complete]]);
});

const known = appWith({ people: 12 });
const portfolio = [
  known,
  { ...appWith({ people: 9 }), id: "small", name: "Small" },
  { ...appWith({ people: { atLeast: 30 } }), id: "large", name: "Large" },
  { ...appWith({}), id: "open", name: "Open" },
];

test("the apps of a portfolio are told that move for certain", () => {
  const { parts: _, ...diff } = differenceOf(createAnalysis(emptyPolicy, tiny), policyOf(people(10)), { portfolio });
  expect(diff).toEqual({
    verdict: "different",
    changes: [lifted(tenPeople)],
    apps: [
      { app: "app", name: "An app", from: "team", to: "central" },
      { app: "large", name: "Large", from: "team", to: "central" },
    ],
  });
});

test("of a portfolio nothing moves between policies that are equivalent", () => {
  const { id, ...rest } = policyOf(people(10));
  const diff = diffPolicies(createAnalysis({ id, ...rest }, tiny), { ...rest, id: "renamed" }, { portfolio });
  expect(diff).toEqual({ verdict: "equivalent", parts: [], apps: [] });
});

test("a budget that is too small is said to be", () => {
  expect(diffPolicies(createAnalysis(emptyPolicy, { ...tiny, budget: 1 }), policyOf(people(10)))).toEqual({
    verdict: "too-large",
    message: "This takes more than its budget of 1 allows. Give it a larger budget, or ask about fewer rules at once.",
  });
});

test("no app is shown that the change does not move", () => {
  const wrong = { ...tiny, synthesize: () => appWith({ people: 9 }) };
  expect(() => diffPolicies(createAnalysis(emptyPolicy, wrong), policyOf(people(10)))).toThrow(PlimsollError);
});
