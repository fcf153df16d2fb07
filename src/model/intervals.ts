import { firstAbove, firstFrom, type Interval, lastBelow, numbersIn } from "../bounds/index.js";
import { unknownTo } from "../conditions/index.js";
import { at } from "../diagrams/index.js";
import {
  type ByOperator,
  byOperator,
  type Domain,
  type FactValue,
  type Line,
  type OperatorOn,
  valuesOf,
  withValues,
} from "../facts/index.js";
import type { Partition } from "./partition.js";

/** Where something begins at a line of each operator: from a limit on, or above it. */
function startsOf(
  isWhole: boolean,
): ByOperator<OperatorOn<"number" | "ordinal" | "boolean">, number, readonly number[]> {
  const from = (limit: number) => firstFrom(limit, isWhole);
  const above = (limit: number) => firstAbove(limit, isWhole);
  return {
    atLeast: (limit) => [from(limit)],
    atMost: (limit) => [above(limit)],
    above: (limit) => [above(limit)],
    below: (limit) => [from(limit)],
    between: ([lowest, highest]) => [from(lowest), above(highest)],
    // Values that lie together are not told apart.
    is: (values) => {
      const ranks = [values].flat();
      return [
        ...ranks.filter((rank) => !ranks.includes(rank - 1)).map(from),
        ...ranks.filter((rank) => !ranks.includes(rank + 1)).map(above),
      ];
    },
  };
}

/** The numbers or ranks at which something begins, along lines. */
export function startsAlong(lines: readonly object[], isWhole: boolean): readonly number[] {
  const starts = startsOf(isWhole);
  return lines.flatMap((line) => byOperator(line, starts, (operator) => unknownTo("operator", operator)));
}

/** Between how much and how much the values of a domain in order lie, as numbers or ranks. */
function rangeOf(domain: Domain): Interval {
  if (domain.kind !== "number") return { from: 0, to: valuesOf(domain).length - 1, isWhole: true };
  const { min, max = Number.POSITIVE_INFINITY, whole } = domain;
  return { from: firstFrom(min, whole), to: whole ? Math.floor(max) : max, isWhole: whole };
}

/** Cuts values in order into intervals. */
export function intervalsOf(domain: Domain, lines: readonly Line[]): Partition {
  const values = valuesOf(domain);
  const rankOf = (value: FactValue) => (typeof value === "number" ? value : values.indexOf(value));
  const valueAt = (rank: number): FactValue => values[rank] ?? rank;
  const { from, to, isWhole } = rangeOf(domain);
  const inRanks = lines.map((line) => withValues(line, rankOf));
  const starts = startsAlong(inRanks, isWhole);
  const inside = [...new Set([from, ...starts.filter((start) => start > from && start <= to)])];
  const sorted = inside.sort((one, other) => one - other);
  const intervals = sorted.map((start, index): Interval => {
    const next = sorted[index + 1];
    return { from: start, to: next === undefined ? to : lastBelow(next, isWhole), isWhole };
  });
  const cellOf = (value: FactValue) => intervals.findIndex((interval) => rankOf(value) <= interval.to);
  function* near(cell: number, value: FactValue) {
    const interval = intervals[cell];
    if (interval) for (const number of numbersIn(interval, rankOf(value))) yield valueAt(number);
  }
  const later = (cell: number) => [...intervals.keys()].slice(cell + 1);
  return {
    cells: intervals.map((interval) => valueAt(interval.from)),
    cellOf,
    near,
    distance: (one, other) => Math.abs(one - other),
    next: (cell) => later(cell).slice(0, 1),
    left: ({ low, high }) =>
      [...intervals.keys()].filter((cell) => at(intervals, cell).from <= high && at(intervals, cell).to >= low),
    more: later,
    intervals,
    rankOf,
    valueAt,
  };
}
