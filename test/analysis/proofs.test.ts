import { type Policy, standardPolicy } from "plimsoll";
import {
  type Analysis,
  everyAppIsReviewed,
  moreRiskNeverLowers,
  neverIn,
  type Property,
  prove,
  stepsAtMost,
} from "plimsoll/analysis";
import { expect, test } from "vitest";
import { sign } from "../policy/a-policy.js";
import { analysisOf, lifting, oneRule, ownFact, shown, shownBy, upToNine } from "./own-facts.js";

const crowd = oneRule({ fact: "desks", atLeast: 5 });
const desksBeyond = (desks: number) => ({ fact: "desks", atLeast: desks }) as const;

test.each<readonly [property: Property, helped: Property]>([
  [neverIn("team", { rule: "crowd" }), { never: { tier: { is: "team" } }, where: { rule: "crowd" } }],
  [moreRiskNeverLowers(), { monotone: true }],
  [moreRiskNeverLowers("desks", "seats"), { monotone: ["desks", "seats"] }],
  [stepsAtMost(2), { stepsAtMost: 2 }],
  [stepsAtMost(1, "desks"), { stepsAtMost: 1, facts: ["desks"] }],
  [everyAppIsReviewed(), { always: { reviewed: true } }],
  [everyAppIsReviewed({ rule: "crowd" }), { always: { reviewed: true }, where: { rule: "crowd" } }],
])("the property %j is plain JSON", (property, plain) => {
  expect(property).toStrictEqual(plain);
});

const holds = { verdict: "holds", vacuous: false };
const saysNothing = { verdict: "holds", vacuous: true };

test.each<readonly [property: Property, answer: object]>([
  [{ never: { tier: { is: "experts" } } }, holds],
  [{ never: { tier: { is: "central" } }, where: { fact: "desks", below: 5 } }, holds],
  [{ never: { tier: { is: "central" } }, where: { fact: "desks", above: 9 } }, saysNothing],
  [{ always: { tier: { is: "central" } }, where: desksBeyond(5) }, holds],
  [{ always: { tier: { is: "team" } }, where: { all: [desksBeyond(6), { fact: "desks", below: 3 }] } }, saysNothing],
  [{ monotone: true }, holds],
  [{ monotone: ["desks"] }, holds],
  [{ monotone: ["seats"] }, saysNothing],
  [{ monotone: [] }, saysNothing],
  [{ stepsAtMost: 1 }, holds],
  [{ stepsAtMost: 1, facts: ["desks"] }, holds],
  [{ stepsAtMost: 0, facts: ["seats"] }, saysNothing],
])("of a rule on desks, %j holds", (property, answer) => {
  expect(prove(analysisOf(crowd), property)).toEqual(answer);
});

test.each<readonly [property: Property, desks: number, tier: string]>([
  [{ never: { tier: { is: "central" } } }, 5, "central"],
  [{ always: { tier: { is: "central" } } }, 0, "team"],
  [{ always: { tier: { is: "central" } }, where: desksBeyond(2) }, 2, "team"],
  [{ never: { tier: { is: "central" } }, where: desksBeyond(7) }, 7, "central"],
  [{ never: desksBeyond(3), where: { tier: { is: "team" } } }, 3, "team"],
])("of a rule on desks, %j fails with %i desks", (property, desks, tier) => {
  const proof = prove(analysisOf(crowd), property);
  expect(proof).toEqual({ verdict: "fails", witness: expect.objectContaining({ facts: { desks }, tier }) });
});

test("only apps that can be are spoken of", () => {
  const constraints = [{ when: desksBeyond(5), implies: { fact: "open", is: true } }] as const;
  const property = neverIn("central", { fact: "open", is: false });
  expect(prove(analysisOf(crowd, { constraints }), property)).toEqual(holds);
  expect(prove(analysisOf(crowd), property).verdict).toBe("fails");
  const noSuchApp: Property = {
    never: { tier: { is: "team" } },
    where: { all: [desksBeyond(5), { fact: "open", is: false }] },
  };
  expect(prove(analysisOf(crowd, { constraints }), noSuchApp)).toEqual(saysNothing);
});

function pairAgainst(analysis: Analysis, property: Property) {
  const proof = prove(analysis, property);
  return proof.verdict === "fails" ? [proof.witness, proof.beside].map((app) => app && shownBy(app)) : proof;
}

const lowered = oneRule({
  any: [
    { fact: "desks", between: [3, 6] },
    { fact: "guards", below: 2 },
  ],
});
const guarded = (desks: number, tier: string) => shown({ desks, guards: 2 }, tier);

test.each<Property>([{ monotone: true }, { monotone: ["desks"] }, { monotone: ["guards", "desks"] }])(
  "%j fails with two apps of which the one with more risk is lower",
  (property) => {
    expect(pairAgainst(analysisOf(lowered), property)).toEqual([guarded(3, "central"), guarded(7, "team")]);
  },
);

test("a fact of which less is riskier is held to that", () => {
  expect(prove(analysisOf(lowered), { monotone: ["guards"] })).toEqual(holds);
  const rising = oneRule({ fact: "guards", atLeast: 4 });
  expect(pairAgainst(analysisOf(rising), moreRiskNeverLowers())).toEqual([
    shown({ guards: 4 }, "central"),
    shown({ guards: 3 }, "team"),
  ]);
});

test("a fact that means no risk is not spoken of", () => {
  const coloured = oneRule({ fact: "colour", is: "red" });
  expect(prove(analysisOf(coloured), { monotone: true })).toEqual(saysNothing);
  expect(prove(analysisOf(coloured), { stepsAtMost: 1 })).toEqual(holds);
  const facts = { desks: ownFact("desks", upToNine, { risk: "neither" }) };
  const some = oneRule({ fact: "desks", between: [3, 5] });
  expect(prove(analysisOf(some, { facts }), { monotone: true })).toEqual(saysNothing);
});

const leaping: Partial<Policy> = {
  criteria: [lifting("crowd", "experts", desksBeyond(5)), lifting("hall", "central", { fact: "size", is: "large" })],
};

test.each<readonly [tiers: number, facts: readonly string[], pair: readonly object[] | object]>([
  [0, [], [shown({ desks: 0, size: "small" }, "team"), shown({ desks: 5, size: "small" }, "experts")]],
  [0, ["size"], [shown({ desks: 0, size: "small" }, "team"), shown({ desks: 0, size: "large" }, "central")]],
  [0, ["desks"], [shown({ desks: 0, size: "small" }, "team"), shown({ desks: 5, size: "small" }, "experts")]],
  [1, [], [shown({ desks: 0, size: "small" }, "team"), shown({ desks: 5, size: "small" }, "experts")]],
  [1, ["size"], holds],
  [2, [], holds],
])("that one step leads over at most %i tiers, in the facts %j", (tiers, facts, pair) => {
  expect(pairAgainst(analysisOf(leaping), stepsAtMost(tiers, ...facts))).toEqual(pair);
});

test("two apps that are not both possible show nothing", () => {
  const constraints = [{ when: desksBeyond(7), implies: { fact: "guards", below: 2 } }] as const;
  expect(prove(analysisOf(lowered, { constraints }), { monotone: ["desks"] })).toEqual(holds);
});

test("a fact that can only have one value is not spoken of", () => {
  const constraints = [
    { when: { fact: "open", is: false }, implies: desksBeyond(5) },
    { when: { fact: "open", is: true }, implies: desksBeyond(5) },
  ] as const;
  expect(prove(analysisOf(crowd, { constraints }), { monotone: ["desks"] })).toEqual(saysNothing);
});

test("a proof that takes more than the budget says so", () => {
  const message =
    "This takes more than its budget of 3 allows. Give it a larger budget, or ask about fewer rules at once.";
  expect(prove(analysisOf(crowd, { budget: 3 }), { monotone: true })).toEqual({ verdict: "too-large", message });
});

test("signs are rules like others", () => {
  const signs = [sign("door", { fact: "open", is: true }, { tier: "experts" })];
  const proof = prove(analysisOf({ signs }), neverIn("experts", { rule: "door" }));
  expect(proof).toMatchObject({ verdict: "fails", witness: { facts: { open: true }, tier: "experts" } });
});

test("of the standard policy, too, a failure is shown with an app", () => {
  const proof = prove(standardPolicy, neverIn("it-review", { fact: "users", atLeast: 100 }));
  expect(proof).toMatchObject({ verdict: "fails", witness: { facts: { users: 100 }, tier: "it-review" } });
});
