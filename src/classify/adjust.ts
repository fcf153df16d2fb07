import { type Evidence, FALSE, type State, TRUE, type Truth } from "../conditions/index.js";
import type { PreparedAdjustment } from "../policy/index.js";
import type { Adjusted } from "./classification.js";

/** The ranks of the highest tier that is certainly reached, and of the highest that is still possible. */
export type Ranks = readonly [tier: number, ceiling: number];

/** Where adjustments take what rules lift to; while one is open, it may apply and may not. */
export function adjusting(adjustments: readonly PreparedAdjustment[]): (ranks: Ranks, state: State) => Ranks {
  return (ranks, state) =>
    adjustments.reduce<Ranks>(([tier, ceiling], { when, moved }) => {
      const truth = when.evaluate(state);
      if (truth === FALSE) return [tier, ceiling];
      if (truth === TRUE) return [moved(tier), moved(ceiling)];
      return [Math.min(tier, moved(tier)), Math.max(ceiling, moved(ceiling))];
    }, ranks);
}

const statusOf = (truth: Truth) => (truth === TRUE ? "holds" : "possible");

/** The adjustments that apply to an app, or may. */
export function adjustmentsIn(adjustments: readonly PreparedAdjustment[], state: State): readonly Adjusted[] {
  return adjustments.flatMap(({ adjustment: { id, by, title, why, advice = "", source = "" }, when }) => {
    const truth = when.evaluate(state);
    if (truth === FALSE) return [];
    const evidence: Evidence[] = [];
    when.collect(state, evidence);
    return [{ id, by, status: statusOf(truth), title, why, advice, source, evidence }];
  });
}
