import type { Classification } from "../classify/index.js";
import { unknownTo } from "../conditions/index.js";
import type { Policy } from "../policy/index.js";

/** True, false, or `null` while that is open. */
export type Answered = boolean | null;

/** Kleene's conjunction. */
export function both(one: Answered, other: Answered): Answered {
  if (one === false || other === false) return false;
  return one === null || other === null ? null : true;
}

/**
 * The rank of a tier in its policy.
 *
 * @throws {PlimsollError} with code `invalid-policy`, when the policy has no such tier.
 */
export function rankOf({ tiers }: Policy, tier: string): number {
  const rank = tiers.findIndex(({ id }) => id === tier);
  return rank < 0 ? unknownTo("tier", tier) : rank;
}

/** Whether an app is above a tier; every app is, where no tier is named. */
export function isAbove(
  tier: string | undefined,
  { tier: certain, ceiling }: Classification,
  policy: Policy,
): Answered {
  if (tier === undefined) return true;
  const rank = rankOf(policy, tier);
  if (rankOf(policy, certain) > rank) return true;
  return rankOf(policy, ceiling) > rank ? null : false;
}
