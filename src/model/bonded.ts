import { type Bonds, type Box, type Interval, solve, tightened } from "../bounds/index.js";
import { at, type Diagram, type Diagrams } from "../diagrams/index.js";
import { grouped } from "../facts/index.js";
import type { Space } from "./space.js";

/** What is left of a cell for an app to be in; nothing, where it cannot be there. */
export type Left = (variable: number, cell: number) => Interval | undefined;

/** Bonds in groups: those that have a number in common, directly or by others. */
function groupsOf({ atMost, sums }: Bonds): readonly Bonds[] {
  const bonds = [
    ...atMost.map((pair) => ({ places: pair, bond: { atMost: [pair], sums: [] } })),
    ...sums.map((sum) => ({ places: [...sum.left, ...sum.right], bond: { atMost: [], sums: [sum] } })),
  ];
  const groups = grouped(bonds, (one, other) => one.places.some((place) => other.places.includes(place)));
  return groups.map((group) => ({
    atMost: group.flatMap(({ bond }) => bond.atMost),
    sums: group.flatMap(({ bond }) => bond.sums),
  }));
}

/** The widest box of a variable's intervals; where there are none, nothing is bound. */
const anything = { from: 0, to: 0, isWhole: true };

/** Where numbers that are bound to one another can be: 1 where some numbers in the cells keep the bonds, else 0. */
function bondedGroup(bonds: Bonds, places: readonly number[], space: Space, diagrams: Diagrams, left: Left): Diagram {
  const seen = new Map<string, Diagram>();
  const [never, ever] = [diagrams.constant(0), diagrams.constant(1)];
  const isPossible = (box: Box) => bonds.sums.length === 0 || solve(box, bonds, []) !== undefined;
  const visit = (turn: number, box: Box): Diagram => {
    const place = places[turn];
    if (place === undefined) return isPossible(box) ? ever : never;
    // What is left depends on the ends of the box alone.
    const key = `${turn}:${places.map((each) => `${at(box, each).from}-${at(box, each).to}`).join()}`;
    const known = seen.get(key);
    if (known !== undefined) return known;
    const { intervals } = at(space.variables, place).partition;
    const own = at(box, place);
    const branches = intervals.map((_, cell) => {
      const interval = left(place, cell);
      if (interval === undefined) return never;
      const from = Math.max(interval.from, own.from);
      const to = Math.min(interval.to, own.to);
      if (from > to) return never;
      const drawn = tightened(
        box.map((each, index) => (index === place ? { ...interval, from, to } : each)),
        bonds,
      );
      return drawn === undefined ? never : visit(turn + 1, drawn);
    });
    const made = diagrams.choice(place, branches);
    seen.set(key, made);
    return made;
  };
  const widest = space.variables.map(({ partition: { intervals } }) => {
    const [first = anything] = intervals;
    const { to } = intervals.at(-1) ?? anything;
    return { ...first, to };
  });
  return visit(0, widest);
}

/** Numbers that are bound to one another. */
export interface BondedGroup {
  readonly variables: readonly number[];
  /** 1 where they can be, when only so much is left of their cells. */
  readonly kept: (left: Left) => Diagram;
}

export function bondedGroups(space: Space, diagrams: Diagrams): readonly BondedGroup[] {
  return groupsOf(space.bonds).map((bonds) => {
    const bound = new Set([...bonds.atMost.flat(), ...bonds.sums.flatMap(({ left, right }) => [...left, ...right])]);
    const variables = [...bound].sort((one, other) => one - other);
    return { variables, kept: (left) => bondedGroup(bonds, variables, space, diagrams, left) };
  });
}
