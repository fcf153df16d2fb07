import type { Condition } from "../conditions/index.js";
import type { Diagram } from "../diagrams/index.js";
import { type Policy, type Review, rankingOf } from "../policy/index.js";
import type { Pointer } from "../problems/index.js";
import { assertConditions, assertForm, assertKnown, isObject } from "./check.js";
import type { ActionClaim, Claim } from "./property.js";
import type { Asked } from "./search.js";
import type { Study } from "./study.js";

const tiersOf = ({ tiers }: Policy): readonly string[] => tiers.map(({ id }) => id);

type Combined = Extract<Claim, { all: unknown } | { any: unknown } | { not: unknown }>;

const isCombined = (claim: Claim): claim is Combined => "all" in claim || "any" in claim || "not" in claim;

/** What is claimed of an action. */
const isOfAction = (claim: Claim): claim is ActionClaim =>
  "decision" in claim || "adds" in claim || "using" in claim || "approved" in claim;

/** All that is claimed of an action in a claim. */
export const actionClaimsIn = (claim: Claim): readonly ActionClaim[] => {
  if (isCombined(claim)) return partsOf(claim, "").flatMap(([part]) => actionClaimsIn(part));
  return isOfAction(claim) ? [claim] : [];
};

/** The claims that another is made of, each with its place. */
function partsOf(claim: Combined, pointer: Pointer): readonly (readonly [Claim, Pointer])[] {
  if ("all" in claim) return claim.all.map((part, index) => [part, `${pointer}/all/${index}`]);
  if ("any" in claim) return claim.any.map((part, index) => [part, `${pointer}/any/${index}`]);
  return [[claim.not, `${pointer}/not`]];
}

const decisions = ["allow", "review", "deny"];

/** The action that claims are about, if they are about one, and whether it adds something that can be looked at by itself. */
interface About {
  readonly on: string | undefined;
  readonly isAdding: boolean;
}

const noAction: About = { on: undefined, isAdding: false };

/** So many levels may a claim have; those that are read from a file have no more, either. */
const mostLevels = 100;

function assertActionClaim(claim: ActionClaim, pointer: Pointer, { policy, facts }: Study, about: About): void {
  const of = about.on === undefined ? "apps" : `the action "${about.on}"`;
  const advice = about.on === undefined ? 'Say which action it is about, with "on".' : "Claim it about the app itself.";
  const isAsked = about.on !== undefined && ("decision" in claim || "approved" in claim || about.isAdding);
  const [word = ""] = Object.keys(claim);
  assertForm(isAsked, `"${word}" says nothing about ${of}. ${advice.slice(0, -1)}`, pointer);
  if ("decision" in claim) assertKnown("decision", claim.decision, decisions, `${pointer}/decision`);
  else if ("adds" in claim) assertConditions([claim.adds], `${pointer}/adds`, policy, facts);
  else if ("using" in claim) {
    const components = (policy.components ?? []).map(({ id }) => id);
    assertKnown("component", claim.using, components, `${pointer}/using`);
  } else {
    const reviews = (policy.reviews ?? []).map(({ id }) => id);
    assertKnown("review", claim.approved, reviews, `${pointer}/approved`);
  }
}

/** Refuses a claim that names what is not there. */
export function assertClaim(claim: Claim, pointer: Pointer, study: Study, about: About = noAction, level = 0): void {
  const { policy, facts, compiled } = study;
  assertForm(level < mostLevels, `This is nested more than ${mostLevels} levels deep`, pointer);
  assertForm(isObject(claim), "A claim is an object", pointer);
  for (const parts of ["all", "any"] as const) {
    if (parts in claim)
      assertForm(Array.isArray(Object(claim)[parts]), "These parts are a list", `${pointer}/${parts}`);
  }
  if (isCombined(claim))
    for (const [part, place] of partsOf(claim, pointer)) assertClaim(part, place, study, about, level + 1);
  else if (isOfAction(claim)) assertActionClaim(claim, pointer, study, about);
  else if ("tier" in claim) {
    const named = Object.entries(isObject(claim.tier) ? claim.tier : {});
    const isFit = named.length === 1 && named.every(([how]) => ["is", "atLeast", "atMost"].includes(how));
    assertForm(isFit, "A tier is claimed as is, atLeast or atMost", `${pointer}/tier`);
    for (const [how, id] of named) assertKnown("tier", id, tiersOf(policy), `${pointer}/tier/${how}`);
  } else if ("rule" in claim) {
    const rules = compiled.rules.map(({ rule }) => rule.id);
    assertKnown("rule", claim.rule, rules, `${pointer}/rule`);
  } else if ("review" in claim) {
    const reviews = (policy.reviews ?? []).map(({ id }) => id);
    assertKnown("review", claim.review, reviews, `${pointer}/review`);
  } else if (!("reviewed" in claim)) assertConditions([claim], pointer, policy, facts);
}

/** Every condition of the language that a claim rests on. */
export function conditionsIn(claim: Claim, policy: Policy): readonly Condition[] {
  if (isCombined(claim)) return partsOf(claim, "").flatMap(([part]) => conditionsIn(part, policy));
  if (isOfAction(claim)) return "adds" in claim ? [claim.adds] : [];
  if ("tier" in claim || "rule" in claim) return [];
  if ("review" in claim || "reviewed" in claim) return (policy.reviews ?? []).flatMap(({ when }) => when ?? []);
  return [claim];
}

/** Where what is claimed of an action is so. */
export type OfAction = (claim: ActionClaim) => Diagram;

/** Where a claim is so: 1 there, 0 elsewhere. */
export function claimDiagram(claim: Claim, study: Study, { model, tier, lift }: Asked, ofAction?: OfAction): Diagram {
  const { policy, compiled } = study;
  const { compiler, diagrams } = model;
  const inside = (part: Claim) => claimDiagram(part, study, { model, tier, lift }, ofAction);
  const rankOf = rankingOf(policy);
  const ranked = (isSo: (rank: number) => boolean) => compiler.where(tier, isSo);
  const asked = ({ above, when }: Review) =>
    compiler.all([
      above === undefined ? diagrams.constant(1) : ranked((rank) => rank > rankOf(above)),
      ...(when === undefined ? [] : [compiler.condition(when, policy)]),
    ]);
  if ("all" in claim) return compiler.all(claim.all.map(inside));
  if ("any" in claim) return compiler.any(claim.any.map(inside));
  if ("not" in claim) return compiler.not(inside(claim.not));
  // Without an action no such claim is asked.
  if (isOfAction(claim)) return ofAction?.(claim) ?? diagrams.constant(0);
  if ("tier" in claim) {
    const [[how = "", id = ""] = []] = Object.entries(claim.tier);
    const named = rankOf(id);
    return ranked((rank) => (how === "is" ? rank === named : how === "atLeast" ? rank >= named : rank <= named));
  }
  if ("rule" in claim)
    return compiler.any(compiled.rules.filter(({ rule }) => rule.id === claim.rule).map(({ stands }) => lift(stands)));
  const reviews = policy.reviews ?? [];
  if ("review" in claim) return compiler.any(reviews.filter(({ id }) => id === claim.review).map(asked));
  if ("reviewed" in claim) {
    const reviewed = compiler.any(reviews.map(asked));
    return claim.reviewed ? reviewed : compiler.not(reviewed);
  }
  return compiler.condition(claim, policy);
}
