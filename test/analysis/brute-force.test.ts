import fc from "fast-check";
import { type Condition, createClassifier } from "plimsoll";
import { expect, test } from "vitest";
import { checkPolicy } from "../../src/policy/index.js";
import { policyOf } from "../policy/a-policy.js";
import { draws } from "../prove/draws.js";
import { spaceOf } from "./brute-force.js";
import { everyApp } from "./listing.js";
import { ownFact } from "./own-facts.js";
import type { PolicyAndFacts } from "./plain-meaning.js";
import { rankOf } from "./plain-rules.js";
import { worlds } from "./small-policies.js";
import { profileWith } from "./small-profiles.js";
import { seenBy } from "./three-valued.js";

test("the small policies are valid", () => {
  fc.assert(
    fc.property(worlds(), ({ facts, policy }) => {
      expect(checkPolicy(policy, facts)).toEqual([]);
    }),
    draws(400),
  );
});

/** The places of the tiers of all apps, by their plain meaning; each is what its classification says. */
function ranksIn({ facts, policy }: PolicyAndFacts, most = Number.POSITIVE_INFINITY): readonly number[] {
  const classify = createClassifier(policy, { facts });
  return everyApp(facts, Object.keys(facts), [])
    .slice(0, most)
    .map((values) => {
      const rank = rankOf(values, { facts, policy });
      const { tier, settled } = classify(profileWith(values));
      expect({ tier, settled }).toEqual({ tier: policy.tiers[rank]?.id, settled: true });
      return rank;
    });
}

test("the plain meaning of a policy is what every classification says", () => {
  fc.assert(
    fc.property(worlds(), (world) => {
      ranksIn(world, 200);
    }),
    draws(300),
  );
});

test("three-valued logic takes an app where every classification says, for certain and at most", () => {
  const asked = worlds(4).chain((world) =>
    fc.tuple(fc.constant(world), fc.infiniteStream(fc.constantFrom("told", "open"))),
  );
  fc.assert(
    fc.property(asked, ([{ facts, policy }, picks]) => {
      const classify = createClassifier(policy, { facts });
      for (const values of everyApp(facts, Object.keys(facts), []).slice(0, 40)) {
        const known = Object.fromEntries(Object.entries(values).filter(() => picks.next().value === "told"));
        const { tier, ceiling } = classify(profileWith(known));
        const seen = seenBy(known, { facts, policy }).map((rank) => policy.tiers[rank]?.id);
        expect(seen).toEqual([tier, ceiling]);
      }
    }),
    draws(150),
  );
});

test("what brings no points is not asked, also where a share of the most points is", () => {
  const facts = {
    first: ownFact("first", { kind: "set", members: ["north", "south"], open: false }),
    second: ownFact("second", { kind: "enum", values: ["red", "blue"] }),
  };
  const never: Condition = {
    product: [[{ fact: "first", pointsEach: { north: 1 } }], [{ fact: "second", points: { blue: 0 } }]],
    atLeast: 1,
  };
  const items = [
    { points: 1, when: { fact: "first", includesAny: ["north"] } },
    { points: -2, when: { not: never } },
  ] as const;
  const policy = policyOf({ score: items, atLeast: { percent: 100 } });
  // Points that are certain to be taken away are no part of the most that there can be.
  expect(ranksIn({ facts, policy })).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
});

test("within a cell all apps are in the same tier", () => {
  fc.assert(
    fc.property(worlds(), (world) => {
      const { columns, apps, everything } = spaceOf(world);
      const ranks = new Map(apps.map(({ cells, rank }) => [cells.join(), rank]));
      for (const values of everything) {
        const cells = columns.map(({ name, cellOf }) => cellOf(values[name] ?? false));
        expect(ranks.get(cells.join())).toBe(rankOf(values, world));
      }
    }),
    draws(300),
  );
});
