import fc from "fast-check";
import { createClassifier, extendPolicy, standardPolicy } from "plimsoll";
import { comparePolicies } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { draws } from "../prove/draws.js";
import { spaceOf } from "./brute-force.js";
import { rankOf } from "./plain-rules.js";
import { analysisOf, changedPolicy, worlds } from "./small-policies.js";
import { expectLeastRemarkable, expectSound } from "./witnesses.js";

const compared = worlds().chain((world) =>
  fc.tuple(fc.constant(world), fc.array(changedPolicy(world), { minLength: 1, maxLength: 4 })),
);

test("of many policies each is held against the first, with the least remarkable app that it moves", () => {
  fc.assert(
    fc.property(compared, ([world, others]) => {
      const { facts, policy } = world;
      const space = spaceOf(world, { policies: others });
      const answers = comparePolicies(analysisOf(world), others);
      expect(answers).toHaveLength(others.length);
      others.forEach((other, index) => {
        const moved = space.apps.filter(
          ({ values, rank }) => policy.tiers[rank]?.id !== other.tiers[rankOf(values, { facts, policy: other })]?.id,
        );
        const answer = answers[index];
        expect(answer?.verdict).toBe(moved.length > 0 ? "different" : "equivalent");
        if (answer?.verdict !== "different") return;
        const { witness, afterwards } = answer;
        expectSound(world, witness);
        expectLeastRemarkable(space, witness, moved);
        expect(createClassifier(other, { facts })(witness.profile).tier).toBe(afterwards);
        expect(afterwards).not.toBe(witness.tier);
      });
    }),
    draws(400),
  );
});

test("a policy is equivalent to itself, and to one with another rule that decides nothing", () => {
  const crowd = {
    id: "crowd",
    tier: "it-review",
    title: "A crowd",
    why: "Many ask.",
    when: { fact: "users", atLeast: 900 },
  } as const;
  const ours = extendPolicy(standardPolicy, { id: "ours", version: "1.0.0", add: { criteria: [crowd] } });
  expect(comparePolicies(standardPolicy, [standardPolicy, ours])).toEqual([
    { verdict: "equivalent" },
    { verdict: "equivalent" },
  ]);
});
