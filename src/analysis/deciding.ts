import { BudgetExceeded, type Diagram } from "../diagrams/index.js";
import { boundariesOn } from "../governance/index.js";
import { type Boundary, rankingOf } from "../policy/index.js";
import { type Addition, additionsOf, askingAdded, handlesAdded, isAdding } from "./additions.js";
import { actionClaimsIn, conditionsIn, type OfAction } from "./claims.js";
import type { ActionClaim, Claim } from "./property.js";
import type { Asked } from "./search.js";
import { assertKnowable, componentsOf, ofAdditions, ofWholeApps, type Ready, whensOf } from "./speaking.js";
import type { Study } from "./study.js";

/** What an action adds, with the reviews that are held, and where what is claimed of the action is so. */
export interface Case {
  readonly addition: Addition;
  readonly held: readonly string[];
  readonly ofAction: OfAction;
}

/** All that can be decided on an action: every case of it. */
export interface Deciding {
  readonly study: Study;
  readonly asked: Asked;
  readonly cases: Iterable<Case>;
}

/** Every choice of so many reviews is looked at. */
const mostReviews = 10;

/** All choices of some things, those of fewer first. */
function choicesOf(ids: readonly string[]): readonly (readonly string[])[] {
  if (ids.length > mostReviews) throw new BudgetExceeded(1 << mostReviews, true);
  const all = Array.from({ length: 1 << ids.length }, (_, choice) =>
    ids.filter((_id, place) => (choice & (1 << place)) !== 0),
  );
  return all.sort((one, other) => one.length - other.length);
}

/** What is decided where: denied, or allowed once some reviews are held. */
interface Outcome {
  readonly denied: Diagram;
  readonly allowedWith: (held: readonly string[]) => Diagram;
}

function outcomeOf(addition: Addition, boundaries: readonly Boundary[], { study, asked, speak }: Ready): Outcome {
  const { compiler, diagrams } = asked.model;
  const rankOf = rankingOf(study.policy);
  const above = (tier: string | undefined) =>
    tier === undefined ? diagrams.constant(1) : compiler.where(asked.tier, (rank) => rank > rankOf(tier));
  const said = boundaries.map((boundary) => {
    const { certain, possible } = speak(boundary, addition);
    const reached = above(boundary.above);
    return { boundary, certain: compiler.all([certain, reached]), possible: compiler.all([possible, reached]) };
  });
  const isDenying = ({ boundary: { instead } }: (typeof said)[number]) => instead !== undefined;
  const denied = compiler.any([
    diagrams.constant(Number(addition.isDenied)),
    ...said.filter(isDenying).map(({ certain }) => certain),
  ]);
  const allowedWith = (held: readonly string[]) => {
    const standing = said.filter((each) => isDenying(each) || !held.includes(each.boundary.review));
    return compiler.not(compiler.any([denied, ...standing.map(({ possible }) => possible)]));
  };
  return { denied, allowedWith };
}

/** Prepares to look at every case of an action, as far as claims and boundaries tell cases apart. */
export function deciding(on: string, claims: readonly Claim[], given: Study): Deciding {
  const { policy } = given;
  const boundaries = boundariesOn(on, policy);
  const actionClaims = claims.flatMap(actionClaimsIn);
  const using = actionClaims.flatMap((claim) => ("using" in claim ? [claim.using] : []));
  const { components = [] } = policy;
  const told = components.filter(
    (component) =>
      using.includes(component.id) || boundaries.some((each) => componentsOf(each, policy).includes(component)),
  );
  const conditions = [...claims.flatMap((claim) => conditionsIn(claim, policy)), ...whensOf(told)];
  if (isAdding(on))
    assertKnowable(
      on,
      actionClaims.flatMap((claim) => ("adds" in claim ? [claim.adds] : [])),
      given,
    );
  const ready = (isAdding(on) ? ofAdditions : ofWholeApps)(on, boundaries, conditions, given);
  const { study, asked } = ready;
  const { compiler, diagrams } = asked.model;
  const ask = askingAdded(study);
  const ofAddition = (addition: Addition, { denied, allowedWith }: Outcome) => {
    const isSo = (claim: ActionClaim): boolean => {
      // What is added does not tell of the rest of the app.
      if ("adds" in claim) return ask(addition, claim.adds, false) === true;
      return "using" in claim && told.some((each) => each.id === claim.using && handlesAdded(addition, each));
    };
    const ofAdded = actionClaims.filter((claim) => "adds" in claim || "using" in claim);
    const truths = new Map(ofAdded.map((claim) => [claim, diagrams.constant(Number(isSo(claim)))]));
    const withReviews = (held: readonly string[]): OfAction => {
      const allowed = allowedWith(held);
      return (claim) => {
        if ("approved" in claim) return diagrams.constant(Number(held.includes(claim.approved)));
        if (!("decision" in claim)) return truths.get(claim) ?? diagrams.constant(0);
        if (claim.decision === "deny") return denied;
        return claim.decision === "allow" ? allowed : compiler.not(compiler.any([allowed, denied]));
      };
    };
    return { addition, withReviews };
  };
  function* cases(): Generator<Case> {
    const reviews = boundaries.map(({ review }) => review);
    const approved = actionClaims.flatMap((claim) => ("approved" in claim ? [claim.approved] : []));
    const all = additionsOf(on, asked, told, study).map((addition) =>
      ofAddition(addition, outcomeOf(addition, boundaries, ready)),
    );
    for (const held of choicesOf([...new Set([...reviews, ...approved])])) {
      for (const { addition, withReviews } of all) yield { addition, held, ofAction: withReviews(held) };
    }
  }
  return { study, asked, cases: cases() };
}
