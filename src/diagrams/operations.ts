import { at } from "./at.js";
import type { Diagram, Diagrams, Operation } from "./diagrams.js";

/** Of two values, the lower one: "and", where 0 is false and 1 is true. */
export const lower: Operation = { combine: Math.min, deciding: 0, neutral: 1 };

/** Of two values, the higher one: "or", where 0 is false and 1 is true. */
export const either: Operation = { combine: Math.max, deciding: 1, neutral: 0 };

/** Of two ranks, the higher one; nothing is below 0. */
export const highest: Operation = { combine: Math.max, neutral: 0 };

/** What a row of diagrams comes to: folded in halves, so that a row in which one changed is mostly known. */
export function fold(diagrams: Diagrams, operation: Operation, row: readonly Diagram[], empty: number): Diagram {
  const [first] = row;
  if (first === undefined) return diagrams.constant(empty);
  if (row.length === 1) return first;
  const half = row.length >> 1;
  const side = (part: readonly Diagram[]) => fold(diagrams, operation, part, empty);
  return diagrams.apply(operation, side(row.slice(0, half)), side(row.slice(half)));
}

/** How a walk through a diagram goes on at a node: what it comes to, from what its branches come to. */
export interface Walk<Outcome> {
  readonly ending: (value: number) => Outcome;
  readonly node: (variable: number, branches: readonly Outcome[]) => Outcome;
}

/** Walks through a diagram from its ends upwards, each node once. */
export function walk<Outcome>(diagrams: Diagrams, { ending, node }: Walk<Outcome>): (diagram: Diagram) => Outcome {
  const seen = new Map<Diagram, Outcome>();
  const { widths, variableOf, endOf, branch } = diagrams;
  const below = (diagram: Diagram, variable: number): readonly Outcome[] => {
    const branches: Outcome[] = [];
    for (let cell = 0; cell < at(widths, variable); cell++) branches.push(visit(branch(diagram, variable, cell)));
    return branches;
  };
  const visit = (diagram: Diagram): Outcome => {
    const known = seen.get(diagram);
    if (known !== undefined) return known;
    const variable = variableOf(diagram);
    const outcome = variable === widths.length ? ending(endOf(diagram)) : node(variable, below(diagram, variable));
    seen.set(diagram, outcome);
    return outcome;
  };
  return visit;
}

/** A diagram with other values at its ends. */
export function map(diagrams: Diagrams, diagram: Diagram, change: (value: number) => number): Diagram {
  const ending = (value: number) => diagrams.constant(change(value));
  return walk(diagrams, { ending, node: diagrams.choice })(diagram);
}

/** Every value that a diagram can come to. */
export function valuesOf(diagrams: Diagrams, diagram: Diagram): readonly number[] {
  const values = new Set<number>();
  walk<unknown>(diagrams, { ending: (value) => values.add(value), node: () => 0 })(diagram);
  return [...values].sort((one, other) => one - other);
}

/** The variables that a diagram asks. */
export function variablesOf(diagrams: Diagrams, diagram: Diagram): readonly number[] {
  const variables = new Set<number>();
  const node = (variable: number) => variables.add(variable);
  walk<unknown>(diagrams, { ending: () => 0, node })(diagram);
  return [...variables].sort((one, other) => one - other);
}

/** A diagram, and which of its values are sought. */
export interface Sought {
  readonly diagram: Diagram;
  readonly isSought: (value: number) => boolean;
}

/**
 * Whether all of some diagrams come to what is sought of each at once, somewhere. It is looked for no further than the first
 * of it, and no nodes are made.
 *
 * @param most What is not found after so many steps is taken to be nowhere.
 */
export function isAnywhere(
  { widths, variableOf, endOf, branch }: Diagrams,
  sought: readonly Sought[],
  most = Number.POSITIVE_INFINITY,
): boolean {
  const end = widths.length;
  const nowhere = new Set<string>();
  let steps = 0;
  const visit = (nodes: readonly Diagram[]): boolean => {
    let variable = end;
    for (const [place, node] of nodes.entries()) {
      const asked = variableOf(node);
      if (asked === end && !at(sought, place).isSought(endOf(node))) return false;
      if (asked < variable) variable = asked;
    }
    if (variable === end) return true;
    if (++steps > most) return false;
    const key = nodes.join();
    if (nowhere.has(key)) return false;
    for (let cell = 0; cell < at(widths, variable); cell++) {
      if (visit(nodes.map((node) => branch(node, variable, cell)))) return true;
    }
    nowhere.add(key);
    return false;
  };
  return visit(sought.map(({ diagram }) => diagram));
}
