import fc from "fast-check";
import { type StandardTierId, standardPolicy } from "plimsoll";
import {
  type ActionClaim,
  type Claim,
  moreRiskNeverLowers,
  neverIn,
  type Property,
  prove,
  stepsAtMost,
} from "plimsoll/analysis";
import { expect, test } from "vitest";
import { draws } from "../prove/draws.js";
import { type App, type Besides, type Space, spaceOf } from "./brute-force.js";
import { isSo, type Values } from "./plain-meaning.js";
import { rulesIn, stands } from "./plain-rules.js";
import { claimOver } from "./small-claims.js";
import { analysisOf, type World, worlds } from "./small-policies.js";
import { isNext, isRiskier, pairsIn } from "./steps.js";
import { appOf, expectLeastRemarkable, expectSound } from "./witnesses.js";

const isOfAction = (claim: Claim): claim is ActionClaim =>
  ["decision", "adds", "using", "approved"].some((word) => word in claim);

/** The plain meaning of a claim. */
function isTrue(claim: Claim, values: Values, world: World, rankOf: (values: Values) => number): boolean {
  const { policy } = world;
  const so = (part: Claim) => isTrue(part, values, world, rankOf);
  const rankIn = (tier: string) => policy.tiers.findIndex(({ id }) => id === tier);
  const rank = rankOf(values);
  const reviews = () =>
    (policy.reviews ?? []).filter(
      ({ above, when }) =>
        (above === undefined || rank > rankIn(above)) && (when === undefined || isSo(when, values, world)),
    );
  if ("all" in claim) return claim.all.every(so);
  if ("any" in claim) return claim.any.some(so);
  if ("not" in claim) return !so(claim.not);
  if ("tier" in claim) {
    const { tier } = claim;
    if ("atLeast" in tier) return rank >= rankIn(tier.atLeast);
    return "atMost" in tier ? rank <= rankIn(tier.atMost) : rank === rankIn(tier.is);
  }
  if ("rule" in claim) return rulesIn(policy).some((rule) => rule.id === claim.rule && stands(rule, values, world));
  if ("review" in claim) return reviews().some(({ id }) => id === claim.review);
  if ("reviewed" in claim) return claim.reviewed === reviews().length > 0;
  if (isOfAction(claim)) throw new Error("These claims are about apps.");
  return isSo(claim, values, world);
}

/** What a claim asks of facts, as conditions of the language. */
function besidesOf(claims: readonly Claim[], world: World): Besides {
  const inside = (claim: Claim): Besides["conditions"] & object => {
    if ("all" in claim) return claim.all.flatMap(inside);
    if ("any" in claim) return claim.any.flatMap(inside);
    if ("not" in claim) return inside(claim.not);
    if ("tier" in claim || "rule" in claim) return [];
    if ("review" in claim || "reviewed" in claim) return (world.policy.reviews ?? []).flatMap(({ when }) => when ?? []);
    if (isOfAction(claim)) throw new Error("These claims are about apps.");
    return [claim];
  };
  return { conditions: claims.flatMap(inside) };
}

const asked = worlds().chain((world) =>
  fc.tuple(
    fc.constant(world),
    claimOver(world),
    fc.option(claimOver(world), { nil: undefined }),
    fc.constantFrom("always", "never"),
  ),
);

test("what is claimed of every app, or of none, is held against each of them", () => {
  fc.assert(
    fc.property(asked, ([world, claim, where, how]) => {
      const space = spaceOf(world, besidesOf(where === undefined ? [claim] : [claim, where], world));
      const so = (part: Claim, { values }: App) => isTrue(part, values, world, space.rankOf);
      const premise = space.apps.filter((app) => where === undefined || so(where, app));
      const against = premise.filter((app) => so(claim, app) === (how === "never"));
      const besides = where === undefined ? {} : { where };
      const property: Property = how === "never" ? { never: claim, ...besides } : { always: claim, ...besides };
      const proof = prove(analysisOf(world), property);
      if (against.length === 0) expect(proof).toEqual({ verdict: "holds", vacuous: premise.length === 0 });
      else expect(proof.verdict).toBe("fails");
      if (proof.verdict !== "fails") return;
      expectSound(world, proof.witness);
      expectLeastRemarkable(space, proof.witness, against);
    }),
    draws(400),
  );
});

/** Two apps that are alike in all facts but one. */
type Pair = ReturnType<typeof pairsIn>[number];

/** Asks for a property of pairs, and holds the answer against all of them. */
function expectOfPairs(
  world: World,
  property: Property,
  facts: readonly string[] | undefined,
  isAsked: (pair: Pair) => boolean,
  isBroken: (pair: Pair) => boolean,
): void {
  const space: Space = spaceOf(world);
  const pairs = pairsIn(space).filter((pair) => (facts?.includes(pair.column.name) ?? true) && isAsked(pair));
  const proof = prove(analysisOf(world), property);
  const broken = pairs.filter(isBroken);
  if (broken.length === 0) expect(proof).toEqual({ verdict: "holds", vacuous: pairs.length === 0 });
  else expect(proof.verdict).toBe("fails");
  if (proof.verdict !== "fails") return;
  const { witness, beside } = proof;
  if (beside === undefined) throw new Error("It takes two to show this.");
  expectSound(world, witness);
  expectSound(world, beside);
  const [one, other] = [appOf(space, witness), appOf(space, beside)];
  expect(broken.some((pair) => pair.one === one && pair.other === other)).toBe(true);
}

const someFacts = worlds().chain((world) =>
  fc.tuple(
    fc.constant(world),
    fc.option(fc.subarray(Object.keys(world.facts), { minLength: 1 }), { nil: undefined }),
    fc.nat(2),
  ),
);

test("more risk lowers the tier exactly when some pair of apps shows it", () => {
  fc.assert(
    fc.property(someFacts, ([world, facts]) => {
      expectOfPairs(
        world,
        moreRiskNeverLowers(...(facts ?? [])),
        facts,
        ({ column, at, one, other }) => isRiskier(column, one.cells[at] ?? 0, other.cells[at] ?? 0),
        ({ one, other }) => other.rank < one.rank,
      );
    }),
    draws(400),
  );
});

test("one step leads over so many tiers exactly when some pair of apps shows it", () => {
  fc.assert(
    fc.property(someFacts, ([world, facts, tiers]) => {
      expectOfPairs(
        world,
        stepsAtMost(tiers, ...(facts ?? [])),
        facts,
        ({ column, at, one, other }) => isNext(column, one.cells[at] ?? 0, other.cells[at] ?? 0),
        ({ one, other }) => Math.abs(one.rank - other.rank) > tiers,
      );
    }),
    draws(400),
  );
});

const writesToTwo = { always: { fact: "systemsWritten", atLeast: 2 }, where: { rule: "write-back" } } as const;

test.each<readonly [what: string, property: Property<StandardTierId, "write-back">, verdict: "holds" | "fails"]>([
  [
    "health data is never with the citizen alone",
    neverIn("citizen", { fact: "sensitiveData", includesAny: ["health"] }),
    "holds",
  ],
  ["more risk never lowers the tier", moreRiskNeverLowers(), "holds"],
  ["one department more never moves an app by two tiers", stepsAtMost(1, "departments"), "holds"],
  ["one answer never moves an app by two tiers", stepsAtMost(1), "fails"],
  ["every app is in the lowest tier", { always: { tier: { is: "citizen" } } }, "fails"],
  [
    "what writes to two systems shows a sign, also where a component keeps them alike",
    { always: { rule: "write-back" }, where: { fact: "systemsWritten", atLeast: 2 } },
    "fails",
  ],
  ["a sign is shown by nothing but what writes to two systems", writesToTwo, "holds"],
])("%s", (_, property, verdict) => {
  expect(prove(standardPolicy, property).verdict).toBe(verdict);
});
