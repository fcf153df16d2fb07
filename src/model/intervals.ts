import { at } from "../diagrams/index.js";
import { type Domain, type FactValue, type Line, valuesOf } from "../facts/index.js";
import { firstAbove, firstFrom, type Interval, lastBelow, numbersIn } from "./numbers.js";
import type { Partition } from "./partition.js";

/** What begins at a line of each operator: from the limit on, or above it. */
const startsOf: Readonly<Record<string, readonly (typeof firstFrom)[]>> = {
  atLeast: [firstFrom],
  atMost: [firstAbove],
  above: [firstAbove],
  below: [firstFrom],
  between: [firstFrom, firstAbove],
  is: [firstFrom, firstAbove],
};

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
  const starts = lines.flatMap((line) => {
    const [operator = "", operand] = Object.entries(line)[0] ?? [];
    const operands: readonly FactValue[] = [operand].flat();
    return (startsOf[operator] ?? []).map((startOf, index) =>
      startOf(rankOf(operands[index] ?? operands[0] ?? from), isWhole),
    );
  });
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
