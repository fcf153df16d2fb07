import fc from "fast-check";
import type { Policy } from "plimsoll";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anyReadings, toldFacts as facts } from "./any-readings.js";
import { beside } from "./beside.js";
import { type Engine, startDuckdb } from "./engines.js";
import { everyPart } from "./every-part.js";
import { faults, faulty } from "./faults.js";

const { signs = [], criteria = [], tables = [], adjustments = [], tiers, components = [], ...rest } = everyPart;
const bare: Policy = { ...rest, facts: {}, tiers: tiers.map(({ limits: _, ...tier }) => tier) };

/** The policy with some of its rules, and the components that cover them. */
function only(...ids: readonly string[]): Policy {
  const isOwn = ({ id }: { readonly id: string }) => ids.includes(id);
  const covering = components.map((component) => ({
    ...component,
    covers: component.covers.filter((id) => ids.includes(id)),
  }));
  return { ...bare, signs: signs.filter(isOwn), criteria: criteria.filter(isOwn), components: covering };
}

/**
 * Small policies, so that whatever is wrong in one shows; and how many of the faults make no difference there. They leave out what
 * another part says again (a level that is at least the highest is exactly that; what was asked before need not be asked so precisely),
 * what never comes up (a tier that no rule lifts to), and what is too little to matter.
 */
const policies: readonly (readonly [name: string, policy: Policy, indifferent: number])[] = [
  ["limits", { ...bare, tiers }, 0],
  ["a count", only("writing"), 0],
  ["an exemption", only("crowd"), 0],
  ["a sign that names another", only("writing", "old"), 0],
  ["an open set with a component", only("law"), 3],
  ["a size", only("labelled"), 1],
  ["levels", only("torn"), 3],
  ["a count of conditions", only("several"), 0],
  ["points", only("risky"), 1],
  ["points that are multiplied", only("weighed"), 5],
  ["an empty set", only("idle"), 0],
  ["a table", { ...bare, tables }, 1],
  ["adjustments", { ...only("labelled", "law"), components: [], adjustments }, 3],
];

let engine: Engine;
beforeAll(async () => {
  engine = await startDuckdb();
});
afterAll(() => engine.stop());

test.each(policies)(
  "every fault in the SQL of %s is noticed that makes a difference",
  async (_, policy, indifferent) => {
    const { sql, compare } = await beside(engine, policy, fc.sample(anyReadings, 1000), { facts });
    expect((await compare()).differences).toEqual([]);
    const seeded = Object.values(faults).flatMap((fault) => faulty(sql, fault));
    const missed: string[] = [];
    for (const changed of seeded) if ((await compare(changed)).differences.length === 0) missed.push(changed);
    expect(seeded.length).toBeGreaterThan(15);
    expect(missed.length).toBeLessThanOrEqual(indifferent);
  },
);
