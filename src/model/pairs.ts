import { at, type Diagram, type Operation } from "../diagrams/index.js";
import { IMPOSSIBLE, type Model } from "./model.js";

/** A diagram in which what stands at a variable is replaced by what its branches make of it. */
function replaced(
  { diagrams }: Model,
  diagram: Diagram,
  variable: number,
  make: (branches: readonly Diagram[]) => Diagram,
  unasked: (node: Diagram) => Diagram,
): Diagram {
  const seen = new Map<Diagram, Diagram>();
  const change = (node: Diagram): Diagram => {
    const asked = diagrams.variableOf(node);
    if (asked > variable) return unasked(node);
    const cells = Array.from({ length: at(diagrams.widths, asked) }, (_, cell) => diagrams.branch(node, asked, cell));
    return asked === variable ? make(cells) : diagrams.choice(asked, cells.map(visit));
  };
  const visit = (node: Diagram): Diagram => {
    const known = seen.get(node) ?? change(node);
    seen.set(node, known);
    return known;
  };
  return visit(diagram);
}

/**
 * Compares what a diagram comes to in two cells of one variable, everything else being the same: for each pair of cells,
 * the outcome of an operation that is 1 where the pair is of interest; 1 where any pair is.
 */
export function anyPair(
  model: Model,
  diagram: Diagram,
  variable: number,
  pairs: readonly (readonly [one: number, other: number])[],
  interest: Operation,
): Diagram {
  const { diagrams, compiler } = model;
  const nothing = diagrams.constant(0);
  const compare = (cells: readonly Diagram[]) => {
    // Many cells come to the same.
    const told = new Map<Diagram, Set<Diagram>>();
    const compared: Diagram[] = [];
    for (const [one, other] of pairs) {
      const [first, second] = [at(cells, one), at(cells, other)];
      const known = told.get(first) ?? new Set();
      if (known.has(second)) continue;
      told.set(first, known.add(second));
      compared.push(diagrams.apply(interest, first, second));
    }
    return compiler.any(compared);
  };
  // Where a variable is not asked, all its cells come to the same.
  const unasked = (node: Diagram) => (pairs.length > 0 ? diagrams.apply(interest, node, node) : nothing);
  return replaced(model, diagram, variable, compare, unasked);
}

/** What a diagram comes to when one variable is not told: an operation makes one of what it comes to in all its cells. */
export function anyCell(model: Model, diagram: Diagram, variable: number, operation: Operation): Diagram {
  const { diagrams } = model;
  const join = (cells: readonly Diagram[]) => cells.reduce((one, other) => diagrams.apply(operation, one, other));
  return replaced(model, diagram, variable, join, (node) => node);
}

/** The highest of the ranks that are possible. */
export const mostOf: Operation = { combine: Math.max, neutral: IMPOSSIBLE };

/** The lowest of the ranks that are possible. */
export const leastOf: Operation = {
  combine: Math.min,
  neutral: IMPOSSIBLE,
};

/** What a diagram comes to in one cell of a variable. */
export function inCell(model: Model, diagram: Diagram, variable: number, cell: number): Diagram {
  const pick = (cells: readonly Diagram[]) => at(cells, cell);
  return replaced(model, diagram, variable, pick, (node) => node);
}
