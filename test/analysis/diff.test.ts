import fc from "fast-check";
import {
  type Condition,
  createClassifier,
  type Domain,
  defineFact,
  extendPolicy,
  type Policy,
  reading,
  standardPolicy,
} from "plimsoll";
import { type Constraint, diffPolicies } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { draws } from "../prove/draws.js";
import { spaceOf } from "./brute-force.js";
import { everyApp } from "./listing.js";
import { isSo, type PolicyAndFacts, type Values } from "./plain-meaning.js";
import { rankOf, rulesIn, stands } from "./plain-rules.js";
import { analysisOf, changedPolicy, worlds } from "./small-policies.js";
import { partialProfiles } from "./small-profiles.js";
import { expectLeastRemarkable, expectSound } from "./witnesses.js";

const changed = worlds().chain((world) =>
  fc.tuple(fc.constant(world), changedPolicy(world), fc.array(partialProfiles(world), { maxLength: 3 })),
);

const tierOf = (policy: Policy, rank: number) => policy.tiers[rank]?.id ?? "";

/** The rules that stand of an app, with where they lift it and how loudly they speak, the adjustments that apply, and the reviews that are asked for. */
const standing = (values: Values, { facts, policy }: PolicyAndFacts) => {
  const rules = rulesIn(policy)
    .filter((rule) => stands(rule, values, { facts, policy }))
    .map(({ id, rank }) => `${id} ${tierOf(policy, rank)} ${policy.signs?.find((each) => each.id === id)?.severity}`);
  const adjustments = (policy.adjustments ?? [])
    .filter(({ when }) => isSo(when, values, { facts, policy }))
    .map(({ id, by }) => `${id} ${by}`);
  const rank = rankOf(values, { facts, policy });
  const reviews = (policy.reviews ?? [])
    .filter(({ above }) => above === undefined || rank > policy.tiers.findIndex(({ id }) => id === above))
    .filter(({ when }) => when === undefined || isSo(when, values, { facts, policy }))
    .map(({ id }) => id);
  return [...rules.sort(), ...adjustments, ...reviews].join();
};

test("two policies are equivalent exactly when no app is moved and the same rules, adjustments and reviews stand of each; else every move is told, with all apps that it moves", () => {
  fc.assert(
    fc.property(changed, ([world, after, portfolio]) => {
      const { facts, policy } = world;
      const space = spaceOf(world, { policies: [after] });
      const before = (values: Values) => tierOf(policy, rankOf(values, world));
      const afterwards = (values: Values) => tierOf(after, rankOf(values, { facts, policy: after }));
      const moveOf = (values: Values) => `${before(values)} ${afterwards(values)}`;
      const moved = space.apps.filter(({ values }) => before(values) !== afterwards(values));

      const diff = diffPolicies(analysisOf(world), after, { portfolio, regions: 100 });
      if (diff.verdict === "too-large") throw new Error(diff.message);
      const [classify, classifyAfter] = [createClassifier(policy, { facts }), createClassifier(after, { facts })];
      expect(diff.apps).toEqual(
        portfolio
          .map((app) => ({ app: app.id, name: app.name, from: classify(app).tier, to: classifyAfter(app).tier }))
          .filter(({ from, to }) => from !== to),
      );
      const isSame = everyApp(facts, Object.keys(facts), world.constraints).every(
        (values) => standing(values, world) === standing(values, { facts, policy: after }),
      );
      expect(diff.verdict).toBe(moved.length > 0 || !isSame ? "different" : "equivalent");
      const unshown = diff.parts.filter(
        ({ part, effect, witness }) => effect === "decides" && !witness && part !== "tier",
      );
      expect(unshown).toEqual([]);
      const changes = diff.verdict === "different" ? diff.changes : [];
      expect(changes.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(
        [...new Set(moved.map(({ values }) => moveOf(values)))].sort(),
      );
      for (const { from, to, regions, complete } of changes) {
        const sought = moved.filter(({ values }) => moveOf(values) === `${from} ${to}`);
        expect(complete).toBe(true);
        // Of those that were in the one tier, the regions take in all that move, and no others.
        for (const { values } of space.apps.filter((app) => before(app.values) === from)) {
          const isInside = regions.some(({ when }) => isSo(when, values, world));
          expect(isInside).toBe(afterwards(values) === to);
        }
        for (const { when, witness, words } of regions) {
          expect(words).not.toBe("");
          expectSound(world, witness);
          expect(witness.tier).toBe(from);
          expect(classifyAfter(witness.profile).tier).toBe(to);
          expect(isSo(when, witness.facts, world)).toBe(true);
        }
        const [first] = regions;
        if (first !== undefined) expectLeastRemarkable(space, first.witness, sought);
      }
    }),
    draws(400),
  );
});

test("fewer regions are told when fewer are asked for, and that they are not all", () => {
  fc.assert(
    fc.property(changed, ([world, after]) => {
      const analysis = analysisOf(world);
      const all = diffPolicies(analysis, after, { regions: 100 });
      const few = diffPolicies(analysis, after, { regions: 1 });
      fc.pre(all.verdict === "different" && few.verdict === "different");
      const counts = all.changes.map(({ regions }) => regions.length);
      expect(few.changes.map(({ regions }) => regions.length)).toEqual(counts.map(() => 1));
      expect(few.changes.map(({ complete }) => complete)).toEqual(counts.map((count) => count === 1));
    }),
    draws(300),
  );
});

test("a line that is moved moves the apps between the two places", () => {
  const stricter = extendPolicy(standardPolicy, {
    id: "ours",
    version: "1.0.0",
    change: { "many-users": { lines: { users: 50 } } },
  });
  const diff = diffPolicies(standardPolicy, stricter);
  if (diff.verdict !== "different") throw new Error("The line was moved.");
  expect(diff.changes.map(({ from, to }) => [from, to])).toEqual([["citizen", "it-review"]]);
  expect(diff.changes[0]?.regions[0]?.witness.facts.users).toBe(50);
});

test("a region takes in no app that stays, where only what binds two facts tells cells apart", () => {
  const levels = ["none", "some", "much"] as const;
  const fact = (name: string, risk: "falling" | "neither", domain: Domain) =>
    defineFact<Domain>({
      question: `What is ${name}?`,
      domain,
      cost: 1,
      changeable: true,
      risk,
      answerAt: [`/extensions/${name}`],
      // The tests put nothing but values of the domain there.
      derive: ({ extensions }) =>
        extensions?.[name] === undefined ? reading.unknown : reading.exact(extensions[name] as never),
    });
  const facts = {
    first: fact("first", "falling", { kind: "ordinal", levels }),
    second: fact("second", "neither", { kind: "ordinal", levels }),
    count: fact("count", "falling", { kind: "number", min: 0, max: 3, whole: true, unit: "things" }),
  };
  const constraints: readonly Constraint[] = [
    { fact: "first", atMostFact: "second" },
    { fact: "second", atMostFact: "first" },
  ];
  const rule = { title: "A rule", why: "It matters." };
  const signStands: Condition = { sign: "sign" };
  const policyWith = (when: Condition): Policy => ({
    id: "small",
    version: "1.0.0",
    title: "A small policy",
    tiers: standardPolicy.tiers.map(({ limits: _, ...tier }) => tier),
    criteria: [
      {
        ...rule,
        id: "criterion",
        tier: "it-review",
        when: { any: [{ fact: "first", is: "some" }, signStands] },
        unless: { not: signStands },
      },
    ],
    signs: [{ ...rule, id: "sign", severity: "low", when, unless: { fact: "second", between: ["none", "none"] } }],
  });
  const world = { facts, constraints, policy: policyWith({ fact: "count", atMost: 0 }) };
  const diff = diffPolicies(analysisOf(world), policyWith({ fact: "first", between: ["none", "much"] }));
  const regions = diff.verdict === "different" ? diff.changes.flatMap((change) => change.regions) : [];
  const stays: Values = { first: "none", second: "none", count: 3 };
  expect(regions.length).toBeGreaterThan(0);
  expect(regions.filter(({ when }) => isSo(when, stays, world))).toEqual([]);
});
