import { type AnyRules, movedBy } from "../policy/index.js";
import type { Workings } from "./columns.js";
import { anyOf, choice, compared, type Scalar, whole } from "./expression.js";
import { type Ask, statuses } from "./judging.js";

/** A rule, as far as the tier rests on it. */
interface Lifting {
  readonly rank: number;
  readonly status: Scalar;
}

/** The ranks of the highest tier that is certainly reached, and of the highest that is still possible. */
export interface RanksInSql {
  readonly tier: Scalar;
  readonly ceiling: Scalar;
}

/** The highest rank that a rule lifts to which stands so, or more so. */
function highest(rules: readonly Lifting[], status: number): Scalar {
  const ranks = [...new Set(rules.map(({ rank }) => rank))]
    .filter((rank) => rank > 0)
    .sort((one, other) => other - one);
  const lifts = (rank: number) =>
    rules.filter((rule) => rule.rank === rank).map((rule) => compared(rule.status, ">=", status));
  return choice(
    ranks.map((rank) => ({ when: anyOf(lifts(rank)), gives: whole(rank) })),
    whole(0),
  );
}

/** A rank where an adjustment takes it. */
const movedTo = (rank: Scalar, moved: (rank: number) => number, count: number): Scalar =>
  choice(
    Array.from({ length: count }, (_, from) => ({ from, to: moved(from) }))
      .filter(({ from, to }) => from !== to)
      .map(({ from, to }) => ({ when: compared(rank, "=", from), gives: whole(to) })),
    rank,
  );

/** The tiers of an app: where its rules lift it to, and adjustments take it from there. */
export function ranksInSql(rules: readonly Lifting[], policy: AnyRules, ask: Ask, { once }: Workings): RanksInSql {
  const lifted: RanksInSql = {
    tier: once("tier", "tier_rank", () => highest(rules, statuses.holds)),
    ceiling: once("ceiling", "ceiling_rank", () => highest(rules, statuses.possible)),
  };
  const count = policy.tiers.length;
  return (policy.adjustments ?? []).reduce<RanksInSql>(({ tier, ceiling }, adjustment) => {
    const { holds, fails } = ask(adjustment.when, []);
    const moved = movedBy(adjustment, policy);
    // While it is open, it may apply and may not: the tier is the lower of both, and the ceiling the higher.
    const whereSo = (rank: Scalar) => choice([{ when: holds, gives: movedTo(rank, moved, count) }], rank);
    const unlessNot = (rank: Scalar) => choice([{ when: fails, gives: rank }], movedTo(rank, moved, count));
    const [ofTier, ofCeiling] = adjustment.by < 0 ? [unlessNot, whereSo] : [whereSo, unlessNot];
    return {
      tier: once(`tier ${adjustment.id}`, "tier_rank", () => ofTier(tier)),
      ceiling: once(`ceiling ${adjustment.id}`, "ceiling_rank", () => ofCeiling(ceiling)),
    };
  }, lifted);
}
