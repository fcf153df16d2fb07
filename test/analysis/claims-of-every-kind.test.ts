import type { Policy, Review } from "plimsoll";
import type { Claim, Property, Witness } from "plimsoll/analysis";
import { prove } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { review } from "../policy/a-governance.js";
import { limitedTiers, sign } from "../policy/a-policy.js";
import { analysisOf, lifting, shown, shownBy } from "./own-facts.js";

const reviewNamed = (id: string, asked: Partial<Review>): Review => review({ id, ...asked });

const rules: Partial<Policy> = {
  criteria: [
    lifting("crowd", "central", { fact: "desks", atLeast: 5 }),
    lifting("hall", "experts", { fact: "size", is: "large" }),
  ],
  signs: [sign("open-door", { fact: "open", is: true })],
};

const reviews = [
  reviewNamed("look", { above: "team" }),
  reviewNamed("visit", { when: { fact: "places", includesAny: ["north"] } }),
  reviewNamed("weighing", { above: "central", when: { fact: "tons", atLeast: 2 } }),
];

const harmless = { desks: 0, size: "small", open: false };
const home = shown(harmless, "team");
const opened = shown({ ...harmless, open: true }, "central");
const large = shown({ ...harmless, size: "large" }, "experts");
const crowded = (desks: number) => shown({ ...harmless, desks }, "central");

type Shown = ReturnType<typeof shown>;

function witnessAgainst(asked: Partial<Policy>, property: Property): Witness | undefined {
  const proof = prove(analysisOf(asked), property);
  return proof.verdict === "fails" ? proof.witness : undefined;
}

function expectShown(asked: Partial<Policy>, claim: Claim, so: Shown, notSo: Shown): void {
  const [one, other] = [witnessAgainst(asked, { never: claim }), witnessAgainst(asked, { always: claim })];
  expect(one && shownBy(one)).toEqual(so);
  expect(other && shownBy(other)).toEqual(notSo);
}

test.each<readonly [claim: Claim, so: Shown, notSo: Shown]>([
  [{ tier: { is: "team" } }, home, opened],
  [{ tier: { is: "central" } }, opened, home],
  [{ tier: { is: "experts" } }, large, home],
  [{ tier: { atLeast: "central" } }, opened, home],
  [{ tier: { atLeast: "experts" } }, large, home],
  [{ tier: { atMost: "team" } }, home, opened],
  [{ tier: { atMost: "central" } }, home, large],
  [{ rule: "crowd" }, crowded(5), home],
  [{ rule: "hall" }, large, home],
  [{ rule: "open-door" }, opened, home],
  [{ fact: "desks", atLeast: 3 }, shown({ ...harmless, desks: 3 }, "team"), home],
  [{ sign: "open-door" }, opened, home],
  [{ not: { tier: { is: "team" } } }, opened, home],
  [{ not: { not: { rule: "hall" } } }, large, home],
  [{ all: [{ rule: "crowd" }, { fact: "desks", atLeast: 7 }] }, crowded(7), home],
  [
    { all: [{ rule: "crowd" }, { tier: { is: "experts" } }] },
    shown({ desks: 5, size: "large", open: false }, "experts"),
    home,
  ],
  [{ any: [{ rule: "crowd" }, { rule: "hall" }] }, large, home],
  [{ any: [{ fact: "desks", below: 3 }, { rule: "hall" }] }, home, shown({ ...harmless, desks: 3 }, "team")],
])("the least remarkable app of which %j is so, and that of which it is not, are shown", (claim, so, notSo) => {
  expectShown(rules, claim, so, notSo);
});

const visited = { ...harmless, places: [], tons: 0 };
const seenBy = (changes: object, tier: string) => shown({ ...visited, ...changes }, tier);

test.each<readonly [claim: Claim, so: Shown, notSo: Shown]>([
  [{ review: "look" }, seenBy({ open: true }, "central"), seenBy({}, "team")],
  [{ review: "visit" }, seenBy({ places: ["north"] }, "team"), seenBy({}, "team")],
  [{ review: "weighing" }, seenBy({ size: "large", tons: 2 }, "experts"), seenBy({}, "team")],
  [{ reviewed: true }, seenBy({ places: ["north"] }, "team"), seenBy({}, "team")],
  [{ reviewed: false }, seenBy({}, "team"), seenBy({ places: ["north"] }, "team")],
  [{ not: { review: "visit" } }, seenBy({}, "team"), seenBy({ places: ["north"] }, "team")],
  [{ all: [{ review: "look" }, { not: { reviewed: false } }] }, seenBy({ open: true }, "central"), seenBy({}, "team")],
])("of the claim %j, reviews are asked by tier and by condition", (claim, so, notSo) => {
  expectShown({ ...rules, reviews }, claim, so, notSo);
});

test("a review without a tier and a condition is asked of every app", () => {
  const analysis = analysisOf({ ...rules, reviews: [reviewNamed("everybody", {})] });
  expect(prove(analysis, { always: { review: "everybody" } })).toEqual({ verdict: "holds", vacuous: false });
  expect(prove(analysis, { always: { reviewed: true } })).toEqual({ verdict: "holds", vacuous: false });
});

test.each<Claim>([{ reviewed: false }, { not: { reviewed: true } }])(
  "where there are no reviews, %j is so of every app",
  (claim) => {
    expect(prove(analysisOf(rules), { always: claim })).toEqual({ verdict: "holds", vacuous: false });
  },
);

test("a limit that is passed is a rule that stands", () => {
  const limited = { tiers: limitedTiers({ fact: "desks", atMost: 4 }), criteria: [] };
  expectShown(limited, { rule: "limit" }, shown({ desks: 5 }, "central"), shown({ desks: 0 }, "team"));
});
