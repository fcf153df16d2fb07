import fc from "fast-check";
import { type AppProfile, classify, type Policy } from "plimsoll";
import { createAnalysis, pathsTo } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { anyWorlds, type CoveredWorld, completionsOf, profileOf, rankOf } from "../classify/covered-worlds.js";
import { emptyPolicy, sign } from "../policy/a-policy.js";
import { draws } from "../prove/draws.js";
import { minimal, subsetsOf } from "./listing.js";

type Told = CoveredWorld["told"];
type Name = keyof Told;

const names = ["support", "monitoring", "users"] as const satisfies readonly Name[];
const values: { readonly [One in Name]: readonly NonNullable<Told[One]>[] } = {
  support: [true, false],
  monitoring: [true, false],
  users: [10, 60],
};
const isFew = (users: number) => users < 50;

/** Every app in which these facts are told otherwise, all that is told of others being as it was. */
function changed({ told }: CoveredWorld, chosen: readonly Name[]): readonly Told[] {
  return chosen.reduce<readonly Told[]>(
    (some, name) =>
      some.flatMap((one) =>
        values[name]
          .filter((value) => {
            const now = told[name];
            if (typeof now === "number" && typeof value === "number") return isFew(now) !== isFew(value);
            return now !== value;
          })
          .map((value) => ({ ...one, [name]: value })),
      ),
    [told],
  );
}

test("the ways that leave alone what components handle are all smallest sets of such changes, and no others", () => {
  const asked = fc.tuple(anyWorlds, fc.nat(2));
  fc.assert(
    fc.property(asked, ([world, rank]) => {
      const ranksOf = (told: Told) => completionsOf({ ...world, told }).map((open) => rankOf(world, open));
      const isAbove = ranksOf(world.told).some((each) => each > rank);
      const isGood = (told: Told) => ranksOf(told).every((each) => (isAbove ? each <= rank : each >= rank));
      const enough = subsetsOf(names).filter((chosen) => changed(world, chosen).some(isGood));
      const tier = world.policy.tiers[rank]?.id ?? "";
      const profile: AppProfile = profileOf(world, world.told);
      const told = pathsTo(profile, tier, createAnalysis(world.policy), { most: 1000 });
      const paths = told.verdict === "found" ? told.paths : [];
      const found = paths
        .map(({ changes }) => changes.map(({ fact }) => fact))
        .filter((facts) => facts.every((fact) => names.some((name) => name === fact)));
      const inOrder = (facts: readonly string[]) => names.filter((name) => facts.includes(name)).join();
      expect(found.map(inOrder).sort()).toEqual(minimal(enough).map(inOrder).sort());
    }),
    draws(150),
  );
});

const app: AppProfile = {
  id: "app",
  name: "App",
  audience: { users: 5 },
  integrations: [{ system: "ERP", direction: "write", component: { id: "sync" } }],
};
const crowd = { fact: "users", atLeast: 50 } as const;
const writing = { fact: "systemsWritten", atLeast: 1 } as const;
const covering = (when: Parameters<typeof sign>[1]): Policy => ({
  ...emptyPolicy,
  signs: [sign("covered", when)],
  components: [{ id: "sync", title: "Synchronisation", covers: ["covered"] }],
});

test.each([
  ["does not hold yet, and has nothing to do with parts", crowd, true],
  ["is taken care of as long as few people use it", { any: [crowd, writing] }, false],
])("a rule that a component covers brings an app up where it %s", (_, when, complete) => {
  const policy = covering(when);
  expect(classify(app, policy)).toMatchObject({ tier: "team", settled: true });
  const told = pathsTo(app, "central", policy);
  if (told.verdict !== "found") return expect.unreachable("More people bring it up.");
  expect(told.paths.map(({ changes }) => changes.map(({ fact, to }) => [fact, to]))).toEqual([[["users", 50]]]);
  expect(told.complete).toBe(complete);
  for (const { witness } of told.paths) expect(classify(witness.profile, policy).tier).toBe("central");
});

test("that parts could be added which no component handles is said to be left out on the way up", () => {
  expect(pathsTo(app, "central", covering(writing))).toEqual({ verdict: "found", paths: [], complete: false });
});
