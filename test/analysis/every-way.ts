import type { Catalogue, Condition, FactCondition, Policy } from "plimsoll";
import { canReach, createAnalysis } from "plimsoll/analysis";
import { expect } from "vitest";
import { valuesIn } from "../facts/small-lists.js";
import { isSo, type Values } from "./plain-meaning.js";

const policy: Policy<"low" | "high"> = {
  id: "plain",
  version: "1.0.0",
  title: "No line at all",
  tiers: [
    { id: "low", title: "Low", advice: "Go on." },
    { id: "high", title: "High", advice: "Ask first." },
  ],
};

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

/** Holds what can be reached against all apps there are, for every way in which some lines can be so or not. */
export function isExact(facts: Catalogue, lines: readonly FactCondition[], apps: readonly Values[]): void {
  const analysis = createAnalysis(policy, { facts });
  for (const way of everyWay(lines)) {
    const all = lines.map((line, index): Condition => (way[index] ? line : { not: line }));
    const isFound = apps.some((values) => isSo({ all }, values, { facts, policy }));
    const reach = canReach(analysis, "low", { all });
    expect(reach.verdict, JSON.stringify(all)).toBe(isFound ? "reachable" : "unreachable");
    if (reach.verdict !== "reachable") continue;
    const values = valuesIn(reach.witness.profile, facts);
    expect(isSo({ all }, values, { facts, policy }), JSON.stringify(all)).toBe(true);
  }
}
