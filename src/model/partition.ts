import type { Interval } from "../bounds/index.js";
import type { FactValue, Known } from "../facts/index.js";

/**
 * The values of a fact, cut into cells: within a cell no line tells one value from another, so that a question about all
 * values is one about finitely many cells.
 */
export interface Partition {
  /** A value of each cell. */
  readonly cells: readonly FactValue[];
  readonly cellOf: (value: FactValue) => number;
  /** The value in a cell that is nearest to another, and, when that is of no use, the next ones. */
  readonly near: (cell: number, value: FactValue) => Iterable<FactValue>;
  /** How many lines there are to cross at least between two cells. */
  readonly distance: (one: number, other: number) => number;
  /** The cells that one step leads to: the next interval, another value, one member more. */
  readonly next: (cell: number) => readonly number[];
  /** The cells of values that a fact may have when so much is known of it. */
  readonly left: (known: Known) => readonly number[];
  /** The cells with more: a later interval, a larger set; none where values have no order. */
  readonly more: (cell: number) => readonly number[];
  /** The ends of each cell, as numbers or ranks; none where values have no order. */
  readonly intervals: readonly Interval[];
  /** Values in order as numbers: a number is itself, a level its rank. */
  readonly rankOf: (value: FactValue) => number;
  readonly valueAt: (rank: number) => FactValue | undefined;
}

/** What there is to say of an order where values have none. */
export const unordered = { intervals: [], rankOf: () => 0, valueAt: () => undefined };
