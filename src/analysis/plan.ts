import { at, type Diagram, valuesOf, variablesOf } from "../diagrams/index.js";
import { IMPOSSIBLE, inCell, type Model } from "../model/index.js";
import { shareOf, type Weights, weigh } from "./weights.js";

/** How many answers an order of questions takes. */
export interface Plan {
  readonly worst: number;
  readonly average: number;
}

/** The same, with the average as the weight of all answers to all apps. */
interface Counted {
  readonly worst: number;
  readonly answers: bigint;
}

/** Of so many open questions all orders are looked at, as long as there are no more partly told apps than that. */
const mostOpen = 10;
const mostStates = 400;

class TooMany extends Error {}

/** Of two plans, the better one. */
const better = (one: Counted, other: Counted, aim: "worst" | "average"): boolean => {
  const byWorst = one.worst - other.worst;
  const byAverage = one.answers < other.answers ? -1 : one.answers > other.answers ? 1 : 0;
  return (aim === "worst" ? byWorst || byAverage : byAverage || byWorst) < 0;
};

/**
 * For each open question, the fewest answers that it takes to settle the tier when it is asked first; nothing, when there
 * are too many orders to look at all of them.
 */
export function bestPlans(
  model: Model,
  tier: Diagram,
  open: readonly number[],
  weights: Weights,
  aim: "worst" | "average",
): ReadonlyMap<number, Plan> | undefined {
  if (open.length > mostOpen) return undefined;
  const { diagrams } = model;
  const nothing = diagrams.constant(IMPOSSIBLE);
  const seen = new Map<Diagram, Counted>();
  const weight = (diagram: Diagram) => weigh(model, diagram, weights, (rank) => rank >= 0);
  const totals = weights.map((own) => own.reduce((sum, each) => sum + each, 0n));

  const asking = (state: Diagram, variable: number): Counted => {
    let worst = 0;
    let answers = weight(state);
    for (const [cell, own] of at(weights, variable).entries()) {
      const left = inCell(model, state, variable, cell);
      if (left === nothing) continue;
      const after = best(left);
      worst = Math.max(worst, after.worst);
      answers += (own * after.answers) / (totals[variable] ?? 1n);
    }
    return { worst: worst + 1, answers };
  };
  const best = (state: Diagram): Counted => {
    const known = seen.get(state);
    if (known !== undefined) return known;
    if (seen.size > mostStates) throw new TooMany();
    const isSettled = valuesOf(diagrams, state).filter((rank) => rank >= 0).length === 1;
    const asked = isSettled ? [] : variablesOf(diagrams, state);
    const found = isSettled
      ? { worst: 0, answers: 0n }
      : asked
          .map((variable) => asking(state, variable))
          .reduce((one, other) => (better(other, one, aim) ? other : one));
    seen.set(state, found);
    return found;
  };
  try {
    const whole = weight(tier);
    return new Map(
      open.map((variable) => {
        const { worst, answers } = asking(tier, variable);
        return [variable, { worst, average: shareOf(answers, whole) }];
      }),
    );
  } catch (error) {
    if (error instanceof TooMany) return undefined;
    throw error;
  }
}
