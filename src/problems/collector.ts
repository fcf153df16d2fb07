import type { Problem } from "./problem.js";

/** After so many problems the reader has enough to do; the rest is left for the next attempt. */
export const mostProblems = 50;

/**
 * Takes the problems that are found in an input, until it is full. Whoever looks for more may stop then; whoever goes on
 * spares at least the work that only a message needs, such as looking for the nearest name.
 */
export interface Collector {
  (problem: Problem): void;
  readonly isFull: () => boolean;
  /** What was found, in the order in which it was found: never more than a person reads. */
  readonly found: () => readonly Problem[];
}

/** Begins to collect problems. */
export function collectProblems(): Collector {
  const problems: Problem[] = [];
  const isFull = () => problems.length >= mostProblems;
  const collect = (problem: Problem): void => {
    if (!isFull()) problems.push(problem);
  };
  return Object.assign(collect, { isFull, found: () => problems });
}
