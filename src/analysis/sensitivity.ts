import type { Diagram, Operation } from "../diagrams/index.js";
import { anyCell, anyPair, leastOf, mostOf } from "../model/index.js";
import { linesOfPolicy } from "../policy/index.js";
import type { Analysable } from "./analysable.js";
import type { TooLarge } from "./answers.js";
import { leftOutOf } from "./handing-over.js";
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
  | {
      readonly verdict: "exact";
      readonly facts: readonly { readonly fact: string; readonly share: number }[];
      /** The components that are left out: this speaks of apps of which they handle nothing. */
      readonly leftOut: readonly string[];
    }
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
  return answerOf(policy, ({ unhandled: study }): Sensitivity => {
    assertPriors(priors, study);
    const search = studied(study, linesOfPriors(priors));
    const weights = weightsOf(search.model, priors);
    const weight = weigherOf(search.model, weights, (so) => so === 1);
    const all = weight(search.model.possible);
    const facts = search.model.space.variables.map(({ name }, index) => {
      return { fact: name, share: shareOf(weight(decidesAt(search, index)), all) };
    });
    facts.sort((one, other) => other.share - one.share);
    return { verdict: "exact", facts, leftOut: leftOutOf(study) };
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

/** The tier when a fact is not told, nor what components leave of it; nothing, when the other facts do not settle it then. */
function without({ model, tier }: Search, indices: readonly number[]): Diagram | undefined {
  const ending = (operation: Operation) =>
    indices.reduce((left, index) => anyCell(model, left, index, operation), tier);
  const highest = ending(mostOf);
  return highest === ending(leastOf) ? highest : undefined;
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
    const { policy, named, wholeOf, spellOut, model } = study;
    const wholeFact = (name: string) => wholeOf.get(name) ?? name;
    const asked = new Set(linesOfPolicy(spellOut(policy)).map(({ fact }) => wholeFact(fact)));
    const inOrder = Object.keys(named).filter((fact) => asked.has(fact));
    const indicesOf = (isMeant: (fact: string) => boolean) =>
      model.space.variables.flatMap(({ name }, index) => (isMeant(wholeFact(name)) ? [index] : []));
    const indexOf = (fact: string) => indicesOf((name) => name === fact);
    const unasked = indicesOf((name) => !asked.has(name));
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
