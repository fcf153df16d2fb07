import fc from "fast-check";
import { type AppProfile, type Catalogue, type FactValue, type Policy, standardFacts, standardPolicy } from "plimsoll";
import {
  createAnalysis,
  independencePairs,
  sensitivity,
  sufficientReasons,
  synthesizeProfile,
  undecidedGap,
} from "plimsoll/analysis";
import { describe, expect, test } from "vitest";
import { deriveFact } from "../../src/facts/index.js";
import { anyWorlds, type CoveredWorld, completionsOf, profileOf, rankOf } from "../classify/covered-worlds.js";
import { emptyPolicy, sign } from "../policy/a-policy.js";
import { draws } from "../prove/draws.js";
import { minimal, subsetsOf } from "./listing.js";

/** Apps with few systems, so that those with two more tell all apart. */
const worlds = anyWorlds.filter(({ parts }) => parts.filter(({ kind }) => kind === "writes").length <= 2);

type Parts = CoveredWorld["parts"];

/** All lists of up to so many parts of a kind, in one order each. */
function listsOf(
  kind: Parts[number]["kind"],
  most: number,
  by = ["sync", "pages", "vault", undefined],
): readonly Parts[] {
  if (most === 0) return [[]];
  const longer = by.flatMap((component, index) =>
    listsOf(kind, most - 1, by.slice(index)).map((rest) => [{ kind, component }, ...rest]),
  );
  return [[], ...longer];
}

const open = completionsOf({
  policy: emptyPolicy,
  parts: [],
  told: { support: undefined, monitoring: undefined, users: undefined },
}).filter(({ users }) => users < 200);

const asked = ["support", "monitoring", "users", "systemsWritten", "sensitiveData"];
/** Every app that these worlds tell apart. */
const everyApp = listsOf("writes", 4).flatMap((writing) =>
  listsOf("payment", 2).flatMap((payment) =>
    open.map((told) => {
      const parts = [...writing, ...payment];
      return { parts, told, profile: profileOf({ parts }, told) };
    }),
  ),
);

/** The value of a fact; where its name says so, without what some components handle. */
function valueIn(profile: AppProfile, name: string): FactValue | undefined {
  const [whole = "", handlers = ""] = name.split(" without ");
  const left = <Entry extends { readonly component?: { readonly id: string } }>(entries: readonly Entry[]) =>
    entries.filter(({ component }) => component === undefined || !handlers.split(", ").includes(component.id));
  const { integrations = [], data = [], ...rest } = profile;
  const remainder = { ...rest, integrations: left(integrations), data: left(data) };
  const reading = deriveFact(whole, (standardFacts as Catalogue)[whole] ?? expect.fail(whole), remainder, undefined);
  return reading.kind === "exact" ? reading.value : undefined;
}

/** What is told apart of it: of users, what lines do. */
function lookOf(profile: AppProfile, name: string): string {
  const value = valueIn(profile, name);
  return name === "users" ? String(Number(value) < 50) : JSON.stringify(value ?? null);
}

const looks = new Map<string, readonly string[]>();
function looksOf(name: string): readonly string[] {
  const known = looks.get(name) ?? everyApp.map(({ profile }) => lookOf(profile, name));
  looks.set(name, known);
  return known;
}

describe("the reasons of an app that uses components", () => {
  test("force its tier, whatever else and whatever components do; and none of it can be left out", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const profile = profileOf(world, world.told);
        const ranks = new Set(completionsOf(world).map((told) => rankOf(world, told)));
        const answer = sufficientReasons(profile, createAnalysis(world.policy), { most: 1000 });
        fc.pre(answer.verdict === "found" && answer.leftOut.length === 0);
        if (answer.verdict !== "found") return;
        expect([...ranks]).toEqual([world.policy.tiers.findIndex(({ id }) => id === answer.tier)]);
        const elsewhere = everyApp.flatMap(({ parts, told }, index) =>
          ranks.has(rankOf({ ...world, parts }, told)) ? [] : [index],
        );
        const forces = (names: readonly string[]) => {
          const own = names.map((name) => [looksOf(name), lookOf(profile, name)] as const);
          return elsewhere.every((index) => own.some(([all, look]) => all[index] !== look));
        };
        for (const { facts } of answer.reasons) {
          expect(forces(facts), facts.join()).toBe(true);
          // Other facts tell more apart than these apps do.
          const areTold = facts.every((name) => asked.some((whole) => name.split(" without ")[0] === whole));
          for (const name of areTold ? facts : [])
            expect(forces(facts.filter((each) => each !== name)), name).toBe(false);
        }
        // Where all were found, every choice of whole facts that is enough holds one that was found.
        const told = asked.filter((name) => valueIn(profile, name) !== undefined);
        for (const names of answer.complete ? minimal(subsetsOf(told).filter(forces)) : [])
          expect(
            answer.reasons.some(({ facts }) => facts.every((fact) => names.includes(fact))),
            names.join(),
          ).toBe(true);
      }),
      draws(40),
    );
  });
});

const writing = { fact: "systemsWritten", atLeast: 1 } as const;
const crowd = { fact: "users", atLeast: 50 } as const;
const covering: Policy = {
  ...emptyPolicy,
  signs: [sign("writing", writing), sign("crowd", crowd)],
  components: [
    { id: "sync", title: "Synchronisation", covers: ["writing"] },
    { id: "host", title: "Hosting", covers: ["crowd"] },
    { id: "old", title: "An older one", covers: ["writing"], retired: "Use the newer one." },
  ],
};

describe("what speaks of apps of which components handle nothing", () => {
  test.each([
    ["sensitivity", (policy: Policy) => sensitivity(policy)],
    ["independencePairs", (policy: Policy) => independencePairs(policy)],
    ["undecidedGap", (policy: Policy) => undecidedGap(policy)],
    [
      "sufficientReasons",
      (policy: Policy) =>
        sufficientReasons(synthesizeProfile({ users: 90 }) ?? expect.fail("There are such apps."), policy),
    ],
  ] as const)("says so: %s", (_, ask) => {
    expect(ask(covering)).toMatchObject({ leftOut: ["sync"] });
    expect(ask({ ...covering, components: [] })).toMatchObject({ leftOut: [] });
    expect(ask(standardPolicy)).toMatchObject({
      leftOut: (standardPolicy.components ?? []).filter(({ retired }) => !retired).map(({ id }) => id),
    });
  });
});
