import type { Diagram } from "../diagrams/index.js";
import { anyCell, anyPair, mostOf } from "../model/index.js";
import { linesOfPolicy } from "../policy/index.js";
import type { Analysable } from "./analysable.js";
import type { TooLarge } from "./answers.js";
import { anyTwo, differs } from "./pairs.js";
import { type Search, studied } from "./search.js";
import { answerOf } from "./study.js";
import { assertPriors, linesOfPriors, type Priors, shareOf, weigherOf, weightsOf } from "./weights.js";

/**
 * How much each fact matters: in which share of all possible apps it decides, so that an app which no line tells apart
 * from it in any other fact has another tier. The most telling first.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type Sensitivity, sensitivity } from "plimsoll/analysis";
 *
 * const told: Sensitivity = sensitivity(standardPolicy);
 * const shares = told.verdict === "exact" ? told.facts.map(({ share }) => share) : [];
 *
 * shares.every((share) => share >= 0 && share <= 1); // → true
 * ```
 */
export type Sensitivity =
  | { readonly verdict: "exact"; readonly facts: readonly { readonly fact: string; readonly share: number }[] }
  | TooLarge;

/** Where a fact decides: once two values of it lead to different tiers, any value differs from one of them. */
function decidesAt({ model, tier }: Search, index: number): Diagram {
  const pairs = model.space.variables.slice(index, index + 1).flatMap(anyTwo);
  return model.compiler.all([model.possible, anyPair(model, tier, index, pairs, differs)]);
}

/**
 * In which share of all possible apps each fact decides.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { sensitivity } from "plimsoll/analysis";
 *
 * sensitivity(standardPolicy).verdict; // → "exact"
 * ```
 */
export function sensitivity(policy: Analysable, { priors = {} }: { readonly priors?: Priors } = {}): Sensitivity {
  return answerOf(policy, (study): Sensitivity => {
    assertPriors(priors, study);
    const search = studied(study, linesOfPriors(priors));
    const weights = weightsOf(search.model, priors);
    const weight = weigherOf(search.model, weights, (so) => so === 1);
    const all = weight(search.model.possible);
    const facts = search.model.space.variables.map(({ name }, index) => {
      return { fact: name, share: shareOf(weight(decidesAt(search, index)), all) };
    });
    return { verdict: "exact", facts: facts.sort((one, other) => other.share - one.share) };
  });
}

/**
 * The facts that a policy asks for and that never decide: what its other lines tell of an app settles its tier. `together`
 * are those that could all be dropped at once; dropping one may make another one needed.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type Removable, removableFacts } from "plimsoll/analysis";
 *
 * const told: Removable = removableFacts(standardPolicy);
 *
 * told.verdict === "exact" && told.facts.includes("users"); // → false
 * ```
 */
export type Removable =
  | { readonly verdict: "exact"; readonly facts: readonly string[]; readonly together: readonly string[] }
  | TooLarge;

/** The tier when a fact is not told; nothing, when the other facts do not settle it then. */
function without({ model, tier }: Search, index: number): Diagram | undefined {
  const { diagrams, space } = model;
  const variable = space.variables.slice(index, index + 1);
  if (anyPair(model, tier, index, variable.flatMap(anyTwo), differs) !== diagrams.constant(0)) return undefined;
  return anyCell(model, tier, index, mostOf);
}

/**
 * The facts that a policy asks for and that never decide.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { removableFacts } from "plimsoll/analysis";
 *
 * removableFacts(standardPolicy).verdict; // → "exact"
 * ```
 */
export function removableFacts(policy: Analysable): Removable {
  return answerOf(policy, (study): Removable => {
    const { policy, facts: catalogue, model } = study;
    const asked = new Set(linesOfPolicy(policy).map(({ fact }) => fact));
    const inOrder = Object.keys(catalogue).filter((fact) => asked.has(fact));
    const indexOf = (fact: string) => model.space.indexOf(fact);
    const unasked = model.space.variables.flatMap(({ name }, index) => (asked.has(name) ? [] : [index]));
    // What the policy does not ask for is not told, so it settles nothing.
    let tier = unasked.reduce((left, index) => anyCell(model, left, index, mostOf), study.tier);
    const facts = inOrder.filter((fact) => without({ model, tier }, indexOf(fact)) !== undefined);
    const together = facts.filter((fact) => {
      const left = without({ model, tier }, indexOf(fact));
      tier = left ?? tier;
      return left !== undefined;
    });
    return { verdict: "exact", facts, together };
  });
}
