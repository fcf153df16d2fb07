import fc from "fast-check";
import { type AppProfile, type Policy, standardPolicy } from "plimsoll";
import {
  type Analysis,
  canReach,
  comparePolicies,
  createAnalysis,
  diffPolicies,
  independencePairs,
  lintPolicy,
  moreRiskNeverLowers,
  nextQuestions,
  pathsByComponents,
  pathsTo,
  prove,
  removableFacts,
  sensitivity,
  smallestDifference,
  sufficientReasons,
  tierRange,
  undecidedGap,
} from "plimsoll/analysis";
import { expect, test } from "vitest";
import { draws } from "../prove/draws.js";
import { analysisOf, changedPolicy, worlds } from "./small-policies.js";
import { partialProfiles } from "./small-profiles.js";

interface Asked {
  readonly profile: AppProfile;
  readonly tier: string;
  readonly other: Policy;
}

type Question = (analysis: Analysis, asked: Asked) => unknown;

/** Every question that an analysis answers. */
const questions: readonly Question[] = [
  (analysis, { tier }) => canReach(analysis, tier),
  (analysis) => prove(analysis, moreRiskNeverLowers()),
  (analysis) => lintPolicy(analysis),
  (analysis, { other }) => diffPolicies(analysis, other),
  (analysis, { other }) => comparePolicies(analysis, [other]),
  (analysis, { profile, other }) => smallestDifference(profile, analysis, other),
  (analysis, { profile, tier }) => pathsTo(profile, tier, analysis),
  (analysis, { profile, tier }) => pathsByComponents(profile, tier, analysis),
  (analysis, { profile }) => tierRange(profile, analysis),
  (analysis, { profile }) => sufficientReasons(profile, analysis),
  (analysis, { profile }) => nextQuestions(profile, analysis),
  (analysis) => sensitivity(analysis),
  (analysis) => removableFacts(analysis),
  (analysis) => independencePairs(analysis),
  (analysis) => undecidedGap(analysis),
];

/** Some questions in some order, and the one that is asked after them. */
const orders = fc.tuple(fc.shuffledSubarray([...questions.keys()]), fc.nat(questions.length - 1));

function expectAlike(make: () => Analysis, asked: Asked, before: readonly number[], last: number): void {
  const warm = make();
  for (const index of before) questions[index]?.(warm, asked);
  expect(questions[last]?.(warm, asked)).toEqual(questions[last]?.(make(), asked));
}

test("a question is answered after any others as if it were the only one", () => {
  const worldsAsked = worlds(4).chain((world) =>
    fc.tuple(
      fc.constant(world),
      fc.record({
        profile: partialProfiles(world),
        tier: fc.constantFrom(...world.policy.tiers.map(({ id }) => id)),
        other: changedPolicy(world),
      }),
      orders,
    ),
  );
  fc.assert(
    fc.property(worldsAsked, ([world, asked, [before, last]]) => {
      expectAlike(() => analysisOf(world), asked, before, last);
    }),
    draws(150),
  );
});

test("so it is by the standard policy, of an app that uses components", () => {
  const profile: AppProfile = {
    id: "sync",
    name: "Sync",
    audience: { users: 80 },
    integrations: [{ system: "ERP", direction: "bidirectional", component: { id: "data-synchronisation" } }],
  };
  const { tiers, criteria = [] } = standardPolicy;
  const other: Policy = { ...standardPolicy, criteria: criteria.slice(1) };
  const asked = { profile, tier: tiers[0]?.id ?? "", other };
  fc.assert(
    fc.property(orders, ([before, last]) => {
      const policy: Policy = standardPolicy;
      expectAlike(() => createAnalysis(policy), asked, before.slice(0, 6), last);
    }),
    draws(12),
  );
});
