import { createClassifier, deriveFacts, type FactValue, safeParseProfile } from "plimsoll";
import type { Witness } from "plimsoll/analysis";
import { expect } from "vitest";
import { type App, type Column, cellsIn, type Space } from "./brute-force.js";
import type { World } from "./small-policies.js";
import { harmlessCell, isCheaper, remarkable } from "./steps.js";

const sorted = (value: FactValue | undefined) => (Array.isArray(value) ? [...value].sort() : value);

/** A witness is a valid profile, says what it is said to say, and is in the tier that it is said to be in. */
export function expectSound({ facts, policy }: World, { profile, facts: values, tier }: Witness): void {
  expect(safeParseProfile(profile).ok).toBe(true);
  const seen = createClassifier(policy, { facts })(profile);
  expect({ tier: seen.tier, settled: seen.settled }).toEqual({ tier, settled: true });
  const readings = deriveFacts(profile, facts);
  for (const [name, value] of Object.entries(values)) {
    const reading = readings[name];
    expect(reading?.kind).toBe("exact");
    expect(sorted(reading?.kind === "exact" ? reading.value : undefined)).toEqual(sorted(value));
  }
}

/** The possible app that a witness is, up to what lines tell apart. */
export function appOf({ columns, apps }: Space, { facts }: Witness): App {
  const cells = cellsIn(columns, facts);
  const app = apps.find((each) => each.cells.join() === cells.join());
  if (app === undefined) throw new Error(`No app can be like ${JSON.stringify(facts)}.`);
  return app;
}

/** Of all apps that are sought, none is less remarkable. */
export function expectLeastRemarkable(space: Space, witness: Witness, sought: readonly App[]): void {
  const app = appOf(space, witness);
  expect(sought).toContain(app);
  const cost = costOf(space.columns);
  const better = sought.filter((other) => isCheaper(cost(other), cost(app)));
  expect(better.map(({ values }) => values)).toEqual([]);
}

const costOf = (columns: readonly Column[]) => {
  const home = columns.map(harmlessCell);
  return ({ cells }: App) => remarkable(columns, cells, home);
};
