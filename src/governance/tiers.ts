import type { Classification } from "../classify/index.js";
import { certainly, FALSE, TRUE, type Truth, UNDECIDED } from "../facts/index.js";
import { type Policy, rankingOf } from "../policy/index.js";

/** How true it is what was answered; `null` is open. */
export const truthTold = (holds: boolean | null): Truth => (holds === null ? UNDECIDED : holds ? TRUE : FALSE);

/** Whether an app is above a tier; every app is, where no tier is named. */
export function isAbove(tier: string | undefined, { tier: certain, ceiling }: Classification, policy: Policy): Truth {
  if (tier === undefined) return TRUE;
  const rankOf = rankingOf(policy);
  const rank = rankOf(tier);
  return certainly(rankOf(certain) > rank, rankOf(ceiling) <= rank);
}
