import { at, type Operation } from "../diagrams/index.js";
import { anyPair, type Variable } from "../model/index.js";
import type { Policy } from "../policy/index.js";
import { PlimsollError, type Pointer } from "../problems/index.js";
import { actionKinds, isAdding } from "./additions.js";
import type { Analysable } from "./analysable.js";
import type { TooLarge, Witness } from "./answers.js";
import { assertForm, assertKnown, isObject } from "./check.js";
import { assertClaim, claimDiagram, conditionsIn } from "./claims.js";
import { type Decided, decidedIn } from "./decided.js";
import { deciding } from "./deciding.js";
import { apart, drops, exists, neighbours, type Pair, pairOf, risingPairs } from "./pairs.js";
import type { Claim, Property } from "./property.js";
import { studied, witnessOf } from "./search.js";
import { actionsNamed } from "./situations.js";
import { answerOf, type Study } from "./study.js";

/**
 * Whether a property holds of every possible app. Where it fails, `witness` is the least remarkable app that shows it;
 * where it takes two apps to show it, `beside` is the other one: no line tells them apart but through one fact.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type Proof, prove } from "plimsoll/analysis";
 *
 * const proof: Proof = prove(standardPolicy, { never: { tier: { is: "professional" } } });
 *
 * proof.verdict === "fails" && proof.witness.tier; // → "professional"
 * ```
 */
export type Proof<TierId extends string = string> =
  | {
      readonly verdict: "holds";
      /** Whether it only holds because there is nothing that it speaks of. */
      readonly vacuous: boolean;
    }
  | {
      readonly verdict: "fails";
      readonly witness: Witness<TierId>;
      readonly beside?: Witness<TierId>;
      /** Where the property is about an action: what was about to be done, and what was decided. The witness is the app afterwards. */
      readonly decided?: Decided;
    }
  | TooLarge;

function proveOfEach<TierId extends string>(
  study: Study<TierId>,
  broken: Claim,
  where: Claim | undefined,
): Proof<TierId> {
  const claims = where === undefined ? [broken] : [broken, where];
  const asked = studied(
    study,
    claims.flatMap((claim) => conditionsIn(claim, study.policy)),
  );
  const { compiler, diagrams, possible } = asked.model;
  const premise = compiler.all([possible, ...(where === undefined ? [] : [claimDiagram(where, study, asked)])]);
  const against = compiler.all([premise, claimDiagram(broken, study, asked)]);
  const witness = witnessOf(study, asked, against, (so) => so === 1);
  if (witness !== undefined) return { verdict: "fails", witness };
  return { verdict: "holds", vacuous: premise === diagrams.constant(0) };
}

function proveOfAction<TierId extends string>(
  given: Study<TierId>,
  on: string,
  broken: Claim,
  where: Claim | undefined,
): Proof<TierId> {
  const found = deciding(on, where === undefined ? [broken] : [broken, where], given);
  const { study, asked, cases } = found;
  const { compiler, diagrams, possible } = asked.model;
  const nowhere = diagrams.constant(0);
  let isVacuous = true;
  for (const each of cases) {
    const { addition, ofAction } = each;
    const so = (claim: Claim) => claimDiagram(claim, study, asked, ofAction);
    const premise = compiler.all([possible, ...(where === undefined ? [] : [so(where)])]);
    const against = compiler.all([premise, so(broken)]);
    if (premise === nowhere || (against === nowhere && !isVacuous)) continue;
    if (isVacuous) isVacuous = addition.apps(premise) === nowhere;
    const shown = against === nowhere ? undefined : decidedIn(on, each, addition.apps(against), found, given);
    if (shown !== undefined) return { verdict: "fails", ...shown };
  }
  return { verdict: "holds", vacuous: isVacuous };
}

type PairsAsked = readonly [
  names: readonly string[] | undefined,
  pairsOf: (variable: Variable) => readonly Pair[],
  interest: Operation,
];

function proveOfPairs<TierId extends string>(
  study: Study<TierId>,
  ...[names, pairsOf, interest]: PairsAsked
): Proof<TierId> {
  const { wholeOf, model } = study;
  const { space } = model;
  const asked = [...space.variables.keys()].filter((index) => {
    const { name } = at(space.variables, index);
    return names === undefined || names.includes(wholeOf.get(name) ?? name);
  });
  let isVacuous = true;
  for (const index of asked) {
    const pairs = space.variables.slice(index, index + 1).flatMap(pairsOf);
    if (anyPair(study.model, study.tier, index, pairs, exists) !== study.model.diagrams.constant(0)) isVacuous = false;
    const pair = pairOf(study, study, study.tier, index, pairs, interest);
    if (pair !== undefined) return { verdict: "fails", witness: pair[0], beside: pair[1] };
  }
  return { verdict: "holds", vacuous: isVacuous };
}

/** All actions that a policy knows by name. */
const actionsOf = (policy: Policy): readonly string[] => [...new Set([...actionKinds, ...actionsNamed(policy)])];

const kinds = ["always", "never", "monotone", "stepsAtMost"];

function assertProperty(property: Property, study: Study): void {
  assertForm(isObject(property), "A property is an object", "");
  const named = kinds.filter((kind) => kind in property);
  if (named.length !== 1) {
    const message = `A property says one of ${kinds.join(", ")}; this one says ${named.join(" and ") || "none of them"}.`;
    throw new PlimsollError("invalid-question", [{ pointer: "", code: "contradiction", message }]);
  }
  const assertAllKnown = (facts: readonly string[], pointer: Pointer) => {
    for (const [index, fact] of facts.entries()) {
      assertKnown("fact", fact, Object.keys(study.named), `${pointer}/${index}`);
    }
  };
  if ("monotone" in property) {
    assertForm(
      property.monotone === true || Array.isArray(property.monotone),
      "This is true, or a list of facts",
      "/monotone",
    );
    if (property.monotone !== true) assertAllKnown(property.monotone, "/monotone");
  } else if ("stepsAtMost" in property) {
    assertForm(Number.isInteger(property.stepsAtMost), "This is a whole number of tiers", "/stepsAtMost");
    assertForm(Array.isArray(property.facts ?? []), "This is a list of facts", "/facts");
    assertAllKnown(property.facts ?? [], "/facts");
  } else {
    const { on, where } = property;
    if (on !== undefined) assertKnown("action", on, actionsOf(study.policy), "/on");
    const about = { on, isAdding: on !== undefined && isAdding(on) };
    assertClaim("always" in property ? property.always : property.never, `/${named[0]}`, study, about);
    if (where !== undefined) assertClaim(where, "/where", study, about);
  }
}

/**
 * Whether a property holds of every possible app; if not, the least remarkable app that shows it.
 *
 * @throws {PlimsollError} with code `invalid-question`, when the property names what is not there, or says nothing.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { prove } from "plimsoll/analysis";
 *
 * const proof = prove(standardPolicy, { never: { tier: { is: "citizen" } }, where: { fact: "users", atLeast: 99 } });
 *
 * proof.verdict === "fails" && proof.witness.facts.users; // → 99
 * ```
 */
export function prove<TierId extends string, CriterionId extends string, SignId extends string>(
  policy: Analysable<TierId, CriterionId, SignId>,
  property: Property<NoInfer<TierId>, NoInfer<CriterionId | SignId>>,
): Proof<TierId> {
  return answerOf(policy, (study): Proof<TierId> => {
    assertProperty(property, study);
    const ofPairs = (...asked: PairsAsked): Proof<TierId> => {
      const proof = proveOfPairs(study, ...asked);
      // Where no component has a part in it, what is left changes with the fact itself.
      return proof.verdict !== "holds" || study.unhandled === study ? proof : proveOfPairs(study.unhandled, ...asked);
    };
    if ("always" in property || "never" in property) {
      const { on, where } = property;
      const broken: Claim = "always" in property ? { not: property.always } : property.never;
      return on === undefined ? proveOfEach(study, broken, where) : proveOfAction(study, on, broken, where);
    }
    if ("monotone" in property) {
      const { monotone } = property;
      return ofPairs(monotone === true ? undefined : monotone, risingPairs, drops);
    }
    return ofPairs(property.facts, neighbours, apart(property.stepsAtMost));
  });
}
