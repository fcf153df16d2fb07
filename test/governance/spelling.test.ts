import fc from "fast-check";
import { authorize, createClassifier, extendPolicy, type Policy, standardPolicy } from "plimsoll";
import { comparePolicies, createAnalysis, tierRange } from "plimsoll/analysis";
import { describe, expect, test } from "vitest";
import { applyAction } from "../../src/governance/action.js";
import { actionArbitrary } from "../arbitraries/action.js";
import { approvalsArbitrary, today } from "../arbitraries/approval.js";
import { completeProfileArbitrary, profileArbitrary } from "../arbitraries/profile.js";
import { respelt, spellingArbitrary } from "../arbitraries/spelling.js";
import { draws } from "../prove/draws.js";

/** Rules of every kind that ask for regimes, some of them written carelessly. */
const ours = extendPolicy(standardPolicy, {
  id: "ours",
  version: "1.0.0",
  add: {
    criteria: [
      {
        id: "payments",
        tier: "professional",
        title: "Payments under the law",
        why: "Mistakes are expensive.",
        when: {
          all: [
            { fact: "complianceRegimes", includesAny: ["pci dss", "SOX"] },
            { not: { fact: "complianceRegimes", includesAny: ["house rule 7"] } },
          ],
        },
      },
      {
        id: "both",
        tier: "it-review",
        title: "Two laws at once",
        why: "They meet.",
        when: { fact: "complianceRegimes", includesAll: ["gdpr", "HIPAA "] },
        unless: { fact: "complianceRegimes", includesAny: ["House Rule 7"] },
      },
    ],
    boundaries: [
      {
        id: "lawful-growth",
        title: "Growth under the law",
        why: "More people, more claims.",
        actions: ["grow", "access"],
        when: { fact: "complianceRegimes", includesAny: ["Gdpr"] },
        review: "architecture",
      },
    ],
  },
});

const anyProfile = fc.oneof(completeProfileArbitrary, profileArbitrary);

describe.each([standardPolicy, ours])("a regime that is spelt otherwise changes nothing ($id)", (policy) => {
  const classify = createClassifier(policy);

  test("of tier, ceiling, findings and questions", () => {
    const told = (profile: Parameters<typeof classify>[0]) => {
      const { tier, ceiling, settled, findings, questions } = classify(profile);
      const found = findings.map(({ id, status }) => [id, status]);
      return { tier, ceiling, settled, found, questions: questions.map(({ fact }) => fact) };
    };
    fc.assert(
      fc.property(anyProfile, spellingArbitrary, (profile, spelling) => {
        expect(told(respelt(profile, spelling))).toEqual(told(profile));
      }),
      draws(1000),
    );
  });

  test("of the tiers that it can be in", () => {
    const analysis = createAnalysis(policy);
    fc.assert(
      fc.property(anyProfile, spellingArbitrary, (profile, spelling) => {
        expect(tierRange(respelt(profile, spelling), analysis)).toEqual(tierRange(profile, analysis));
      }),
      draws(100),
    );
  });

  test("of what is allowed", () => {
    const asked = fc
      .tuple(anyProfile, actionArbitrary)
      .chain(([profile, action]) =>
        fc.tuple(fc.constant(profile), fc.constant(action), approvalsArbitrary(applyAction(action, profile).after)),
      );
    fc.assert(
      fc.property(asked, spellingArbitrary, ([profile, action, given], spelling) => {
        const approvals = given.map((each) => ({ ...each, policy: { id: policy.id, version: policy.version } }));
        const decide = (app: typeof profile) => authorize(action, { profile: app, approvals, asOf: today }, policy);
        expect(decide(respelt(profile, spelling)).decision).toBe(decide(profile).decision);
      }),
      draws(500),
    );
  });
});

test("rules that spell a regime otherwise are the same rules", () => {
  const otherwise: Policy = JSON.parse(
    JSON.stringify(ours).replaceAll("pci dss", "PCI DSS").replaceAll("Rule 7", "rule 7"),
  );
  expect(comparePolicies(createAnalysis(ours), [otherwise])).toEqual([{ verdict: "equivalent" }]);
});
