import { unknownTo } from "../conditions/index.js";
import { at } from "../diagrams/index.js";
import { type ByOperator, byOperator, type EnumDomain, type Line, type OperatorOn } from "../facts/index.js";
import { type Partition, unordered } from "./partition.js";

/** The values of which a line of each operator is so. */
const meant: ByOperator<OperatorOn<"enum">, string, readonly string[]> = {
  is: (values) => [values].flat(),
};

/** Puts values without an order into groups of which all lines say the same; those that no line means come last. */
export function groupsOf({ values }: EnumDomain, lines: readonly Line[]): Partition {
  const drawn = lines.map((line) => byOperator<readonly string[]>(line, meant, (name) => unknownTo("operator", name)));
  const told = new Map<string, string[]>();
  const nothing = drawn.map(() => 0).join();
  const others: string[] = [];
  for (const value of values) {
    const said = drawn.map((each) => Number(each.includes(value))).join();
    if (said === nothing) others.push(value);
    else told.set(said, [...(told.get(said) ?? []), value]);
  }
  const groups = [...told.values(), others].filter((group) => group.length > 0);
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
