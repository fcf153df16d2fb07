import fc from "fast-check";
import { type AppProfile, standardPolicy } from "plimsoll";
import {
  type Analysis,
  canReach,
  createAnalysis,
  diffPolicies,
  independencePairs,
  lintPolicy,
  moreRiskNeverLowers,
  prove,
  removableFacts,
  sensitivity,
  tierRange,
  undecidedGap,
} from "plimsoll/analysis";
import { expect, test } from "vitest";
import { policyOf } from "../policy/a-policy.js";
import { draws } from "../prove/draws.js";
import { ownFact } from "./own-facts.js";
import { type World, worlds } from "./small-policies.js";
import { partialProfiles } from "./small-profiles.js";

const asked = worlds(3).chain((world) =>
  fc.tuple(fc.constant(world), partialProfiles(world), fc.integer({ min: 1, max: 150 })),
);

/** Every question that has one answer. */
const questions = ({ policy }: World, profile: AppProfile) => {
  const tier = policy.tiers[0]?.id ?? "";
  return [
    (analysis: Analysis) => canReach(analysis, tier),
    (analysis: Analysis) => prove(analysis, { never: { tier: { is: tier } } }),
    (analysis: Analysis) => prove(analysis, moreRiskNeverLowers()),
    (analysis: Analysis) => diffPolicies(analysis, { ...policy, criteria: [] }),
    (analysis: Analysis) => tierRange(profile, analysis),
    (analysis: Analysis) => sensitivity(analysis),
    (analysis: Analysis) => removableFacts(analysis),
    (analysis: Analysis) => undecidedGap(analysis),
    (analysis: Analysis) => independencePairs(analysis),
  ];
};

test("an answer is the same whatever the budget, or that it is too small", () => {
  fc.assert(
    fc.property(asked, ([world, profile, budget]) => {
      const { policy, facts, constraints } = world;
      const free = createAnalysis(policy, { facts, constraints });
      const bound = createAnalysis(policy, { facts, constraints, budget });
      for (const ask of questions(world, profile)) {
        const answer = ask(bound);
        if (answer.verdict !== "too-large") expect(answer).toEqual(ask(free));
      }
    }),
    draws(300),
  );
});

test("what was asked before takes nothing from the budget", () => {
  fc.assert(
    fc.property(asked, ([world, profile, budget]) => {
      const { policy, facts, constraints } = world;
      const bound = () => createAnalysis(policy, { facts, constraints, budget });
      const warm = bound();
      lintPolicy(warm);
      for (const ask of questions(world, profile)) {
        const fresh = ask(bound());
        if (fresh.verdict !== "too-large") expect(ask(warm)).toEqual(fresh);
      }
    }),
    draws(150),
  );
});

/** Runs in which whether a rule stands was too large a question, and which of its parts matter was not. */
const found = { seed: 740755144, path: "138:43:0:0:0:0:0:4:0" };

test.each([draws(300), found])("what is found within the budget is found without it as well (%j)", (runs) => {
  fc.assert(
    fc.property(asked, ([{ policy, facts, constraints }, , budget]) => {
      const all = lintPolicy(createAnalysis(policy, { facts, constraints }));
      const { findings, complete } = lintPolicy(createAnalysis(policy, { facts, constraints, budget }));
      if (complete) expect(findings).toEqual(all.findings);
      for (const { id, pointer } of findings) {
        expect(all.findings.map((each) => `${each.id} ${each.pointer}`)).toContain(`${id} ${pointer}`);
      }
    }),
    runs,
  );
});

test("a budget that is too small is said to be", () => {
  const answer = canReach(createAnalysis(standardPolicy, { budget: 10 }), "citizen");
  expect(answer.verdict === "too-large" && answer.message).toContain("budget of 10");
});

test("a larger budget is advised only where it would change something", () => {
  const members = Array.from({ length: 16 }, (_, index) => `member ${index}`);
  const facts = { many: ownFact("many", { kind: "set", members, open: false }) };
  const pairs = members.slice(1).map((member, index) => ({ fact: "many", includesAll: [members[index], member] }));
  const answer = canReach(createAnalysis(policyOf({ any: pairs }), { facts }), "central");
  expect(answer.verdict === "too-large" && answer.message).toContain("name fewer members");
  expect(answer.verdict === "too-large" && answer.message).not.toContain("budget");
});
