import { at, type Diagram, walk } from "../diagrams/index.js";
import { IMPOSSIBLE, type Model } from "../model/index.js";
import { times, type Unasked, unaskedOf, type Weights } from "./weights.js";

/** What is left once a variable is known to be in a cell. */
export interface Outlook {
  /** How much the possible apps in it weigh. */
  readonly weight: bigint;
  /** Whether all of them are in one tier. */
  readonly settles: boolean;
  /** Whether there are any. */
  readonly isPossible: boolean;
}

const MANY = Number.POSITIVE_INFINITY;

/** The one rank of two groups of apps; or that there are many. */
const sole = (one: number, other: number): number => {
  if (one === IMPOSSIBLE) return other;
  return other === IMPOSSIBLE || one === other ? one : MANY;
};

/** The possible apps below a node: what they weigh, and their one rank. */
interface Below {
  readonly variable: number;
  readonly weight: bigint;
  readonly rank: number;
}

function belowOf({ diagrams }: Model, weights: Weights, unasked: Unasked): (diagram: Diagram) => Below {
  return walk<Below>(diagrams, {
    ending: (rank) => ({ variable: weights.length, weight: rank === IMPOSSIBLE ? 0n : 1n, rank }),
    node: (variable, branches) => {
      const own = at(weights, variable);
      let weight = 0n;
      let rank = IMPOSSIBLE;
      for (const [cell, next] of branches.entries()) {
        weight += times(times(next.weight, at(own, cell)), unasked(variable + 1, next.variable));
        rank = sole(rank, next.rank);
      }
      return { variable, weight, rank };
    },
  });
}

/** For each cell of each variable, what is left of the possible apps: one way up the diagram, and one down again. */
export function outlooks(model: Model, tier: Diagram, weights: Weights): readonly (readonly Outlook[])[] {
  const { widths, branch } = model.diagrams;
  const unasked = unaskedOf(weights);
  const below = belowOf(model, weights, unasked);
  const top = below(tier);
  const all = times(top.weight, unasked(0, top.variable));
  /** What the ways from the top to each node weigh, by the variable that it asks. */
  const above = [...widths, 0].map(() => new Map<Diagram, bigint>());
  at(above, top.variable).set(tier, unasked(0, top.variable));
  /** The one rank on the ways that do not ask a variable. */
  const passing = widths.map((_, variable) => (variable < top.variable ? top.rank : IMPOSSIBLE));
  return widths.map((width, variable) => {
    const own = at(weights, variable);
    const weight = new Array<bigint>(width).fill(0n);
    const ranks = new Array<number>(width).fill(IMPOSSIBLE);
    let asked = 0n;
    for (const [node, reaching] of at(above, variable)) {
      asked += times(reaching, below(node).weight);
      for (let cell = 0; cell < width; cell++) {
        const next = branch(node, variable, cell);
        const { variable: nextVariable, weight: nextWeight, rank } = below(next);
        const through = times(times(reaching, at(own, cell)), unasked(variable + 1, nextVariable));
        const known = at(above, nextVariable);
        known.set(next, (known.get(next) ?? 0n) + through);
        weight[cell] = at(weight, cell) + times(through, nextWeight);
        ranks[cell] = sole(at(ranks, cell), rank);
        for (let passed = variable + 1; passed < nextVariable; passed++)
          passing[passed] = sole(at(passing, passed), rank);
      }
    }
    // Where the variable is not asked, its cells share what is left.
    const total = unasked(variable, variable + 1);
    return ranks.map((through, cell) => {
      const rank = sole(through, at(passing, variable));
      const shared = total === 0n ? 0n : ((all - asked) * at(own, cell)) / total;
      return { weight: at(weight, cell) + shared, settles: rank !== MANY, isPossible: rank !== IMPOSSIBLE };
    });
  });
}
