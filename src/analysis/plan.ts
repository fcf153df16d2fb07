import { at, type Diagram, valuesOf, variablesOf } from "../diagrams/index.js";
import { IMPOSSIBLE, inCell, type Model } from "../model/index.js";
import { createMemory, type Memory } from "./memory.js";
import { shareOf, type Weights, weigherOf } from "./weights.js";

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

/** A question, and what is left of the apps after each of its answers. */
interface Step {
  readonly variable: number;
  readonly after: readonly Diagram[];
}

/** What was worked out of apps that are partly told: it is of use for whoever tells as much. */
export interface Plans {
  /** What can be asked of them; nothing, when they are in one tier. */
  readonly steps: Memory<Diagram, readonly Step[]>;
  readonly best: Memory<string, Counted>;
}

export const createPlans = (most: number): Plans => ({ steps: createMemory(most), best: createMemory(most) });

/** What questions are asked with. */
export interface Asking {
  readonly weights: Weights;
  readonly aim: "worst" | "average";
  /** By what the weights and the aim are known again. */
  readonly key: string;
}

/** Of so many open questions all orders are looked at, as long as there are no more partly told apps than that. */
const mostOpen = 10;
const mostStates = 400;

const settled: Counted = { worst: 0, answers: 0n };

/** Of two plans, the better one. */
const better = (one: Counted, other: Counted, aim: Asking["aim"]): boolean => {
  const byWorst = one.worst - other.worst;
  const byAverage = one.answers < other.answers ? -1 : one.answers > other.answers ? 1 : 0;
  return (aim === "worst" ? byWorst || byAverage : byAverage || byWorst) < 0;
};

function stepFrom(model: Model, state: Diagram, variable: number): Step {
  const cells = { length: at(model.diagrams.widths, variable) };
  return { variable, after: Array.from(cells, (_, cell) => inCell(model, state, variable, cell)) };
}

/** Whether questions lead to no more partly told apps than can be looked at. */
function areFew(first: readonly Step[], stepsOf: (state: Diagram) => readonly Step[]): boolean {
  const seen = new Set<Diagram>();
  const look = (steps: readonly Step[]): boolean =>
    steps.every(({ after }) =>
      after.every((state) => {
        if (seen.has(state)) return true;
        seen.add(state);
        return seen.size <= mostStates && look(stepsOf(state));
      }),
    );
  return look(first);
}

/**
 * For each open question, the fewest answers that it takes to settle the tier when it is asked first; nothing, when there
 * are too many orders to look at all of them.
 */
export function bestPlans(
  model: Model,
  tier: Diagram,
  open: readonly number[],
  { weights, aim, key }: Asking,
  { steps, best }: Plans,
): ReadonlyMap<number, Plan> | undefined {
  if (open.length > mostOpen) return undefined;
  const { diagrams } = model;
  const nothing = diagrams.constant(IMPOSSIBLE);
  const weight = weigherOf(model, weights, (rank) => rank >= 0);
  const totals = weights.map((own) => own.reduce((sum, each) => sum + each, 0n));
  const stepsOf = (state: Diagram) =>
    steps(state, () =>
      valuesOf(diagrams, state).filter((rank) => rank >= 0).length <= 1
        ? []
        : variablesOf(diagrams, state).map((variable) => stepFrom(model, state, variable)),
    );
  const first = open.map((variable) => stepFrom(model, tier, variable));
  if (!areFew(first, stepsOf)) return undefined;

  const asking = (state: Diagram, { variable, after }: Step): Counted => {
    let worst = 0;
    let answers = weight(state);
    for (const [cell, left] of after.entries()) {
      if (left === nothing) continue;
      const next = bestFrom(left);
      worst = Math.max(worst, next.worst);
      answers += (at(at(weights, variable), cell) * next.answers) / (at(totals, variable) || 1n);
    }
    return { worst: worst + 1, answers };
  };
  const bestFrom = (state: Diagram): Counted =>
    best(`${key} ${state}`, () => {
      const asked = stepsOf(state).map((step) => asking(state, step));
      return asked.length === 0 ? settled : asked.reduce((one, other) => (better(other, one, aim) ? other : one));
    });
  const whole = weight(tier);
  return new Map(
    first.map((step) => {
      const { worst, answers } = asking(tier, step);
      return [step.variable, { worst, average: shareOf(answers, whole) }];
    }),
  );
}
