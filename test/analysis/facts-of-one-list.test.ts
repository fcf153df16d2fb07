import fc from "fast-check";
import type { Catalogue, Condition, FactCondition, Policy } from "plimsoll";
import { canReach, createAnalysis } from "plimsoll/analysis";
import { describe, expect, test } from "vitest";
import { catalogues, longerApps, valuesIn } from "../facts/small-lists.js";
import { draws } from "../prove/draws.js";
import { isSo } from "./plain-meaning.js";

const policy: Policy<"low" | "high"> = {
  id: "plain",
  version: "1.0.0",
  title: "No line at all",
  tiers: [
    { id: "low", title: "Low", advice: "Go on." },
    { id: "high", title: "High", advice: "Ask first." },
  ],
};

/** The lines that the facts of a small catalogue are told apart by here. */
const linesOn = (facts: Catalogue): readonly FactCondition[] =>
  Object.entries(facts).flatMap(([fact, { domain }]): readonly FactCondition[] => {
    if (domain.kind === "number") return [1, 2].map((atLeast) => ({ fact, atLeast }));
    if (domain.kind === "ordinal") return domain.levels.slice(1).map((atLeast) => ({ fact, atLeast }));
    if (domain.kind === "set") return domain.members.map((member) => ({ fact, includesAny: [member] }));
    return [{ fact, is: true }];
  });

/** Every way in which lines can be so and not be so. */
const everyWay = (lines: readonly FactCondition[]): readonly (readonly boolean[])[] =>
  lines.reduce<readonly (readonly boolean[])[]>(
    (ways, _) =>
      ways.flatMap((way) => [
        [...way, true],
        [...way, false],
      ]),
    [[]],
  );

describe("facts that are read from one list", () => {
  test("can be together what the entries of some list make of them, and nothing else", () => {
    fc.assert(
      fc.property(catalogues, (facts) => {
        const lines = linesOn(facts);
        fc.pre(lines.length <= 7);
        // Two of each fact that counts, and one of each other, are the most that any way asks for.
        const apps = longerApps(facts, Object.keys(facts).length * 2);
        const analysis = createAnalysis(policy, { facts });
        for (const way of everyWay(lines)) {
          const all = lines.map((line, index): Condition => (way[index] ? line : { not: line }));
          const isFound = apps.some((values) => isSo({ all }, values, { facts, policy }));
          const reach = canReach(analysis, "low", { all });
          expect(reach.verdict, JSON.stringify(all)).toBe(isFound ? "reachable" : "unreachable");
          if (reach.verdict !== "reachable") continue;
          const values = valuesIn(reach.witness.profile, facts);
          expect(isSo({ all }, values, { facts, policy })).toBe(true);
        }
      }),
      draws(20),
    );
  });
});
