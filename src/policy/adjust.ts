import type { AnyRules } from "./prepare.js";
import type { Adjustment } from "./rules.js";
import { ranksOf } from "./tiers.js";

/** Where an adjustment takes each rank while it holds: to the next, unless it is at the end or of no concern to it. */
export function movedBy({ by, onlyIn }: Adjustment, policy: AnyRules): (rank: number) => number {
  const ranks = ranksOf(policy);
  const own = onlyIn && new Set(onlyIn.map((id) => ranks.get(id)));
  const highest = policy.tiers.length - 1;
  return (rank) => (own?.has(rank) === false ? rank : Math.min(Math.max(rank + by, 0), highest));
}
