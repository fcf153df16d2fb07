import fc from "fast-check";
import type { AppProfile, Condition, FactValue, Policy } from "plimsoll";
import { createAnalysis, smallestDifference } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { deriveFact } from "../../src/facts/index.js";
import { policyOf } from "../policy/a-policy.js";
import { draws } from "../prove/draws.js";
import { couldBe, spaceOf } from "./brute-force.js";
import { type Values, valueFor } from "./plain-meaning.js";
import { rankOf } from "./plain-rules.js";
import { analysisOf, changedPolicy, type World, worlds } from "./small-policies.js";
import { partialProfiles } from "./small-profiles.js";
import { appWith, notAnyMore, tiny, until } from "./tiny-world.js";

interface Asked {
  readonly world: World;
  readonly after: Policy;
  readonly profile: AppProfile;
}

const asked: fc.Arbitrary<Asked> = worlds(4).chain((world) =>
  fc.record({ world: fc.constant(world), after: changedPolicy(world), profile: partialProfiles(world) }),
);

test("as few facts change as have to, of all apps that there can be, so that two policies put the app elsewhere", () => {
  const seen = { none: 0, already: 0, one: 0, more: 0 };
  fc.assert(
    fc.property(asked, ({ world, after, profile }) => {
      const { facts, policy } = world;
      const { columns, everything } = spaceOf(world, { policies: [after] });
      const tiersOf = (values: Values) => [
        policy.tiers[rankOf(values, { facts, policy })]?.id,
        after.tiers[rankOf(values, { facts, policy: after })]?.id,
      ];
      const changedIn = (values: Values) =>
        columns
          .filter(
            ({ name, fact }) => !couldBe(fact, valueFor(values, name), deriveFact(name, fact, profile, undefined)),
          )
          .map(({ name }) => name);
      const apart = everything.filter((values) => new Set(tiersOf(values)).size > 1);
      const fewest = Math.min(...apart.map((values) => changedIn(values).length));
      const told = smallestDifference(profile, analysisOf(world), after);
      expect(told.verdict).toBe(apart.length > 0 ? "found" : "none");
      seen.none += Number(apart.length === 0);
      seen.already += Number(fewest === 0);
      seen.one += Number(fewest === 1);
      seen.more += Number(fewest > 1 && apart.length > 0);
      if (told.verdict !== "found") return;
      expect(told.changes.length).toBe(fewest);
      // The app that shows it is one, and differs in what is told and in nothing else.
      const shown: Values = told.witness.facts;
      expect(tiersOf(shown)).toEqual([told.before, told.after]);
      expect(told.before).not.toBe(told.after);
      expect(told.changes.map(({ fact }) => fact).sort()).toEqual([...changedIn(shown)].sort());
      for (const { fact, to } of told.changes) expect(shown[fact]).toEqual(to);
    }),
    draws(600),
  );
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(0);
});

const people = (atLeast: number): Condition => ({ fact: "people", atLeast });
const isLawful: Condition = { fact: "lawful", is: true };
const policy = policyOf(people(50));
const changed = (fact: string, to: FactValue, words: string) => ({ fact, to, words });

test.each<
  readonly [string, Readonly<Record<string, unknown>>, Policy, ReturnType<typeof changed>[], readonly string[]]
>([
  [
    "one fact",
    { people: 12 },
    policyOf(people(40)),
    [changed("people", 40, until("people", "40 people", notAnyMore("12 people")))],
    ["team", "central"],
  ],
  [
    "one fact, where it is nearer than another way",
    { people: 12, outside: false, level: "none" },
    policyOf({
      any: [
        people(50),
        {
          all: [
            { fact: "outside", is: true },
            { fact: "level", is: "much" },
          ],
        },
        { all: [people(12), { fact: "level", is: "some" }] },
      ],
    }),
    [changed("level", "some", until("level", "some", notAnyMore("none")))],
    ["team", "central"],
  ],
  [
    "what nobody can change",
    { people: 12, lawful: false },
    policyOf({ any: [people(50), isLawful] }),
    [changed("lawful", true, until("lawful", "yes", notAnyMore("no")))],
    ["team", "central"],
  ],
  ["nothing, where it is told apart already", { people: 12 }, policyOf(people(10)), [], ["team", "central"]],
  ["nothing, where what it leaves open could tell", {}, policyOf(people(60)), [], ["central", "team"]],
  [
    "nothing, where what is told of a number leaves that open",
    { people: { atLeast: 10, atMost: 45 } },
    policyOf(people(40)),
    [],
    ["team", "central"],
  ],
  [
    "one fact, where what is open could tell only then",
    { people: 70 },
    policyOf({ any: [people(50), { fact: "outside", is: true }] }),
    [changed("people", 49, until("people", "49 people", notAnyMore("70 people")))],
    ["team", "central"],
  ],
])("it takes %s", (_, told, after, changes, tiers) => {
  const answer = smallestDifference(appWith(told), createAnalysis(policy, tiny), after);
  if (answer.verdict !== "found") throw new Error(answer.verdict);
  expect(answer.changes.map(({ fact, to, words }) => ({ fact, to, words }))).toEqual(changes);
  expect([answer.before, answer.after]).toEqual(tiers);
});

test("tiers with other ids are other tiers", () => {
  const after: Policy = {
    ...policy,
    tiers: policy.tiers.map((tier) => (tier.id === "team" ? { ...tier, id: "crew" } : tier)),
  };
  const answer = smallestDifference(appWith({ people: 12 }), createAnalysis(policy, tiny), after);
  expect(answer).toMatchObject({ verdict: "found", changes: [], before: "team", after: "crew" });
});

test("policies that put every app into the same tier are not told apart by any", () => {
  const after = policyOf({ not: { fact: "people", below: 50 } });
  expect(smallestDifference(appWith({ people: 12 }), createAnalysis(policy, tiny), after)).toEqual({ verdict: "none" });
});

test("what would take more than the budget is said to", () => {
  const answer = smallestDifference(appWith({}), createAnalysis(policy, { ...tiny, budget: 1 }), policyOf(isLawful));
  expect(answer.verdict).toBe("too-large");
});
