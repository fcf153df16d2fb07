import fc from "fast-check";
import { classify, createClassifier, PlimsollError, standardPolicy } from "plimsoll";
import { createAnalysis, synthesizeProfile, tierRange } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { completeProfileArbitrary, profileArbitrary } from "../arbitraries/profile.js";
import { policyNamed } from "../examples/example-policies.js";
import { draws } from "../prove/draws.js";
import { agreesWith, spaceOf } from "./brute-force.js";
import { analysisOf, type World, worlds } from "./small-policies.js";
import { anyProfile, partialProfiles } from "./small-profiles.js";

const tiersOf = (world: World, ranks: readonly number[]) =>
  world.policy.tiers.flatMap(({ id }, rank) => (ranks.includes(rank) ? [id] : []));

test("the range is the tiers of all possible apps that agree with the profile", () => {
  const asked = worlds().chain((world) => fc.tuple(fc.constant(world), partialProfiles(world)));
  fc.assert(
    fc.property(asked, ([world, profile]) => {
      const { everything, rankOf } = spaceOf(world);
      const ranks = everything.filter((values) => agreesWith(values, profile, world.facts)).map(rankOf);
      const tiers = tiersOf(world, ranks);
      expect(tierRange(profile, analysisOf(world))).toEqual({
        verdict: "exact",
        lowest: tiers[0],
        highest: tiers.at(-1),
        tiers,
      });
    }),
    draws(400),
  );
});

test("a profile that no app can be like is refused, and no other one", () => {
  const asked = worlds().chain((world) => fc.tuple(fc.constant(world), anyProfile(world.facts)));
  fc.assert(
    fc.property(asked, ([world, profile]) => {
      const { everything, rankOf } = spaceOf(world);
      const ranks = everything.filter((values) => agreesWith(values, profile, world.facts)).map(rankOf);
      const ask = () => tierRange(profile, analysisOf(world));
      if (ranks.length === 0) expect(ask).toThrow(PlimsollError);
      else expect(ask()).toMatchObject({ tiers: tiersOf(world, ranks) });
    }),
    draws(300),
  );
});

test("the range lies within what a classification leaves open", () => {
  const asked = worlds().chain((world) => fc.tuple(fc.constant(world), partialProfiles(world)));
  fc.assert(
    fc.property(asked, ([world, profile]) => {
      const { facts, policy } = world;
      const { tier, ceiling } = createClassifier(policy, { facts })(profile);
      const range = tierRange(profile, analysisOf(world));
      const rank = (id: string) => policy.tiers.findIndex((each) => each.id === id);
      if (range.verdict !== "exact") throw new Error(range.message);
      expect(rank(range.lowest)).toBeGreaterThanOrEqual(rank(tier));
      expect(rank(range.highest)).toBeLessThanOrEqual(rank(ceiling));
    }),
    draws(300),
  );
});

test.each([
  ["nothing is known", {}, ["citizen", "it-review", "professional"]],
  ["many people use it", { audience: { users: 140 } }, ["it-review", "professional"]],
  ["it holds payment data", { data: [{ class: "payment" as const }] }, ["professional"]],
])("%s", (_, told, tiers) => {
  expect(tierRange({ id: "app", name: "An app", ...told }, standardPolicy)).toMatchObject({ verdict: "exact", tiers });
});

const rank = (tier: string) => standardPolicy.tiers.findIndex(({ id }) => id === tier);

test("by the standard policy too, the range lies within what a classification leaves open", () => {
  const analysis = createAnalysis(standardPolicy);
  fc.assert(
    fc.property(profileArbitrary, (profile) => {
      const { tier, ceiling } = classify(profile);
      const range = tierRange(profile, analysis);
      if (range.verdict !== "exact") throw new Error(range.message);
      expect(rank(range.lowest)).toBeGreaterThanOrEqual(rank(tier));
      expect(rank(range.highest)).toBeLessThanOrEqual(rank(ceiling));
    }),
    draws(200),
  );
});

test("data of which the class is not told is data", () => {
  const audience = { outsideUsers: true };
  const app = { id: "app", name: "App", audience, ownership: { itOwner: null } };
  const entry = { encryptedAtRest: true, retention: "enforced" as const };
  const tiersOf = (data: readonly object[]) => {
    const range = tierRange({ ...app, data }, policyNamed("data-class-matrix"));
    return range.verdict === "exact" ? range.tiers : [];
  };
  const classes = ["general", "semi-sensitive", "personal", "financial", "health", "payment", "secrets"] as const;
  const completions = new Set(classes.flatMap((own) => tiersOf([{ ...entry, class: own }])));
  expect([...tiersOf([entry])].sort()).toEqual([...completions].sort());
});

test("an app of which everything is known is in one tier", () => {
  const analysis = createAnalysis(standardPolicy);
  fc.assert(
    fc.property(completeProfileArbitrary, (profile) => {
      expect(tierRange(profile, analysis)).toMatchObject({ tiers: [classify(profile).tier] });
    }),
    draws(200),
  );
});

const handled = (id: string) => ({ component: { id } });

test.each([
  ["payment data", { data: [{ class: "payment" as const, ...handled("payment-processing") }] }],
  ["data of which the class is not told", { data: [handled("payment-processing")] }],
  [
    "systems of which the direction is not told",
    { integrations: ["ERP", "CRM"].map((system) => ({ system, ...handled("data-synchronisation") })) },
  ],
])("a component that handles %s leaves no more open than a classification says", (_, told) => {
  const app = { ...synthesizeProfile({}), id: "app", name: "An app", ...told };
  const range = tierRange(app, standardPolicy);
  expect(range.verdict === "exact" && rank(range.highest)).toBeLessThanOrEqual(rank(classify(app).ceiling));
});
