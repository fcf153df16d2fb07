import { at } from "../diagrams/index.js";
import type { EnumDomain, Line } from "../facts/index.js";
import { type Partition, unordered } from "./partition.js";

/** Puts values without an order into groups: each that a line names by itself, and all others. */
export function groupsOf({ values }: EnumDomain, lines: readonly Line[]): Partition {
  const named = values.filter((value) => lines.some((line) => "is" in line && line.is === value));
  const others = values.filter((value) => !named.includes(value));
  const groups = [...named.map((value) => [value]), others].filter((group) => group.length > 0);
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
    left: ({ low, high }) => (low === high ? [cellOf(values[low])] : indices),
    more: () => [],
    ...unordered,
  };
}
