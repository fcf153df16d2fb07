import type { Condition } from "../conditions/index.js";
import type { TooLarge, Witness } from "./answers.js";
import { assertConditions, assertKnown } from "./check.js";
import { type Study, studied, withinBudget, witnessOf } from "./study.js";

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

export function reach<TierId extends string>(
  ready: () => Study<TierId>,
  tier: string,
  where?: Condition,
): Reach<TierId> {
  return withinBudget((): Reach<TierId> => {
    const study = ready();
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
