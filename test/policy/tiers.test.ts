import { expect, test } from "vitest";
import { rankingOf, ranksOf } from "../../src/policy/index.js";

const given = { tiers: [{ id: "alone" }, { id: "together" }, { id: "professionals" }] };

test("tiers are ranked as they stand in their policy, from the least risk on", () => {
  expect(given.tiers.map(({ id }) => rankingOf(given)(id))).toEqual([0, 1, 2]);
  expect([...ranksOf(given)]).toEqual([
    ["alone", 0],
    ["together", 1],
    ["professionals", 2],
  ]);
});

test("a tier that the policy has not is refused by name", () => {
  expect(() => rankingOf(given)("citizen")).toThrow('It has no tier "citizen".');
  expect(() => rankingOf(given)("citizen")).toThrow(expect.objectContaining({ code: "invalid-policy" }));
});
