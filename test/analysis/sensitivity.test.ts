import fc from "fast-check";
import { PlimsollError, standardPolicy } from "plimsoll";
import { type Priors, sensitivity } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { draws } from "../prove/draws.js";
import { type Column, type Space, spaceOf } from "./brute-force.js";
import { priorsOver } from "./small-claims.js";
import { analysisOf, type World, worlds } from "./small-policies.js";
import { areAlike } from "./steps.js";
import { linesOfPriors, weightOf } from "./weights.js";

/** In which share of all possible apps a fact decides. */
function shareOf({ columns, apps }: Space, { name }: Column, priors: Priors): number {
  const weigh = weightOf(columns, priors);
  const at = columns.findIndex((column) => column.name === name);
  const decided = apps.filter((one) =>
    apps.some((other) => other.rank !== one.rank && areAlike(one, other, (index) => index === at)),
  );
  const all = apps.map(weigh).reduce((sum, weight) => sum + weight, 0);
  return all === 0 ? 0 : decided.map(weigh).reduce((sum, weight) => sum + weight, 0) / all;
}

function expectShares(world: World, priors: Priors): void {
  const space = spaceOf(world, { conditions: linesOfPriors(priors) });
  const told = sensitivity(analysisOf(world), { priors });
  if (told.verdict !== "exact") throw new Error(told.message);
  const shares = told.facts.map(({ share }) => share);
  expect(shares).toEqual([...shares].sort((one, other) => other - one));
  const byName = (one: { readonly fact: string }, other: { readonly fact: string }) => (one.fact < other.fact ? -1 : 1);
  const expected = space.columns.map((column) => ({ fact: column.name, share: shareOf(space, column, priors) }));
  expect([...told.facts].sort(byName)).toEqual(expected.sort(byName));
}

test("a fact decides in as many apps as can be counted", () => {
  fc.assert(
    fc.property(worlds(), (world) => expectShares(world, {})),
    draws(400),
  );
});

test("what is more likely weighs more", () => {
  const asked = worlds().chain((world) => fc.tuple(fc.constant(world), priorsOver(world.facts)));
  fc.assert(
    fc.property(asked, ([world, priors]) => expectShares(world, priors)),
    draws(300),
  );
});

test.each<readonly [what: string, priors: Priors]>([
  ["leave out values", { users: [{ when: { atLeast: 100 }, weight: 1 }] }],
  [
    "take in values twice",
    {
      users: [
        { when: { atLeast: 0 }, weight: 1 },
        { when: { atLeast: 100 }, weight: 1 },
      ],
    },
  ],
  [
    "weigh less than nothing",
    {
      eventDriven: [
        { when: { is: true }, weight: -1 },
        { when: { is: false }, weight: 2 },
      ],
    },
  ],
  ["are of a fact that is not there", { uesrs: [] }],
])("priors that %s are refused", (_, priors) => {
  expect(() => sensitivity(standardPolicy, { priors })).toThrow(PlimsollError);
});

test("legal consequences decide in more apps than the users' departments", () => {
  const told = sensitivity(standardPolicy);
  const shares = told.verdict === "exact" ? new Map(told.facts.map(({ fact, share }) => [fact, share])) : new Map();
  expect(shares.get("legalConsequences")).toBeGreaterThan(shares.get("departments"));
});
