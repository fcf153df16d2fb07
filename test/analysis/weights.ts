import type { FactCondition } from "plimsoll";
import type { Priors } from "plimsoll/analysis";
import type { App, Column } from "./brute-force.js";
import { isOnLine } from "./plain-meaning.js";

/** The lines that priors draw. */
export const linesOfPriors = (priors: Priors): readonly FactCondition[] =>
  Object.entries(priors).flatMap(([fact, ranges]) => ranges.map(({ when }) => ({ fact, ...when })));

/** For each cell of a fact, the place of the range that it lies in, and what it weighs; shared, so that all are whole. */
function weightsOf({ name, fact, cells }: Column, priors: Priors): readonly number[] {
  const ranges = priors[name];
  if (ranges === undefined) return cells.map(() => 1);
  const rangeOf = cells.map(([value = false]) => ranges.findIndex(({ when }) => isOnLine(fact.domain, when, value)));
  const sizes = ranges.map((_, index) => rangeOf.filter((range) => range === index).length);
  const whole = sizes.reduce((product, size) => product * Math.max(size, 1), 1);
  return rangeOf.map((range) => ((ranges[range]?.weight ?? 0) * whole) / (sizes[range] ?? 1));
}

/** What an app weighs: the product of what the cells of its facts weigh. */
export function weightOf(columns: readonly Column[], priors: Priors): (app: App) => number {
  const weights = columns.map((column) => weightsOf(column, priors));
  return ({ cells }) => cells.reduce((product, cell, index) => product * (weights[index]?.[cell] ?? 0), 1);
}
