import { type Box, type Interval, type NumberConstraints, solve, tightened } from "../bounds/index.js";
import { at, type Diagram, type Diagrams } from "../diagrams/index.js";
import { grouped } from "../facts/index.js";
import type { Space } from "./space.js";

/** What is left of a cell for an app to be in; nothing, where it cannot be there. */
export type LeftOfCell = (variable: number, cell: number) => Interval | undefined;

/** Constraints in groups: those that have a number in common, directly or by others. */
function groupsOf({ atMost, sums }: NumberConstraints): readonly NumberConstraints[] {
  const constraints = [
    ...atMost.map((pair) => ({ places: pair, constraint: { atMost: [pair], sums: [] } })),
    ...sums.map((sum) => ({ places: [...sum.left, ...sum.right], constraint: { atMost: [], sums: [sum] } })),
  ];
  const groups = grouped(constraints, (one, other) => one.places.some((place) => other.places.includes(place)));
  return groups.map((group) => ({
    atMost: group.flatMap(({ constraint }) => constraint.atMost),
    sums: group.flatMap(({ constraint }) => constraint.sums),
  }));
}

/** The widest box of a variable's intervals; where there are none, nothing is bound. */
const anything = { from: 0, to: 0, isWhole: true };

/** Where numbers that are bound to one another can be: 1 where some numbers in the cells keep the constraints, else 0. */
function constrainedGroup(
  constraints: NumberConstraints,
  places: readonly number[],
  space: Space,
  diagrams: Diagrams,
  left: LeftOfCell,
): Diagram {
  const seen = new Map<string, Diagram>();
  const [never, ever] = [diagrams.constant(0), diagrams.constant(1)];
  const isPossible = (box: Box) => constraints.sums.length === 0 || solve(box, constraints, []) !== undefined;
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
        constraints,
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
export interface ConstrainedGroup {
  readonly variables: readonly number[];
  /** 1 where they can be, when only so much is left of their cells. */
  readonly kept: (left: LeftOfCell) => Diagram;
}

export function constrainedGroups(
  space: Space,
  diagrams: Diagrams,
  all: NumberConstraints,
): readonly ConstrainedGroup[] {
  return groupsOf(all).map((constraints) => {
    const bound = new Set([
      ...constraints.atMost.flat(),
      ...constraints.sums.flatMap(({ left, right }) => [...left, ...right]),
    ]);
    const variables = [...bound].sort((one, other) => one - other);
    return { variables, kept: (left) => constrainedGroup(constraints, variables, space, diagrams, left) };
  });
}
