import fc from "fast-check";
import { type Condition, type StandardTierId, standardPolicy } from "plimsoll";
import { canReach } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { draws } from "../prove/draws.js";
import { spaceOf } from "./brute-force.js";
import { isSo } from "./plain-meaning.js";
import { analysisOf, conditionIn, worlds } from "./small-policies.js";
import { expectLeastRemarkable, expectSound } from "./witnesses.js";

test("a tier is reachable exactly when some app is in it, and the least remarkable one is shown", () => {
  fc.assert(
    fc.property(worlds(), (world) => {
      const space = spaceOf(world);
      const analysis = analysisOf(world);
      world.policy.tiers.forEach(({ id }, rank) => {
        const inTier = space.apps.filter((app) => app.rank === rank);
        const reach = canReach(analysis, id);
        expect(reach.verdict).toBe(inTier.length > 0 ? "reachable" : "unreachable");
        if (reach.verdict !== "reachable") return;
        expect(reach.witness.tier).toBe(id);
        expectSound(world, reach.witness);
        expectLeastRemarkable(space, reach.witness, inTier);
      });
    }),
    draws(400),
  );
});

test("a condition besides is honoured, also where it draws lines that the policy does not", () => {
  const asked = worlds().chain((world) =>
    fc.tuple(fc.constant(world), conditionIn(world), fc.constantFrom(...world.policy.tiers.keys())),
  );
  fc.assert(
    fc.property(asked, ([world, where, rank]) => {
      const tier = world.policy.tiers[rank]?.id ?? "";
      const space = spaceOf(world, { conditions: [where] });
      const sought = space.apps.filter((app) => app.rank === rank && isSo(where, app.values, world));
      const reach = canReach(analysisOf(world), tier, where);
      expect(reach.verdict).toBe(sought.length > 0 ? "reachable" : "unreachable");
      if (reach.verdict !== "reachable") return;
      expect(reach.witness.tier).toBe(tier);
      expect(isSo(where, reach.witness.facts, world)).toBe(true);
      expectSound(world, reach.witness);
      expectLeastRemarkable(space, reach.witness, sought);
    }),
    draws(400),
  );
});

type Row = readonly [
  what: string,
  tier: StandardTierId,
  where: Condition | undefined,
  verdict: "reachable" | "unreachable",
];

test.each<Row>([
  ["an app in the lowest tier", "citizen", undefined, "reachable"],
  ["99 people in the lowest tier", "citizen", { fact: "users", atLeast: 99 }, "reachable"],
  ["100 people in the lowest tier", "citizen", { fact: "users", atLeast: 100 }, "unreachable"],
  ["health data in the lowest tier", "citizen", { fact: "sensitiveData", includesAny: ["health"] }, "unreachable"],
  [
    "more people at once than at all",
    "professional",
    {
      all: [
        { fact: "peakConcurrentUsers", above: 20 },
        { fact: "users", below: 20 },
      ],
    },
    "unreachable",
  ],
])("%s", (_, tier, where, verdict) => {
  expect(canReach(standardPolicy, tier, where).verdict).toBe(verdict);
});
