import type { ConditionOver, ScoreItemOver } from "../conditions/index.js";
import {
  type Catalogue,
  type FactRecords,
  type FactsWith,
  type LineOf,
  type NoRecords,
  type StandardFacts,
  standardFacts,
} from "../facts/index.js";
import { assertPolicy } from "./check.js";
import type { Policy, PolicyOptions, PolicyOver } from "./policy.js";
import type { ScoreLine } from "./rules.js";

/** What a row of a table may ask, of facts and rubrics that the compiler knows. */
type InputsOver<Facts extends Catalogue, RubricId extends string> = {
  readonly [Name in keyof Facts & string]?: LineOf<Facts[Name]["domain"]>;
} & { readonly [Id in RubricId]?: ScoreLine };

/**
 * Defines a policy in TypeScript. The compiler knows its facts, levels, tiers, signs and rubrics: a typo, an operator
 * that does not fit a fact, an unknown level or tier does not compile. The policy is plain JSON and comes back as it is.
 *
 * @throws {PlimsollError} with code `invalid-policy`, for what the compiler cannot see: an id that stands twice, a cycle.
 *
 * @example
 * ```ts
 * import { classify, definePolicy } from "plimsoll";
 *
 * const policy = definePolicy({
 *   id: "small-team",
 *   version: "1.0.0",
 *   title: "Small team",
 *   tiers: [
 *     { id: "team", title: "In the team", advice: "Build it in the team." },
 *     { id: "central", title: "With the central team", advice: "Build it with the central team." },
 *   ],
 *   criteria: [
 *     {
 *       id: "many-users",
 *       tier: "central",
 *       title: "Many people use it",
 *       when: { fact: "users", atLeast: 40 },
 *       why: "Support takes more than one team has.",
 *       advice: "Ask the central team for a date.",
 *     },
 *   ],
 * });
 *
 * classify({ id: "rota", name: "Rota", audience: { users: 60 } }, policy).tier; // → "central"
 * ```
 */
export function definePolicy<
  const TierId extends string,
  const CriterionId extends string = never,
  const SignId extends string = never,
  const RubricId extends string = never,
  Facts extends Catalogue = StandardFacts,
  const Own extends FactRecords = NoRecords,
>(
  policy: PolicyOver<
    TierId,
    CriterionId,
    SignId,
    RubricId,
    ConditionOver<NoInfer<FactsWith<Facts, Own>>, NoInfer<SignId>, NoInfer<RubricId>>,
    ScoreItemOver<
      NoInfer<FactsWith<Facts, Own>>,
      ConditionOver<NoInfer<FactsWith<Facts, Own>>, NoInfer<SignId>, NoInfer<RubricId>>
    >,
    InputsOver<NoInfer<FactsWith<Facts, Own>>, NoInfer<RubricId>>
  > & { readonly facts?: Own },
  options: PolicyOptions<Facts> = {},
): Policy<TierId, CriterionId, SignId> {
  // A condition over any catalogue is a condition; the compiler cannot see that of a catalogue that it does not know yet,
  // and takes minutes to find out that it cannot.
  const defined = policy as unknown as Policy<TierId, CriterionId, SignId>;
  assertPolicy(defined, options.facts ?? standardFacts);
  return defined;
}
