import { at } from "./at.js";
import type { Diagram, Diagrams } from "./diagrams.js";
import { walk } from "./operations.js";

/** What each cell of each variable costs; a cell that costs endlessly much is never chosen. */
export type Costs = readonly (readonly number[])[];

/**
 * The cheapest cells, one for each variable, in which a diagram ends with a value that is sought; nothing, where there are
 * none.
 */
export function cheapest(
  diagrams: Diagrams,
  diagram: Diagram,
  isSought: (value: number) => boolean,
  costs: Costs,
): readonly number[] | undefined {
  const lowest = costs.map((cells) => Math.min(...cells));
  // Of a variable that is not asked, the cheapest cell is chosen, whatever the others are.
  const extra = costs.map((cells, variable) => cells.map((cost) => cost - at(lowest, variable)));
  const least = walk<number>(diagrams, {
    ending: (value) => (isSought(value) ? 0 : Number.POSITIVE_INFINITY),
    node: (variable, branches) => Math.min(...branches.map((cost, cell) => cost + at(at(extra, variable), cell))),
  });
  if (least(diagram) === Number.POSITIVE_INFINITY) return undefined;
  let node = diagram;
  return extra.map((cells, variable) => {
    if (diagrams.variableOf(node) !== variable) return cells.indexOf(0);
    const totals = cells.map((cost, cell) => cost + least(diagrams.branch(node, variable, cell)));
    const cell = totals.indexOf(Math.min(...totals));
    node = diagrams.branch(node, variable, cell);
    return cell;
  });
}
