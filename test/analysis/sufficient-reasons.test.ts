import fc from "fast-check";
import { standardPolicy } from "plimsoll";
import { sufficientReasons } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { deriveFact } from "../../src/facts/index.js";
import { draws } from "../prove/draws.js";
import { agreesWith, type Column, couldBe, spaceOf } from "./brute-force.js";
import { minimal, subsetsOf } from "./listing.js";
import { analysisOf, worlds } from "./small-policies.js";
import { partialProfiles } from "./small-profiles.js";

test("the reasons are all smallest sets of facts that force the tier, the smallest first", () => {
  const asked = worlds().chain((world) => fc.tuple(fc.constant(world), partialProfiles(world)));
  fc.assert(
    fc.property(asked, ([world, profile]) => {
      const { facts, policy } = world;
      const { columns, everything, rankOf } = spaceOf(world);
      const ranks = new Set(everything.filter((values) => agreesWith(values, profile, facts)).map(rankOf));
      const answer = sufficientReasons(profile, analysisOf(world), { most: 1000 });
      expect(answer.verdict).toBe(ranks.size === 1 ? "found" : "open");
      if (answer.verdict !== "found") return;
      const told = columns.filter(({ fact }) => deriveFact("", fact, profile, undefined).kind !== "unknown");
      const forces = (chosen: readonly Column[]) =>
        everything.every(
          (values) =>
            ranks.has(rankOf(values)) ||
            chosen.some(
              ({ name, fact }) => !couldBe(fact, values[name] ?? false, deriveFact("", fact, profile, undefined)),
            ),
        );
      const enough = subsetsOf(told)
        .filter(forces)
        .map((chosen) => chosen.map(({ name }) => name));
      const found = answer.reasons.map((reason) => [...reason.facts]);
      expect(found.map((each) => each.sort().join()).sort()).toEqual(
        minimal(enough)
          .map((each) => [...each].sort().join())
          .sort(),
      );
      const sizes = found.map(({ length }) => length);
      expect(sizes).toEqual([...sizes].sort((one, other) => one - other));
      expect(answer.reasons.every((reason) => reason.words.length === reason.facts.length)).toBe(true);
      expect(answer.complete).toBe(true);
      expect([policy.tiers.findIndex(({ id }) => id === answer.tier)]).toEqual([...ranks]);
    }),
    draws(400),
  );
});

test("payment data forces the tier of an app, however many people use it", () => {
  const app = { id: "pay", name: "Payroll", data: [{ class: "payment" as const }], audience: { users: 9 } };
  const told = sufficientReasons(app, standardPolicy);
  expect(told).toMatchObject({ verdict: "found", tier: "professional", complete: true });
  expect(told.verdict === "found" && told.reasons.map(({ facts }) => facts)).toEqual([
    ["dataSensitivity"],
    ["sensitiveData"],
  ]);
});
