import { type Condition, classify, safeParsePolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { policyOf } from "../policy/a-policy.js";

/** The most is 5 times 5: 25. */
const shareOf = (percent: number): Condition => ({
  product: [
    [{ fact: "users", bands: [1, 50, 500].map((atLeast, step) => ({ atLeast, points: step * 2 + 1 })) }],
    [{ fact: "dataSensitivity", points: { general: 1, "semi-sensitive": 3, sensitive: 5 } }],
  ],
  atLeast: { percent },
});
const tierOf = (percent: number, users: number, sensitivity: "general" | "personal") =>
  classify({ id: "a", name: "A", audience: { users }, data: [{ class: sensitivity }] }, policyOf(shareOf(percent)))
    .tier;

describe("a share of what a product can come to", () => {
  test.each<readonly [percent: number, users: number, data: "general" | "personal", tier: string]>([
    [100, 500, "personal", "central"],
    [100, 499, "personal", "team"],
    [60, 50, "personal", "central"],
    [60.1, 50, "personal", "team"],
    [20, 1, "personal", "central"],
    [20, 500, "general", "central"],
    [20.001, 500, "general", "team"],
  ])("%d % of it, with %d users and %s data", (percent, users, data, tier) => {
    expect(tierOf(percent, users, data)).toBe(tier);
  });

  test("is more than none of it, and no more than all", () => {
    const told = [0, 101].map((percent) => {
      const result = safeParsePolicy(policyOf(shareOf(percent)));
      return result.ok ? [] : result.problems.map(({ pointer, code }) => [pointer, code]);
    });
    const problem = ["/criteria/0/when/atLeast/percent", "out-of-range"];
    expect(told).toEqual([[problem], [problem]]);
  });
});
