import fc from "fast-check";
import { createClassifier, type FactValue, factsOf, type Policy, standardFacts, standardPolicy } from "plimsoll";
import { createAnalysis, pathsTo, synthesizeProfile } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { completeProfileArbitrary, profileArbitrary } from "../arbitraries/profile.js";
import { policyNamed, policyNames } from "../examples/example-policies.js";
import { criterion, emptyPolicy } from "../policy/a-policy.js";
import { draws } from "../prove/draws.js";

const wordsTo = (values: Readonly<Record<string, FactValue>>, policy: Policy, tier: string) => {
  const told = pathsTo(synthesizeProfile(values) ?? expect.fail("There is such an app."), tier, policy);
  return told.verdict === "found" ? told.paths.map(({ changes }) => changes.map(({ words }) => words)) : [];
};

const betweenTwoLines: Policy = {
  ...emptyPolicy,
  criteria: [
    criterion({
      any: [
        { fact: "users", atLeast: 100 },
        { fact: "users", below: 50 },
      ],
    }),
  ],
};
const [lowest = expect.fail("The policy has tiers.")] = emptyPolicy.tiers;

test.each<readonly [what: string, values: Readonly<Record<string, FactValue>>, policy: Policy, words: string]>([
  [
    "a bound, where everything below would do",
    { users: 140 },
    standardPolicy,
    "Let 99 people use it at most, instead of 140.",
  ],
  ["no bound, where that would be too few", { users: 140 }, betweenTwoLines, "Let 99 people use it, instead of 140."],
  ["no bound, where that would be too many", { users: 20 }, betweenTwoLines, "Let 50 people use it, instead of 20."],
])("a number is given with %s", (_, values, policy, words) => {
  expect(wordsTo(values, policy, policy.tiers[0]?.id ?? lowest.id)).toEqual([[words]]);
});

const policies = [standardPolicy, ...policyNames.map((name) => policyNamed(name))].map((policy) => {
  return { policy, analysis: createAnalysis(policy), classify: createClassifier(policy) };
});

test("no way back leads over what cannot be changed, and none of its words is a question or an answer", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...policies),
      fc.oneof(completeProfileArbitrary, profileArbitrary),
      fc.nat(),
      ({ policy, analysis, classify }, profile, any) => {
        const rank = policy.tiers.findIndex(({ id }) => id === classify(profile).tier);
        const { id } = policy.tiers[any % Math.max(rank, 1)] ?? lowest;
        const told = pathsTo(profile, id, analysis);
        const changes = told.verdict === "found" ? told.paths.flatMap((path) => path.changes) : [];
        for (const { fact, question, words } of changes) {
          const asked = factsOf(policy)[fact] ?? expect.fail();
          expect(asked.changeable).toBe(true);
          // The example policies do not say what there is to do about facts of their own.
          if (!Object.hasOwn(standardFacts, fact)) continue;
          expect(words).toMatch(/^[A-Z].*[^.]\.$/);
          expect(words).not.toContain("{");
          if (rank > 0) expect([words, words.includes(question)]).toEqual([words, false]);
        }
      },
    ),
    draws(60),
  );
});
