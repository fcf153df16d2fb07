import { at } from "../diagrams/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Analysable } from "./analysable.js";
import type { TooLarge } from "./answers.js";
import { answerOf } from "./study.js";
import { ranksOf } from "./workings.js";

/**
 * The tiers that an app can be in, whatever its open questions are answered: exactly those, where `classify` says between
 * what and what they lie, and may leave more open than is.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type TierRange, tierRange } from "plimsoll/analysis";
 *
 * const range: TierRange = tierRange({ id: "stock", name: "Stock list", audience: { users: 140 } }, standardPolicy);
 *
 * range.verdict === "exact" && range.tiers; // → ["it-review", "professional"]
 * ```
 */
export type TierRange<TierId extends string = string> =
  | {
      readonly verdict: "exact";
      readonly lowest: TierId;
      readonly highest: TierId;
      /** From the lowest to the highest; not every tier between them need be possible. */
      readonly tiers: readonly TierId[];
    }
  | TooLarge;

/**
 * Exactly the tiers that an app can be in, whatever its open questions are answered.
 *
 * @throws {PlimsollError} with code `invalid-profile`, when the profile contradicts itself.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { tierRange } from "plimsoll/analysis";
 *
 * const range = tierRange({ id: "stock", name: "Stock list" }, standardPolicy);
 *
 * range.verdict === "exact" && range.tiers; // → ["citizen", "it-review", "professional"]
 * ```
 */
export function tierRange<TierId extends string>(profile: AppProfile, policy: Analysable<TierId>): TierRange<TierId> {
  return answerOf(policy, (study): TierRange<TierId> => {
    const tiers = ranksOf(study.ofApps, profile).map(study.tierAt);
    return { verdict: "exact", lowest: at(tiers, 0), highest: at(tiers, tiers.length - 1), tiers };
  });
}
