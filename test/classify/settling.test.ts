import fc from "fast-check";
import {
  type AppProfile,
  type Classification,
  type Classifier,
  classify,
  createClassifier,
  extendPolicy,
  standardPolicy,
} from "plimsoll";
import { describe, expect, test } from "vitest";
import { numbersFrom } from "../../src/facts/index.js";
import { completeProfileArbitrary, profileArbitrary } from "../arbitraries/profile.js";
import { raised } from "../arbitraries/riskier.js";
import { draws } from "../prove/draws.js";
import { stepFrom } from "./steps.js";

const tiers = standardPolicy.tiers.map(({ id }) => id);
const rankOf = (tier: (typeof tiers)[number]) => tiers.indexOf(tier);
const rangeOf = ({ tier, ceiling }: Classification<(typeof tiers)[number]>) => [rankOf(tier), rankOf(ceiling)] as const;

/** The standard lines, with exemptions, and with lines that fall where the standard ones rise. */
const twisted = extendPolicy(standardPolicy, {
  id: "twisted",
  version: "1.0.0",
  change: {
    "many-users": { unless: { all: [{ fact: "support", is: true }, { sign: "compliance" }] } },
    "write-back": { unless: { fact: "unvalidatedWrites", below: 1 } },
    "strict-compliance": {
      when: {
        score: [
          { points: 2, when: { sign: "compliance" } },
          { points: -1, when: { fact: "auditTrail", is: "complete" } },
        ],
        atLeast: 2,
      },
    },
  },
  add: {
    criteria: [
      {
        id: "never-run",
        tier: "it-review",
        title: "Never run",
        why: "It is untried.",
        when: { not: { fact: "stage", atLeast: "pilot" } },
      },
    ],
    components: [{ id: "somebody-elses", title: "Another", covers: ["writes-to-system", "many-reads", "never-run"] }],
  },
});

const classifiers: readonly (readonly [string, Classifier<(typeof tiers)[number]>])[] = [
  ["the standard policy", createClassifier(standardPolicy)],
  ["a policy with exemptions and falling lines", createClassifier(twisted)],
];

const anyProfile = fc.oneof(profileArbitrary, completeProfileArbitrary);

describe.each(classifiers)("by %s", (_, classifyOne) => {
  test("the tier alone is the one of the whole answer", () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const { tier, ceiling, settled } = classifyOne(profile);
        expect(classifyOne.tierOf(profile)).toEqual({ tier, ceiling, settled });
      }),
    );
  });

  test("saying one thing more never moves the tier below, or the ceiling above, what they were", () => {
    fc.assert(
      fc.property(profileArbitrary, fc.array(fc.nat(), { minLength: 1, maxLength: 12 }), (profile, picks) => {
        let known: AppProfile = profile;
        let [least, most] = rangeOf(classifyOne(known));
        for (const pick of picks) {
          known = stepFrom(known, pick);
          const [tier, ceiling] = rangeOf(classifyOne(known));
          expect(tier).toBeGreaterThanOrEqual(least);
          expect(ceiling).toBeLessThanOrEqual(most);
          [least, most] = [tier, ceiling];
        }
      }),
      draws(200),
    );
  });

  test("the tier is never above the ceiling, and settled says that they are one", () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const classification = classifyOne(profile);
        const [tier, ceiling] = rangeOf(classification);
        expect(tier).toBeLessThanOrEqual(ceiling);
        expect(classification.settled).toBe(tier === ceiling);
      }),
    );
  });

  test("what is known in full is settled", () => {
    fc.assert(
      fc.property(completeProfileArbitrary, (profile) => {
        const { settled, questions, findings } = classifyOne(profile);
        expect({ settled, questions }).toEqual({ settled: true, questions: [] });
        expect(findings.filter(({ status }) => status === "possible")).toEqual([]);
      }),
    );
  });
});

/** More risk, one kind at a time. */
const risks: Readonly<Record<string, (profile: AppProfile) => AppProfile>> = {
  "five thousand users more": (profile) => {
    const { canOpen: _, ...audience } = profile.audience ?? {};
    const { users } = audience;
    return users === undefined ? profile : { ...profile, audience: { ...audience, users: raised(users, 5000) } };
  },
  "one department more": (profile) => {
    const { audience = {}, partial = [] } = profile;
    const { departments, users, canOpen } = audience;
    // One person is of one department.
    if ([users, canOpen].some((told) => (numbersFrom(told)?.high ?? 2) <= 1)) return profile;
    return {
      ...profile,
      audience: { ...audience, departments: [...(departments ?? []), "One more"] },
      partial: departments === undefined ? [...partial, "/audience/departments"] : partial,
    };
  },
  "one system more that is read and written": (profile) =>
    withEntry(profile, "integrations", {
      system: "One more",
      direction: "bidirectional",
      conflicts: "ignored",
      eventDriven: true,
    }),
  "one system more that is read": (profile) =>
    withEntry(profile, "integrations", { system: "One more", direction: "read" }),
  "health data": (profile) => withEntry(profile, "data", { class: "health" }),
  "internal data": (profile) => withEntry(profile, "data", { class: "semi-sensitive" }),
  "data of an unknown class": (profile) => withEntry(profile, "data", {}),
  mathematics: (profile) => withEntry(profile, "calculations", { complexity: "complex" }),
  "one regime more": (profile) => withEntry(profile, "compliance", { regime: "One more" }),
  "daily work that depends on it": (profile) => ({
    ...profile,
    criticality: { ...profile.criticality, dailyDependence: true },
  }),
  "legal consequences": (profile) => ({ ...profile, consequences: { legalForPeople: true } }),
  "a builder who has left": (profile) => ({ ...profile, ownership: { ...profile.ownership, builderPresent: false } }),
  "nobody else who understands it": (profile) => ({
    ...profile,
    ownership: { ...profile.ownership, builderPresent: profile.ownership?.builderPresent ?? false, understoodBy: [] },
    partial: (profile.partial ?? []).filter((pointer) => pointer !== "/ownership/understoodBy"),
  }),
};

/** A profile with one entry more; where nothing was known of the list, it stays open. */
function withEntry<List extends "integrations" | "data" | "calculations" | "compliance">(
  profile: AppProfile,
  list: List,
  entry: NonNullable<AppProfile[List]>[number],
): AppProfile {
  const partial = profile[list] === undefined ? [...(profile.partial ?? []), `/${list}`] : (profile.partial ?? []);
  return { ...profile, [list]: [...(profile[list] ?? []), entry], partial };
}

describe("more risk never lowers the tier or the ceiling of the standard policy", () => {
  test.each(Object.entries(risks))("%s", (_, risk) => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const [tier, ceiling] = rangeOf(classify(profile));
        const [riskier, highest] = rangeOf(classify(risk(profile)));
        expect(riskier).toBeGreaterThanOrEqual(tier);
        expect(highest).toBeGreaterThanOrEqual(ceiling);
      }),
      draws(100),
    );
  });
});
