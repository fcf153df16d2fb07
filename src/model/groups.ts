import { unknownTo } from "../conditions/index.js";
import { at } from "../diagrams/index.js";
import { type ByOperator, byOperator, type EnumDomain, type Line, type OperatorOn } from "../facts/index.js";
import { type Partition, unordered } from "./partition.js";

/** The values that each operator names by themselves. */
const named: ByOperator<OperatorOn<"enum">, string, readonly string[]> = {
  is: (value) => [value],
};

/** Puts values without an order into groups: each that a line names by itself, and all others. */
export function groupsOf({ values }: EnumDomain, lines: readonly Line[]): Partition {
  const told = lines.flatMap((line) => byOperator(line, named, (operator) => unknownTo("operator", operator)));
  const alone = values.filter((value) => told.includes(value));
  const others = values.filter((value) => !alone.includes(value));
  const groups = [...alone.map((value) => [value]), others].filter((group) => group.length > 0);
  const indices = groups.map((_, index) => index);
  const cellOf = (value: unknown) => groups.findIndex((group) => group.some((each) => each === value));
  return {
    cells: groups.flatMap((group) => group.slice(0, 1)),
    cellOf,
    near: (cell, value) => {
      const group = at(groups, cell);
      return group.filter((each) => each === value || (cellOf(value) !== cell && each === group[0]));
    },
    distance: (one, other) => Number(one !== other),
    next: (cell) => indices.filter((other) => other !== cell),
    // That a value is "at least" another tells nothing where values have no order.
    atLeast: () => indices,
    more: () => [],
    ...unordered,
  };
}
