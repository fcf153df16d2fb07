import type { Condition } from "../conditions/index.js";
import type { Analysable } from "./analysable.js";
import type { TooLarge, Witness } from "./answers.js";
import { assertConditions, assertKnown } from "./check.js";
import { studied, witnessOf } from "./search.js";
import { answerOf } from "./study.js";

/**
 * Whether some app can be in a tier, and the least remarkable one that is.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { canReach, type Reach } from "plimsoll/analysis";
 *
 * const told: Reach = canReach(standardPolicy, "citizen", { fact: "sensitiveData", includesAny: ["health"] });
 *
 * told.verdict; // → "unreachable"
 * ```
 */
export type Reach<TierId extends string = string> =
  | { readonly verdict: "reachable"; readonly witness: Witness<TierId> }
  | { readonly verdict: "unreachable" }
  | TooLarge;

/**
 * Whether some app can be in a tier, and the least remarkable one that is. To ask a policy often, prepare it once with
 * `createAnalysis`.
 *
 * @param where What must be so of the app besides.
 * @throws {PlimsollError} with code `invalid-question`, when the policy has no such tier or the condition could not stand in it.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { canReach } from "plimsoll/analysis";
 *
 * canReach(standardPolicy, "citizen", { fact: "users", atLeast: 100 }).verdict; // → "unreachable"
 * ```
 */
export function canReach<TierId extends string>(
  policy: Analysable<TierId>,
  tier: NoInfer<TierId>,
  where?: Condition,
): Reach<TierId> {
  return answerOf(policy, (study): Reach<TierId> => {
    const { policy, facts } = study;
    const ids: readonly string[] = policy.tiers.map(({ id }) => id);
    assertKnown("tier", tier, ids, "/tier");
    const conditions = where === undefined ? [] : [where];
    assertConditions(conditions, "/where", policy, facts);
    const search = studied(study, conditions);
    const { model } = search;
    const wanted = model.compiler.all([
      model.compiler.where(search.tier, (rank) => rank === ids.indexOf(tier)),
      ...conditions.map((condition) => model.compiler.condition(condition, policy)),
    ]);
    const witness = witnessOf(study, search, wanted, (so) => so === 1);
    return witness === undefined ? { verdict: "unreachable" } : { verdict: "reachable", witness };
  });
}
