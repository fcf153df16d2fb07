import fc from "fast-check";
import {
  classify,
  createClassifier,
  deriveFacts,
  type FactValue,
  factsOf,
  type Line,
  parseProfile,
  standardPolicy,
} from "plimsoll";
import { boundaryValues, factsArbitrary, profileArbitrary } from "plimsoll/testing";
import { describe, expect, test } from "vitest";
import { policies } from "../guide/policies.js";
import { policyOf } from "../policy/a-policy.js";

describe.each(policies)("of the policy %s", (_, policy) => {
  test("there are values around the limit of every line through numbers and levels, each with an app", () => {
    for (const { fact, value, profile } of boundaryValues(policy)) {
      expect(deriveFacts(parseProfile(profile), factsOf(policy))[fact]).toMatchObject({ kind: "exact", value });
    }
  });

  test("arbitrary apps are profiles of which everything is known, and are in every tier", () => {
    const byPolicy = createClassifier(policy);
    const seen = new Set<string>();
    fc.assert(
      fc.property(profileArbitrary(fc, policy), (app) => {
        const { settled, tier } = byPolicy(parseProfile(app));
        seen.add(tier);
        expect(settled).toBe(true);
      }),
      { numRuns: 200 },
    );
    expect(seen.size).toBeGreaterThan(1);
  });
});

test("a line through numbers with fractions has its limit, and a little on both sides", () => {
  const growth = boundaryValues(standardPolicy).filter(({ fact }) => fact === "userGrowth");
  expect(growth.map(({ value }) => value)).toEqual([4.9, 5, 5.1]);
});

test("arbitrary facts lie on every side of every line", () => {
  const users = fc
    .sample(factsArbitrary(fc, standardPolicy), { numRuns: 300, seed: 1 })
    .map((facts) => Number(facts.users));
  for (const [from, to] of [
    [0, 50],
    [51, 99],
    [100, 499],
    [500, Number.POSITIVE_INFINITY],
  ] as const) {
    expect(users.some((count) => count >= from && count <= to)).toBe(true);
  }
});

test("an app beside a line is on the side of it that its value says", () => {
  const [below, above] = boundaryValues(standardPolicy).filter(({ value }) => value === 99 || value === 100);
  expect([below, above].map((each) => each?.profile && classify(each.profile).tier)).toEqual(["citizen", "it-review"]);
});

test.each<[string, Line, readonly FactValue[]]>([
  ["users", { atLeast: 100 }, [99, 100, 101]],
  ["users", { above: 50 }, [49, 50, 51]],
  ["users", { below: 0.5 }, [0, 1]],
  ["users", { atMost: 0 }, [0, 1]],
  ["users", { between: [3, 4] }, [2, 3, 4, 5]],
  ["calculation", { atLeast: "moderate" }, ["simple", "moderate", "complex"]],
  ["calculation", { is: "complex" }, ["moderate", "complex"]],
])("%s beside the line %j is %j", (fact, line, values) => {
  const policy = policyOf({ fact, ...line });
  expect(boundaryValues(policy).map(({ value }) => value)).toEqual(values);
});
