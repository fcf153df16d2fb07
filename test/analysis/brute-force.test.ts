import fc from "fast-check";
import { createClassifier } from "plimsoll";
import { expect, test } from "vitest";
import { checkPolicy } from "../../src/policy/index.js";
import { spaceOf } from "./brute-force.js";
import { everyApp } from "./listing.js";
import { rankOf } from "./plain-meaning.js";
import { worlds } from "./small-policies.js";
import { profileWith } from "./small-profiles.js";

test("the small policies are valid", () => {
  fc.assert(
    fc.property(worlds(), ({ facts, policy }) => {
      expect(checkPolicy(policy, facts)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test("the plain meaning of a policy is what every classification says", () => {
  fc.assert(
    fc.property(worlds(), ({ facts, policy }) => {
      const classify = createClassifier(policy, { facts });
      for (const values of everyApp(facts, Object.keys(facts), []).slice(0, 200)) {
        const { tier, settled } = classify(profileWith(values));
        expect({ tier, settled }).toEqual({ tier: policy.tiers[rankOf(values, { facts, policy })]?.id, settled: true });
      }
    }),
    { numRuns: 300 },
  );
});

test("within a cell all apps are in the same tier", () => {
  fc.assert(
    fc.property(worlds(), (world) => {
      const { columns, apps, everything } = spaceOf(world);
      const ranks = new Map(apps.map(({ cells, rank }) => [cells.join(), rank]));
      for (const values of everything) {
        const cells = columns.map(({ name, cellOf }) => cellOf(values[name] ?? false));
        expect(ranks.get(cells.join())).toBe(rankOf(values, world));
      }
    }),
    { numRuns: 300 },
  );
});
